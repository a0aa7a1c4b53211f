"""Read the question before you press: three dialogs, and what their words give away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from wizard.language.catalogs import _
from wizard.language.formats import number
from wizard.steps.drills.exercise import Exercise
from wizard.steps.way import Way
from wizard.teaching.drills.wording import DIALOGS, Means
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain


class SpotTheWording(Exercise):
    """One dialog after the other."""

    def __init__(self, way: Way, back: Callable[[], None]) -> None:
        super().__init__(way, back)
        self._at = 0
        self._answered = False

    def instruction(self) -> str:
        # Translators: {n} of {all} examples
        text = _("Example {n} of {all}. What happens to the photos if you press OK?")
        return text.format(n=number(self._at + 1), all=number(len(DIALOGS)))

    def body(self) -> ComposeResult:
        yield Plain(DIALOGS[self._at].text(), classes="dialog")
        if self._answered:
            yield Plain(DIALOGS[self._at].why(), classes="text")

    def answers(self) -> Sequence[Answer]:
        if self._answered and self._at == len(DIALOGS) - 1:
            return [self.back_answer(4)]
        if self._answered:
            return [Answer(1, _("Next example")), self.back_answer(4)]
        return [
            Answer(Means.TRASH, _("They go to a trash and can come back for a while")),
            Answer(Means.FOR_GOOD, _("They are gone for good")),
            Answer(Means.NOT_SAID, _("It does not say")),
            self.back_answer(4),
        ]

    def answered(self, number: int) -> None:
        if number == 4:
            self.go_back()
            return
        if self._answered:
            self._at += 1
        else:
            right = number == DIALOGS[self._at].means
            self.message = _("That is right.") if right else _("Read it once more.")
        self._answered = not self._answered
        self.show_again()
