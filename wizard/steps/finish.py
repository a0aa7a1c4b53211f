"""Step 7: what was done, the receipt, putting back one, some or everything, and on a later day the trash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from wizard.journey import Receipt, StepName, receipt_of, save_receipt, trash_plan
from wizard.language.catalogs import _, pgettext
from wizard.language.counting import count_me_choice
from wizard.language.names import shorten
from wizard.language.sentences import sentence_for
from wizard.language.trash import by_hand
from wizard.pages.receipt import receipt_text
from wizard.pages.receipt_files import receipt_files
from wizard.problems import MayNotTrash, TrashDoubt, expected
from wizard.steps.confirm_trash import ConfirmTrash
from wizard.steps.count_me import CountMe
from wizard.steps.drills.outcome import told_in_one_line
from wizard.steps.step import Action, Step
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain

SOLVED_BY_WAITING = (TrashDoubt.TOO_SOON, TrashDoubt.NO_BACKUP)
"""For these there is nothing to be done by hand: another day, or the backup's drive."""


class Finish(Step):
    """The receipt on the screen."""

    step = StepName.FINISH

    @dataclass
    class ReceiptWritten(Message):
        """It was tried; `said` is what the learner is told."""

        said: str

    def instruction(self) -> str:
        return _("This is your receipt.")

    def body(self) -> ComposeResult:
        if self.practice and self.way.journey.scan is not None:
            yield Plain(told_in_one_line(self.way.journey.scan), classes="cleaner")
        yield Plain("\n\n".join([receipt_text(receipt_of(self.way.journey)), *self._about_trash()]))

    def answers(self) -> Sequence[Answer]:
        answers = [Answer(1, _("Save the receipt as a page to print"))]
        if self.way.journey.anything_to_put_back():
            answers.append(Answer(2, _("Put them back: one, some or all")))
        if self.way.journey.inspection is not None and self.way.journey.inspection.groups:
            answers.append(Answer(3, _("Look at more groups")))
        answers.append(Answer(4, pgettext("button", "Finish")))
        if self._doubt_about_trash() is None:
            answers.append(Answer(5, _("Send what is set aside to the computer's trash")))
        if self.practice and self.way.journey.scan is not None:
            answers.append(Answer(6, _("Exercises with practice photos")))
        if self.way.session.may_count:
            answers.append(Answer(7, count_me_choice()))
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
            case 5:
                self._open_trash()
            case 6:
                self.open_exercises()
            case 7:
                self._open_count_me()

    def _open_count_me(self) -> None:
        def say(said: str | None) -> None:
            self.message = said or ""
            self.show_again()

        self.app.push_screen(CountMe(self.way), say)

    def _doubt_about_trash(self) -> MayNotTrash | None:
        """Why the trash is not offered now, or None when it is."""
        try:
            trash_plan(self.way.journey)
        except MayNotTrash as doubt:
            return doubt
        return None

    def _about_trash(self) -> list[str]:
        """Why the trash is not offered, in words, and what can be done by hand."""
        review, doubt = self.way.journey.review, self._doubt_about_trash()
        if doubt is None or review is None or not review.items:
            return []
        # Translators: {reason} is a sentence
        said = _("To the trash? Not now. {reason}").format(reason=sentence_for(doubt))
        if doubt.doubt in SOLVED_BY_WAITING or self.practice:
            return [said]
        return [said + "\n" + by_hand(review.path)]

    def _open_trash(self) -> None:
        def say(said: str | None) -> None:
            self.message = said or ""
            self.show_again()

        self.app.push_screen(ConfirmTrash(self.way), say)

    def actions(self) -> list[Action]:
        return [(_("Save the receipt as a page to print"), self._save_receipt)]

    def _save_receipt(self) -> None:
        self.tell(_("One moment. We are writing the receipt."))
        self._write_receipt(receipt_of(self.way.journey))

    @work(thread=True, exclusive=True, exit_on_error=False, group="receipt")
    def _write_receipt(self, receipt: Receipt) -> None:
        try:
            saved = save_receipt(self.way.journey, receipt_files(receipt))
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.ReceiptWritten(sentence_for(expected(error))))
        else:
            # Translators: {place} is the path of a file
            said = _("Saved: {place}").format(place=shorten(str(saved), 66))
            self.post_message(self.ReceiptWritten(said))

    @on(ReceiptWritten)
    def _say_so(self, event: ReceiptWritten) -> None:
        self.tell(event.said)
