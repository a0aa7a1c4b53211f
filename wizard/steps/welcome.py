"""Step 1: the language, then practice, own photos or photos already lost, then whose computer this is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path

from textual.app import ComposeResult

from wizard.journey import Record, StepName
from wizard.language.catalogs import _, available, language, own_name, speaking
from wizard.language.names import shorten
from wizard.language.sentences import administrator_warning
from wizard.rights import as_administrator
from wizard.steps.already_lost import AlreadyLost
from wizard.steps.names import long_name
from wizard.steps.resume import Resume
from wizard.steps.step import Step
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain


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
        practice_only: bool = False,
    ) -> None:
        """`practice_only`: after the language practice begins at once, as the command line said."""
        super().__init__(way)
        self._question = question
        self._practice_only = practice_only
        self._unfinished: Record | None = None

    def instruction(self) -> str:
        match self._question:
            case Question.LANGUAGE:
                return "   ".join(_each_language(lambda: _("Choose your language.")))
            case Question.WHAT:
                return _("What would you like to do today?")
            case Question.WHOSE_COMPUTER:
                return _("Is this your own computer?")
            case Question.GO_ON:
                return _("Welcome back. You have not finished last time.")

    def body(self) -> ComposeResult:
        match self._question:
            case Question.LANGUAGE:
                yield Plain("\n".join(_each_language(lambda: _("Before You Delete"))))
                if as_administrator():
                    yield Plain("\n" + "\n".join(_each_language(administrator_warning)))
            case Question.WHAT:
                yield Plain(
                    _(
                        "You will learn to tidy photos that look alike, without losing one.\n\n"
                        "Three things keep your photos safe:\n"
                        "  - a full backup on a separate drive,\n"
                        "  - a review folder instead of deleting,\n"
                        "  - your own eyes on every group of photos.\n\n"
                        "Nothing is ever deleted by this program."
                    )
                )
            case Question.WHOSE_COMPUTER:
                yield Plain(
                    _(
                        "On a library or shared computer nothing about you stays behind. "
                        "Your progress is kept on your own backup drive."
                    )
                )
            case Question.GO_ON if self._unfinished is not None:
                folder = shorten(Path(self._unfinished.folder).name, 50)
                # Translators: {folder} is a folder's name, {step} the name of a step
                text = _("Folder: “{folder}”\nStep: {step}")
                yield Plain(
                    text.format(folder=folder, step=long_name(StepName(self._unfinished.step)))
                )

    def answers(self) -> Sequence[Answer]:
        match self._question:
            case Question.LANGUAGE:
                return [Answer(n, own_name(code)) for n, code in enumerate(_offered(), 1)]
            case Question.WHAT:
                return [
                    Answer(1, _("Practise with practice photos")),
                    Answer(2, _("My own photos")),
                    Answer(3, _("I have already lost photos")),
                ]
            case Question.WHOSE_COMPUTER:
                return [Answer(1, _("Mine")), Answer(2, _("Library or shared"))]
            case Question.GO_ON:
                return [
                    Answer(1, _("Go on where I was")),
                    Answer(2, _("Start with another folder. Nothing that was done is lost.")),
                ]

    def focused_answer(self) -> int | None:
        if self._question is Question.LANGUAGE and language() in _offered():
            return _offered().index(language()) + 1
        return None

    def answered(self, number: int) -> None:
        match self._question, number:
            case Question.LANGUAGE, _number:
                self._question = Question.WHAT
                self.way.speak(_offered()[number - 1])
                if self._practice_only:
                    self.way.begin_practice()
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


def _each_language(say: Callable[[], str]) -> list[str]:
    texts = []
    for code in _offered():
        with speaking(code):
            texts.append(say())
    return texts
