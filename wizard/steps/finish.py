"""Step 7: what was done, the receipt, and putting back one, some or everything."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from wizard.journey import StepName, receipt_of, save_receipt
from wizard.language.catalogs import _, pgettext
from wizard.language.names import shorten
from wizard.language.sentences import sentence_for
from wizard.pages.receipt import receipt_page, receipt_text
from wizard.problems import KitError
from wizard.steps.drills.outcome import told_in_one_line
from wizard.steps.step import Action, Step, read_on_key
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain


class Finish(Step):
    """The receipt on the screen."""

    step = StepName.FINISH

    def instruction(self) -> str:
        return _("This is your receipt.")

    def body(self) -> ComposeResult:
        if self.practice and self.way.journey.scan is not None:
            yield Plain(told_in_one_line(self.way.journey.scan), classes="cleaner")
        yield Plain(receipt_text(receipt_of(self.way.journey)))

    def keys(self) -> list[tuple[str, str]]:
        return [*super().keys(), read_on_key()]

    def answers(self) -> Sequence[Answer]:
        answers = [Answer(1, _("Save the receipt as a page to print"))]
        review = self.way.journey.review
        if review is not None and review.items:
            answers.append(Answer(2, _("Put them back: one, some or all")))
        if self.way.journey.inspection is not None and self.way.journey.inspection.groups:
            answers.append(Answer(3, _("Look at more groups")))
        answers.append(Answer(4, pgettext("button", "Finish")))
        if self.practice and self.way.journey.scan is not None:
            answers.append(Answer(6, _("Exercises with practice photos")))
        return answers

    def answered(self, number: int) -> None:
        match number:
            case 1:
                self._save_receipt()
            case 2:
                self.open_put_back()
            case 3:
                self.way.go_to(StepName.INSPECT)
            case 4:
                self.way.journey.finish()
                self.way.leave()
            case 6:
                self.open_exercises()

    def actions(self) -> list[Action]:
        return [(_("Save the receipt as a page to print"), self._save_receipt)]

    def _save_receipt(self) -> None:
        receipt = receipt_of(self.way.journey)
        try:
            saved = save_receipt(
                self.way.journey, {".html": receipt_page(receipt), ".txt": receipt_text(receipt)}
            )
        except KitError as error:
            self.tell(sentence_for(error))
            return
        # Translators: {place} is the path of a file
        self.tell(_("Saved: {place}").format(place=shorten(str(saved), 66)))
