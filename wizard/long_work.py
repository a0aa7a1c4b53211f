"""How long work tells how far it is, and how it is stopped. Knows nothing of screens."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def lasting() -> Iterator[None]:
    """Around what makes very many values that stay: the garbage collector waits until they are made.

    It would look through all of them again and again, for a quarter to a half of the time (listing
    100,000 files, reading back what is known of them).
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def settle() -> None:
    """What there is now will stay: the garbage collector need not look through it any more.

    A look through all that is known holds up every thread, the screen's too: 50 ms after the start of
    the program, 0.3 s with 100,000 photos. What nothing refers to is freed all the same.
    """
    gc.collect(1)
    gc.freeze()


class Pace:
    """Tells the seconds left, by the later half of the time so far: a stick that was quick at first is not soon done.

    Silent until it can be believed: ten seconds in, 2 percent done, and while the pace is steady.
    """

    SECONDS_BEFORE_BELIEVED = 10.0
    SHARE_BEFORE_BELIEVED = 0.02
    SECONDS_BEFORE_SMALLER = 20.0
    """Before the learner is offered to start with one folder."""
    LONG_SECONDS = 300.0
    """A backup that needs longer than this is worth starting with one folder. A guess: a fifth of the
    quarter of an hour that a workshop has for this step would be gone before anything is to be seen."""
    STEADY = 2.0
    """The last quarter of the time may go so many times faster or slower than the last half. A guess."""
    SECONDS_BETWEEN_POINTS = 0.5

    def __init__(self, started: float) -> None:
        """`started`: the monotonic clock, in seconds, when the work began."""
        self._started = started
        self._points: list[tuple[float, float]] = []
        """When, and which share was done by then."""

    def seconds(self, now: float) -> float:
        """Seconds since the work began."""
        return now - self._started

    def seconds_left(self, progress: Progress, now: float) -> float | None:
        """Seconds left, or None while it is too early to say or the pace changes."""
        if not self._points:
            self._points.append((self._started, progress.share))
        elif now - self._points[-1][0] >= self.SECONDS_BETWEEN_POINTS:
            self._points.append((now, progress.share))
        elapsed, done = self.seconds(now), progress.share - self._points[0][1]
        if elapsed < self.SECONDS_BEFORE_BELIEVED or done < self.SHARE_BEFORE_BELIEVED:
            return None
        half, quarter = (self._since(now - elapsed / part, progress, now) for part in (2, 4))
        if not half / self.STEADY <= quarter <= half * self.STEADY or not half:
            return None
        return (1.0 - progress.share) / half

    def long_rest(self, progress: Progress, now: float) -> float | None:
        """Seconds left, once it is known that so many are left that less work would be welcome."""
        left = self.seconds_left(progress, now)
        early = self.seconds(now) < self.SECONDS_BEFORE_SMALLER
        return None if early or left is None or left < self.LONG_SECONDS else left

    def _since(self, moment: float, progress: Progress, now: float) -> float:
        """Share per second since then."""
        when, share = self._points[bisect_right(self._points, (moment, 2.0)) - 1]
        return (progress.share - share) / (now - when) if now > when else 0.0
