"""The pieces of pages that the program itself knows: recovery windows, the letter, pictures of the screens."""

from __future__ import annotations

from html import escape

from wizard.journey import StepName
from wizard.language.catalogs import _, language, ngettext
from wizard.language.formats import number
from wizard.pages.frame import table
from wizard.pages.letter import letter
from wizard.teaching.documents import Document, pictures_folder
from wizard.teaching.recovery import RecoveryWindow, checked_line, recovery_windows

SURE = {
    "official": lambda: _("The service itself says so."),
    "press": lambda: _("Newspapers or manuals say so."),
    "unknown": lambda: _("We found nothing."),
}


def windows_title() -> str:
    """The name of the page of recovery windows."""
    return _("How long deleted photos can come back")


def windows_piece(rank: int) -> str:
    """Every service, how long, on what condition, how sure it is, and when that was read."""
    header = (_("Service"), _("How long"), _("Note"), _("How sure"))
    rows = [_window_row(window) for window in recovery_windows()]
    warning = _("Look today. Nobody promises these times.")
    return (
        f"<h{rank}>{escape(windows_title())}</h{rank}>\n"
        f"<p>{escape(warning)} {escape(checked_line())}</p>\n" + table(header, rows)
    )


def letter_title() -> str:
    """The name of the page with the letter."""
    return _("A letter to support")


def letter_piece() -> str:
    """The letter, ready to be copied by hand or with the mouse."""
    paragraphs = escape(letter()).replace("\n\n", "</p>\n<p>").replace("\n", "<br>\n")
    what_to_do = _("Copy this letter. Fill in the parts in square brackets.")
    return (
        f"<h1>{escape(letter_title())}</h1>\n"
        f"<p>{escape(what_to_do)}</p>\n"
        f'<div class="letter"><p>{paragraphs}</p></div>\n'
    )


def step_of(document: Document) -> StepName | None:
    """The step of the wizard that a lesson stands beside, or None."""
    named = document.facts.get("wizard_step", "")
    return StepName(named) if named in list(StepName) else None


def step_picture(document: Document) -> str:
    """The screen of the lesson's step in the language in use; empty where there is no picture of it."""
    step = step_of(document)
    if step is None:
        return ""
    name = f"{step}-{language()}.png"
    if not (pictures_folder() / name).is_file():
        return ""
    # Translators: describes a picture for people who do not see it. {n} is 1 to 7
    words = _("The screen of step {n} of 7, on practice photos.").format(n=number(step.number))
    caption = _("Your screen looks like this. Names, dates and numbers may differ.")
    return (
        f'<figure><img src="../pictures/{name}" alt="{escape(words, quote=True)}" '
        f'width="1012" height="646" loading="lazy">'
        f"<figcaption>{escape(caption)}</figcaption></figure>\n"
    )


def _window_row(window: RecoveryWindow) -> tuple[str, str, str, str]:
    if window.days is None:
        how_long = _("We do not know. Look today.")
    else:
        text = ngettext("often about {n} day", "often about {n} days", window.days)
        how_long = text.format(n=number(window.days))
    sure = SURE.get(window.sure, SURE["unknown"])()
    return window.service, how_long, window.condition, f"{sure} {window.source}".strip()
