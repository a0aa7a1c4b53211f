"""Progress and complaints on a terminal: on standard error, so that standard output can be piped."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.cells import cell_len

from wizard.language.progress import words_of
from wizard.language.sentences import sentence_for
from wizard.long_work import Pace, Progress, Stopped
from wizard.problems import (
    FolderMissing,
    KitError,
    NotABackup,
    NotAFolder,
    NotAReviewFolder,
    OneInsideTheOther,
)

SECONDS_BETWEEN = 0.1
NOT_WHOLE, USAGE, INTERRUPTED = 1, 2, 130
"""Exit codes: the work was not done whole; a wrong word on the command line; stopped."""
WRONG_ARGUMENTS = (FolderMissing, NotAFolder, NotABackup, NotAReviewFolder, OneInsideTheOther)


class ProgressOnTerminal:
    """One line that is written over; nothing at all where the output is a file."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._pace = Pace(time.monotonic())
        self._last = 0.0
        self._width = 0

    def report(self, progress: Progress) -> None:
        """Shows how far the work is, ten times a second at most."""
        now = time.monotonic()
        if not self._shown or now - self._last < SECONDS_BETWEEN:
            return
        self._last = now
        line = words_of(progress, self._pace.seconds_left(progress, now))
        sys.stderr.write("\r" + line + " " * max(0, self._width - cell_len(line)))
        sys.stderr.flush()
        self._width = cell_len(line)

    def end(self) -> None:
        """Leaves the line empty."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()


@contextmanager
def progress_on_terminal() -> Iterator[ProgressOnTerminal]:
    """Shows progress while the work inside runs."""
    progress = ProgressOnTerminal()
    try:
        yield progress
    finally:
        progress.end()


def say(line: str) -> None:
    """One line of the answer."""
    print(line)


def complain(error: KitError) -> int:
    """Says what was the matter; returns the exit code."""
    print(sentence_for(error), file=sys.stderr)
    if isinstance(error, Stopped):
        return INTERRUPTED
    return USAGE if isinstance(error, WRONG_ARGUMENTS) else NOT_WHOLE
