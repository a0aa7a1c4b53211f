"""Numbered answers to the question on the screen. A digit answers at once; arrows and Enter do too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import on
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


@dataclass(frozen=True)
class Answer:
    """One numbered answer. Its number never shifts: where 1 is absent, 2 stays 2."""

    number: int
    text: str
    shown_number: str | None = None

    @property
    def label(self) -> Text:
        """The line as shown, continuation lines indented under the text."""
        number = str(self.number) if self.shown_number is None else self.shown_number
        return Text(f"{number:>2}  " + self.text.replace("\n", "\n    "))


class Choices(OptionList):
    """The answers, one below the other."""

    DEFAULT_CSS = """
    Choices, Choices:focus { height: auto; max-height: 60%; border: none; padding: 0 1; background: $background; }
    Choices > .option-list--option { padding: 0; }
    """

    @dataclass
    class Answered(Message):
        """The learner chose this number."""

        number: int

    def __init__(self, answers: Sequence[Answer], *, focused: int | None = None) -> None:
        """`focused`: the number of the answer that Enter would choose first."""
        super().__init__(
            *(Option(answer.label, id=str(answer.number)) for answer in answers), markup=False
        )
        self._numbers = [answer.number for answer in answers]
        self._first = focused

    def on_mount(self) -> None:
        """Puts the mark on the first or the wished answer."""
        if self._numbers:
            wished = self._numbers.index(self._first) if self._first in self._numbers else 0
            self.highlighted = wished

    def answer(self, number: int) -> bool:
        """Answers by number; False when there is no such answer."""
        if number not in self._numbers:
            return False
        self.highlighted = self._numbers.index(number)
        self.post_message(self.Answered(number))
        return True

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Answered(int(event.option_id or 0)))
