"""How long work tells how far it is, and how it is stopped. Knows nothing of screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from wizard.problems import KitError


@dataclass(frozen=True)
class Progress:
    """How far long work is: files and bytes done, of how many."""

    files: int
    of_files: int
    bytes: int
    of_bytes: int

    @property
    def share(self) -> float:
        """0.0 to 1.0, by bytes where there are any: files differ too much in size to be counted."""
        done, whole = (self.bytes, self.of_bytes) if self.of_bytes else (self.files, self.of_files)
        return min(1.0, done / whole) if whole else 1.0


Report = Callable[[Progress], None]
"""Called from the working thread after each file; must return at once."""


class Stopped(KitError):
    """The learner stopped the work. What was done so far is kept."""


def nobody_listens(_progress: Progress) -> None:
    """For callers that do not show progress."""


def stop_if_asked(stop: Event | None) -> None:
    """Raises Stopped when `stop` is set."""
    if stop is not None and stop.is_set():
        raise Stopped


class Pace:
    """Tells the seconds left. Silent until it can be believed: ten seconds in, and 2 percent done."""

    SECONDS_BEFORE_BELIEVED = 10.0
    SHARE_BEFORE_BELIEVED = 0.02
    SECONDS_BEFORE_SMALLER = 20.0
    """Before the learner is offered to start with one folder."""
    LONG_SECONDS = 300.0
    """A backup that needs longer than this is worth starting with one folder. A guess: a fifth of the
    quarter of an hour that a workshop has for this step would be gone before anything is to be seen."""

    def __init__(self, started: float) -> None:
        """`started`: the monotonic clock, in seconds, when the work began."""
        self._started = started
        self._share_at_start: float | None = None

    def seconds(self, now: float) -> float:
        """Seconds since the work began."""
        return now - self._started

    def seconds_left(self, progress: Progress, now: float) -> float | None:
        """Seconds left at the pace so far, or None while it is too early to say."""
        if self._share_at_start is None:
            self._share_at_start = progress.share
        done = progress.share - self._share_at_start
        elapsed = self.seconds(now)
        if elapsed < self.SECONDS_BEFORE_BELIEVED or done < self.SHARE_BEFORE_BELIEVED:
            return None
        return elapsed * (1.0 - progress.share) / done

    def long_rest(self, progress: Progress, now: float) -> float | None:
        """Seconds left, once it is known that so many are left that less work would be welcome."""
        left = self.seconds_left(progress, now)
        early = self.seconds(now) < self.SECONDS_BEFORE_SMALLER
        return None if early or left is None or left < self.LONG_SECONDS else left
