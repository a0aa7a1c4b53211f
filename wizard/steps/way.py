"""What a step may ask of the program around it: the journey, going to another step, the backup that runs on."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Protocol

from textual.screen import Screen

from wizard.journey import Journey, Record, StepName
from wizard.long_work import Pace, Progress
from wizard.pages.outside import Outside
from wizard.problems import KitError
from wizard.safekeeping.backup import BackupResult
from wizard.session import Session


@dataclass
class RunningBackup:
    """A backup that goes on while the learner looks around. Written by its thread, read by screens."""

    pace: Pace
    copy: Path | None = None
    """A folder that was copied earlier and is only read now."""
    stop: Event = field(default_factory=Event)
    progress: Progress | None = None
    result: BackupResult | None = None
    error: KitError | None = None
    ended: Event = field(default_factory=Event)
    """Set when its thread reads and writes no more."""

    @property
    def over(self) -> bool:
        """True once it has come to its end, whole or not."""
        return self.ended.is_set()


@dataclass
class WorkshopClock:
    """When the workshop began, on the monotonic clock in seconds: at the program's start, until a facilitator says so."""

    started: float = field(default_factory=time.monotonic)


class Way(Protocol):
    """The program as steps see it; the App is one."""

    backup: RunningBackup | None
    outside: Outside
    clock: WorkshopClock

    @property
    def journey(self) -> Journey:
        """The journey under way."""

    @property
    def session(self) -> Session:
        """The sitting that the journey belongs to."""

    @property
    def can_draw_dots(self) -> bool:
        """True in a terminal that draws pictures by dots, whether it does so now or not."""

    def dots_or_blocks(self) -> None:
        """Draws by dots where blocks were, or the other way round."""

    def go_to(self, step: StepName, message: str = "") -> None:
        """Shows a step, with a message if there is one, and writes down that the learner is there."""

    def show_screen(self, screen: Screen[object]) -> None:
        """Shows a screen that is beside the way: already lost photos, an earlier journey."""

    def begin_own(self, *, shared_computer: bool) -> Record | None:
        """A journey on the learner's own photos; returns an unfinished one of last time."""

    def begin_practice(self, step: StepName = StepName.CHOOSE) -> None:
        """A journey on freshly made practice photos, at a step for which everything is prepared."""

    def practise_more(self) -> None:
        """Shows the exercises on practice photos."""

    def start_backup(self, copy: Path | None = None) -> None:
        """Makes the backup on the chosen drive, or reads an existing `copy`, in the background."""

    def speak(self, language: str) -> None:
        """Shows everything in another language; place and answers stay."""

    def change_colours(self) -> None:
        """Dark letters on light ground, or the other way round."""

    def leave(self) -> None:
        """Ends the program; everything can go on later."""
