"""Between the first screen and where the learner was: opens again what was open last time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from wizard.journey import Record, StepName
from wizard.language.catalogs import _
from wizard.language.progress import words_of
from wizard.language.sentences import sentence_for
from wizard.long_work import Progress, Stopped
from wizard.problems import KitError, expected
from wizard.steps.reading import ReadOn
from wizard.steps.step import Step
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.progress_line import ProgressLine


class Resume(Step):
    """Reads the folder again and goes on by itself."""

    step = StepName.WELCOME

    @dataclass
    class Resumed(Message):
        """Everything is open again; the way goes on at this step."""

        at: StepName

    @dataclass
    class Failed(Message):
        """The folder or its review folder cannot be opened."""

        error: KitError

    def __init__(self, way: Way, record: Record) -> None:
        super().__init__(way)
        self._record = record
        self._stop = Event()
        self._failed = False

    def instruction(self) -> str:
        return _("One moment. We are opening your photos again.")

    def body(self) -> ComposeResult:
        yield ProgressLine()

    def answers(self) -> Sequence[Answer]:
        return [Answer(1, _("Begin with another folder"))] if self._failed else ()

    def answered(self, number: int) -> None:
        self.way.go_to(StepName.CHOOSE)

    def on_mount(self) -> None:
        self._open_again()

    def go_back(self) -> None:
        self._stop.set()
        self.way.go_to(StepName.WELCOME)

    @work(thread=True, exclusive=True, exit_on_error=False, group="resume")
    def _open_again(self) -> None:
        try:
            step = self.way.journey.resume(
                self._record, stop=self._stop, progress=self._report_progress
            )
        except Stopped:
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.Failed(expected(error)))
        else:
            self.post_message(self.Resumed(step))

    def _report_progress(self, progress: Progress) -> None:
        self.post_message(ReadOn(progress))

    @on(ReadOn)
    def _show_progress(self, event: ReadOn) -> None:
        self.query_one(ProgressLine).show(event.progress.share, words_of(event.progress, None))

    @on(Resumed)
    def _go_on(self, event: Resumed) -> None:
        self.way.go_to(event.at)

    @on(Failed)
    def _say_why_not(self, event: Failed) -> None:
        self._failed = True
        self.message = sentence_for(event.error)
        self.show_again()
