"""For whoever has lost photos already: what to do today, in order, and a letter to support."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.language.names import shorten
from wizard.language.sentences import sentence_for
from wizard.pages.letter import letter
from wizard.problems import KitError
from wizard.safekeeping.new_pages import save_page
from wizard.steps.lesson_panel import LessonPanel
from wizard.steps.names import ALREADY_LOST
from wizard.steps.pick_folder import PickFolder
from wizard.steps.step import Step
from wizard.steps.way import Way
from wizard.teaching.recovery import checked_line, recovery_windows, window_line
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain

LETTER_FILE = "letter-to-support.txt"
ON_ONE_PAGE = 4
"""Services; each may take two lines."""


class AlreadyLost(Step):
    """A few pages, one thing to do on each; the letter is the last."""

    step = StepName.WELCOME

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self._page = 0

    def place(self) -> str:
        # Translators: {n} of {all} pages
        return _("Page {n} of {all}").format(n=self._page + 1, all=len(_PAGES))

    def instruction(self) -> str:
        return _PAGES[self._page][0]()

    def body(self) -> ComposeResult:
        yield Plain(_PAGES[self._page][1]())

    def answers(self) -> Sequence[Answer]:
        last = self._page == len(_PAGES) - 1
        answers = [Answer(1, _("Done. What comes next?"))] if not last else []
        if last:
            answers.append(Answer(1, _("Save the letter as a file")))
        return [*answers, Answer(2, _("One page back")), Answer(3, _("Back to the first screen"))]

    def answered(self, number: int) -> None:
        last = self._page == len(_PAGES) - 1
        if number == 1 and last:
            question = _("Choose a folder for the letter.")
            places = (
                [(_("My own folder"), Path.home())] if not self.way.journey.shared_computer else []
            )
            drives = self.way.journey.places_with_drives()
            places += [(drive.label, drive.path) for drive in drives if drive.path != Path.home()]
            self.app.push_screen(PickFolder(question, places), self._save)
        elif number == 1:
            self._turn(1)
        elif number == 2:
            self.go_back()
        else:
            self.way.go_to(StepName.WELCOME)

    def go_back(self) -> None:
        if self._page == 0:
            self.way.go_to(StepName.WELCOME)
        else:
            self._turn(-1)

    def action_lesson(self) -> None:
        self.app.push_screen(LessonPanel(ALREADY_LOST))

    def _turn(self, pages: int) -> None:
        self._page += pages
        self.message = ""
        self.show_again()

    def _save(self, folder: Path | None) -> None:
        if folder is None:
            return
        try:
            saved = save_page(folder, LETTER_FILE, letter())
        except KitError as error:
            self.tell(sentence_for(error))
        else:
            # Translators: {place} is the path of a file
            self.tell(_("Saved: {place}").format(place=shorten(str(saved), 66)))


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


_PAGES = (
    (lambda: _("First: stop the app that deletes."), _stop),
    (lambda: _("Second: look in every trash, today."), _trash),
    (lambda: _("These services have a trash too."), _more_trash),
    (lambda: _("Third: look in the web version and on other devices."), _web),
    (lambda: _("What not to do."), _not_to_do),
    (lambda: _("Last: write to support. This letter is ready."), letter),
)
