"""What to do today for whoever has lost photos already, one thing on each page; the letter is the last."""

from __future__ import annotations

from collections.abc import Callable

from wizard.language.catalogs import _
from wizard.pages.letter import letter
from wizard.teaching.recovery import checked_line, recovery_windows, window_line

LETTER_FILE = "letter-to-support.txt"
ON_ONE_PAGE = 4
"""Services; each may take two lines."""


def _stop() -> str:
    return _(
        "Close the cleaning app on every phone and computer. Do not use it again.\n\n"
        "Turn off automatic clean-up if the app has it.\n\n"
        "Do not empty any trash. Often the photos are still in it.\n\n"
        "Take no new photos with that phone for now: they could use the same space."
    )


def _trash() -> str:
    lines = [_("Open the trash or “Recently Deleted” of each app, today:"), ""]
    lines += [window_line(window) for window in recovery_windows()[:ON_ONE_PAGE]]
    return "\n".join([*lines, "", checked_line()])


def _more_trash() -> str:
    lines = [window_line(window) for window in recovery_windows()[ON_ONE_PAGE:]]
    return "\n".join([*lines, "", checked_line()])


def _web() -> str:
    return _(
        "Open the service in a web browser too, and sign in there.\n"
        "Its trash can hold more than the phone shows.\n\n"
        "Then look on the phones, tablets and computers of your family.\n"
        "Old phones in a drawer, messages you sent, e-mails and USB sticks count too."
    )


def _not_to_do() -> str:
    return _(
        "Do not install “recovery” apps on that phone. They write over what is left,\n"
        "and many of them only want money.\n\n"
        "Do not reset the phone.\n\n"
        "Give your password to nobody who calls or writes to you."
    )


PAGES: tuple[tuple[Callable[[], str], Callable[[], str]], ...] = (
    (lambda: _("First: stop the app that deletes."), _stop),
    (lambda: _("Second: look in every trash, today."), _trash),
    (lambda: _("These services have a trash too."), _more_trash),
    (lambda: _("Third: look in the web version and on other devices."), _web),
    (lambda: _("What not to do."), _not_to_do),
    (lambda: _("Last: write to support. This letter is ready."), letter),
)
"""What to do, and how, in the language in use."""


def page_place(page: int) -> str:
    """Where the reader is; `page` counts from 0."""
    # Translators: {n} of {all} pages
    return _("Page {n} of {all}").format(n=page + 1, all=len(PAGES))
