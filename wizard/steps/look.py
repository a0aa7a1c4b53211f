"""Step 4: looks for look-alikes. May be stopped; remembers. Ends with a summary in words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.language.progress import words_of
from wizard.language.scans import summary
from wizard.language.sentences import sentence_for
from wizard.long_work import Pace, Progress
from wizard.problems import KitError, expected
from wizard.steps.reading import ReadOn
from wizard.steps.step import Step
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain
from wizard.widgets.progress_line import ProgressLine

SECONDS_BETWEEN_REPORTS = 0.1


class Look(Step):
    """Progress first, then what was found."""

    step = StepName.LOOK

    @dataclass
    class Looked(Message):
        """Every photo was read and compared."""

    @dataclass
    class CouldNotLook(Message):
        """It was stopped, or the drive does not answer."""

        error: KitError

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self._stop = Event()
        self._pace = Pace(time.monotonic())
        self._last_report = 0.0
        self._reached: Progress | None = None
        """How far it is, also while it is stopped: what was read is kept."""
        self._ended = way.journey.scan is not None

    def instruction(self) -> str:
        if self.way.journey.scan is not None:
            return _("This is what we found.")
        return _("Comparing your photos. Nothing is changed.")

    def body(self) -> ComposeResult:
        scan = self.way.journey.scan
        if scan is not None:
            yield Plain("\n".join(summary(scan)))
        else:
            yield ProgressLine(self._reached)

    def answers(self) -> Sequence[Answer]:
        scan = self.way.journey.scan
        if scan is not None:
            go_on = [Answer(1, _("Go on to step 5"))] if scan.groups else []
            return [*go_on, Answer(2, _("Choose another folder"))]
        if self._ended:
            return [Answer(1, _("Go on looking"))]
        return [Answer(1, _("Stop. It can go on later where it was."))]

    def answered(self, number: int) -> None:
        if self.way.journey.scan is not None:
            self.way.go_to(StepName.REVIEW if number == 1 else StepName.CHOOSE)
        elif self._ended:
            self._ended = False
            self.show_again()
            self._begin()
        else:
            self._stop.set()

    def go_back(self) -> None:
        if self._ended:
            super().go_back()
        else:
            self._stop.set()

    def on_mount(self) -> None:
        super().on_mount()
        if not self._ended:
            self.call_after_refresh(self._begin)  # the work would hold up the drawing of the screen

    def _begin(self) -> None:
        self._stop = Event()
        self._pace = Pace(time.monotonic())
        self._compare()

    @work(thread=True, exclusive=True, exit_on_error=False, group="look")
    def _compare(self) -> None:
        try:
            self.way.journey.look(stop=self._stop, progress=self._report_progress)
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.CouldNotLook(expected(error)))
        else:
            self.post_message(self.Looked())

    def _report_progress(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last_report >= SECONDS_BETWEEN_REPORTS:
            self._last_report = now
            self.post_message(ReadOn(progress))

    @on(ReadOn)
    def _show_progress(self, event: ReadOn) -> None:
        left = self._pace.seconds_left(event.progress, time.monotonic())
        self._reached = event.progress
        for line in self.query(ProgressLine):
            line.show(event.progress.share, words_of(event.progress, left))

    @on(Looked)
    def _show_summary(self) -> None:
        self._ended = True
        self.show_again()

    @on(CouldNotLook)
    def _say_why_not(self, event: CouldNotLook) -> None:
        self._ended = True
        self.message = sentence_for(event.error)
        self.show_again()
