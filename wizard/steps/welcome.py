"""Step 1: the language, then practice, own photos or photos already lost, then whose computer this is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import starmap

from textual.app import ComposeResult

from wizard.journey import Record, StepName
from wizard.language.catalogs import _, available, language, own_name
from wizard.language.sentences import administrator_warning
from wizard.language.welcome import (
    go_on_or_not,
    in_each_language,
    on_a_shared_computer,
    try_letters,
    unfinished_words,
    what_to_do_today,
    what_you_will_learn,
    whose_computer,
    wide_signs_warning,
)
from wizard.rights import as_administrator
from wizard.steps.already_lost import AlreadyLost
from wizard.steps.resume import Resume
from wizard.steps.step import Step
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain
from wizard.widgets.one_cell import signs_are_wide


class Question(Enum):
    """What the first screen asks, one after the other."""

    LANGUAGE = auto()
    WHAT = auto()
    WHOSE_COMPUTER = auto()
    GO_ON = auto()


class Welcome(Step):
    """The first screen."""

    step = StepName.WELCOME

    def __init__(
        self,
        way: Way,
        question: Question = Question.LANGUAGE,
        practice: StepName | None = None,
    ) -> None:
        """`practice`: after the language practice begins at this step, as the command line said."""
        super().__init__(way)
        self._question = question
        self._practice = practice
        self._unfinished: Record | None = None

    @property
    def asks_for_the_language(self) -> bool:
        """True while nobody knows what the learner reads."""
        return self._question is Question.LANGUAGE

    @property
    def in_a_workshop(self) -> bool:
        """A workshop begins while the first screen stands, before its photos are drawn."""
        return self._practice is not None or super().in_a_workshop

    def instruction(self) -> str:
        match self._question:
            case Question.LANGUAGE:
                return "   ".join(in_each_language(lambda: _("Choose your language.")))
            case Question.WHAT:
                return _("What would you like to do today?")
            case Question.WHOSE_COMPUTER:
                return _("Is this your own computer?")
            case Question.GO_ON:
                return _("Welcome back. You did not finish last time.")

    def body(self) -> ComposeResult:
        match self._question:
            case Question.LANGUAGE:
                yield Plain("\n".join(in_each_language(lambda: _("Before You Delete"))))
                if signs_are_wide(self.app):
                    yield Plain("\n" + "\n".join(in_each_language(wide_signs_warning)))
                yield Plain("\n" + "\n".join(in_each_language(try_letters)))
                if as_administrator():
                    yield Plain("\n" + "\n".join(in_each_language(administrator_warning)))
            case Question.WHAT:
                yield Plain(what_you_will_learn())
            case Question.WHOSE_COMPUTER:
                yield Plain(on_a_shared_computer())
            case Question.GO_ON if self._unfinished is not None:
                yield Plain(unfinished_words(self._unfinished))

    def answers(self) -> Sequence[Answer]:
        match self._question:
            case Question.LANGUAGE:
                return [Answer(n, own_name(code)) for n, code in enumerate(_offered(), 1)]
            case Question.WHAT:
                return list(starmap(Answer, what_to_do_today()))
            case Question.WHOSE_COMPUTER:
                return list(starmap(Answer, whose_computer()))
            case Question.GO_ON:
                return list(starmap(Answer, go_on_or_not()))

    def focused_answer(self) -> int | None:
        if self._question is Question.LANGUAGE and language() in _offered():
            return _offered().index(language()) + 1
        return None

    def answered(self, number: int) -> None:
        match self._question, number:
            case Question.LANGUAGE, _number:
                self._question = Question.WHAT
                self.way.speak(_offered()[number - 1])
                if self._practice is not None:
                    self.way.begin_practice(self._practice)
            case Question.WHAT, 1:
                self.way.begin_practice()
            case Question.WHAT, 2:
                self._ask(Question.WHOSE_COMPUTER)
            case Question.WHAT, 3:
                self.way.show_screen(AlreadyLost(self.way))
            case Question.WHOSE_COMPUTER, _number:
                self._unfinished = self.way.begin_own(shared_computer=number == 2)
                if self._unfinished is not None:
                    self._ask(Question.GO_ON)
                else:
                    self.way.go_to(StepName.CHOOSE)
            case Question.GO_ON, 1 if self._unfinished is not None:
                self.way.show_screen(Resume(self.way, self._unfinished))
            case Question.GO_ON, _number:
                self.way.go_to(StepName.CHOOSE)

    def go_back(self) -> None:
        if self._question is not Question.LANGUAGE:
            before = Question.LANGUAGE if self._question is Question.WHAT else Question.WHAT
            self._ask(before)

    def _ask(self, question: Question) -> None:
        self._question = question
        self.show_again()


def _offered() -> list[str]:
    """English, Spanish and Korean have 1, 2 and 3; languages added later follow."""
    return available()
