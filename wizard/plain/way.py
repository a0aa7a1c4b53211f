"""What the chapters of plain mode share: the session, the conversation, and where the learner is."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from wizard.journey import Journey, StepName
from wizard.language import catalogs
from wizard.language.catalogs import available, language, own_name, pgettext
from wizard.language.progress import words_of
from wizard.language.sentences import sentence_for
from wizard.language.step_names import (
    one_moment_words,
    place,
    practice_word,
    prepared_words,
)
from wizard.long_work import Pace, Progress
from wizard.plain.conversation import Answers, Conversation
from wizard.problems import KitError, expected
from wizard.session import Session

Outcome = TypeVar("Outcome")
SECONDS_BETWEEN_LINES = 15.0
"""Progress is one line this often: each is read aloud. A guess."""


class GoTo(Exception):
    """The learner wants to be at another step."""

    def __init__(self, step: StepName) -> None:
        super().__init__(step)
        self.step = step


class Leave(Exception):
    """The learner has had enough for today."""


class Way:
    """One learner on the way. `folder` and `practice` (the step where it begins) are what the command line said.

    `everything` asks what lies behind 0; it may raise GoTo and Leave.
    """

    def __init__(
        self,
        session: Session,
        conversation: Conversation,
        everything: Callable[[Way], None],
        *,
        folder: Path | None,
        practice: StepName | None,
        language_chosen: bool,
    ) -> None:
        self.session = session
        self.folder = folder
        self.look_inside: Path | None = None
        """The folder of which the learner wants to choose a part."""
        self.practice = practice
        self.language_chosen = language_chosen
        self.step = StepName.WELCOME
        self._conversation = conversation
        self._everything = everything

    @property
    def journey(self) -> Journey:
        """The journey under way."""
        return self.session.journey

    def arrive(self, step: StepName) -> None:
        """Says where the learner is, and writes it down."""
        self.step = step
        if step is not StepName.WELCOME:
            self.journey.arrive(step)
            practice = practice_word(self.journey)
            self.say("", f"{place(step)}  {practice}".rstrip())

    def say(self, *lines: str) -> None:
        """Whole lines; each may hold line ends."""
        self._conversation.say(*lines)

    def choose(self, answers: Answers) -> int:
        """A number, where nothing else can be done."""
        return self._conversation.choose(answers)

    def ask(self, answers: Answers, entries: Sequence[str] = ()) -> int:
        """A number. Behind 0 is, everywhere, what can always be done. Raises GoTo and Leave."""
        while True:
            with_all = [*answers, (0, pgettext("key", "All choices"))]
            number = self._conversation.choose_from(with_all, entries)
            if number:
                return number
            self._everything(self)

    def attempt(self, work: Callable[[], Outcome]) -> Outcome | None:
        """What came of the work, or None after the learner was told why nothing did."""
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.say(sentence_for(expected(error)))
            return None

    def progress(self) -> Callable[[Progress], None]:
        """Tells how far long work is, in whole lines and sparingly."""
        started = last = time.monotonic()
        pace = Pace(started)

        def report(progress: Progress) -> None:
            nonlocal last
            now = time.monotonic()
            left = pace.seconds_left(progress, now)
            if now - last >= SECONDS_BETWEEN_LINES:
                last = now
                self.say(words_of(progress, left))

        return report

    def practise(self, step: StepName) -> StepName:
        """Fresh practice photos, at a step for which everything is prepared; the first step where that failed."""
        self.practice = self.practice and StepName.CHOOSE  # another time it begins at the beginning
        self.say(one_moment_words(step))
        if self.attempt(lambda: self.session.practise(step)) is None:
            self.practice = None
            return StepName.WELCOME
        if self.journey.prepared:
            self.say(prepared_words())
        return step

    def anything_to_put_back(self) -> bool:
        """True when photos of this folder are set aside."""
        try:
            return self.journey.anything_to_put_back()
        except KitError:
            return False

    def choose_language(self) -> None:
        """From here on everything is said in the language chosen."""
        codes = available()
        names = [own_name(code) for code in codes]
        catalogs.use(codes[self.choose(list(enumerate(names, 1))) - 1])
        self.journey.record.language = language()
        self.language_chosen = True
