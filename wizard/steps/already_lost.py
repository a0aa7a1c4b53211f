"""For whoever has lost photos already: what to do today, in order, and a letter to support."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.language.folders import places_for_a_letter
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
from wizard.teaching.already_lost import LETTER_FILE, PAGES, page_place
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain


class AlreadyLost(Step):
    """A few pages, one thing to do on each; the letter is the last."""

    step = StepName.WELCOME

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self._page = 0

    def place(self) -> str:
        return page_place(self._page)

    def instruction(self) -> str:
        return PAGES[self._page][0]()

    def body(self) -> ComposeResult:
        yield Plain(PAGES[self._page][1]())

    def answers(self) -> Sequence[Answer]:
        last = self._page == len(PAGES) - 1
        answers = [Answer(1, _("What comes next?"))] if not last else []
        if last:
            answers.append(Answer(1, _("Save the letter as a file")))
        return [*answers, Answer(2, _("One page back")), Answer(3, _("Back to the first screen"))]

    def answered(self, number: int) -> None:
        last = self._page == len(PAGES) - 1
        if number == 1 and last:
            question = _("Choose a folder for the letter.")
            places = places_for_a_letter(self.way.journey)
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
