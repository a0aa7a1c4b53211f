"""Lines out, numbers in. A question is asked again until it is answered or the answers end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from wizard.language.catalogs import _
from wizard.language.formats import listed, number

Answers = Sequence[tuple[int, str]]
"""Numbers and what they stand for."""
FIRST_IN_LIST = 11
"""Entries of a list count from here: 1 to 9 are things to do, and never shift."""
READ_ON = 10
ENTRIES_AT_ONCE = 20
"""As many as can be listened to; a guess."""


class NoMoreAnswers(Exception):
    """The input has ended: the learner closed it, or the pipe is empty."""


class Conversation:
    """A learner who reads or hears lines, and types numbers."""

    def __init__(self, answers: TextIO, lines: TextIO) -> None:
        """`answers` come in, `lines` go out."""
        self._answers = answers
        self._lines = lines
        self._prompt = "> " if answers.isatty() else ""

    def say(self, *lines: str) -> None:
        """Whole lines, at once."""
        for line in lines:
            print(line, file=self._lines)
        self._lines.flush()

    def choose(self, answers: Answers) -> int:
        """One of the numbers. Raises NoMoreAnswers."""
        known = [number_ for number_, _text in answers]
        self._offer(answers)
        while True:
            typed = self._read()
            if typed.isdecimal() and int(typed) in known:
                self.say("")
                return int(typed)
            if not typed:
                self._offer(answers)
            else:
                numbers = listed([number(each) for each in known])
                # Translators: {numbers} such as 1, 2 and 0
                self.say(_("Please type one of these numbers: {numbers}.").format(numbers=numbers))

    def choose_from(self, answers: Answers, entries: Sequence[str]) -> int:
        """One of the numbers, or FIRST_IN_LIST and more for an entry of the list. Raises NoMoreAnswers."""
        first = 0
        numbered = list(enumerate(entries, FIRST_IN_LIST))
        while True:
            more = first + ENTRIES_AT_ONCE < len(entries)
            on = [(READ_ON, _("Read on: the next lines"))] if more else []
            chosen = self.choose(
                [*numbered[first : first + ENTRIES_AT_ONCE], *answers[:-1], *on, *answers[-1:]]
            )
            if chosen != READ_ON:
                return chosen
            first += ENTRIES_AT_ONCE

    def _offer(self, answers: Answers) -> None:
        for number_, text in answers:
            self.say(f"{number_}. " + text.replace("\n", "\n   "))

    def _read(self) -> str:
        if self._prompt:
            self._lines.write(self._prompt)
            self._lines.flush()
        line = self._answers.readline()
        if not line:
            raise NoMoreAnswers
        return line.strip()
