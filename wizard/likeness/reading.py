"""Reads pictures on all cores, each in a thread that nobody waits for longer than is reasonable."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from threading import Event, Thread
from time import monotonic

from wizard.likeness.fingerprint import Fingerprint
from wizard.long_work import stop_if_asked
from wizard.photos.library import File
from wizard.photos.picture import UnreadablePicture
from wizard.problems import ProblemKind

PATIENCE = 300.0
"""Seconds for one picture. A guess: the largest that is opened at all takes a few, a sick drive has no end."""

Look = Callable[[File], Fingerprint]
"""One pass over a file. Raises UnreadablePicture."""
Outcome = Fingerprint | UnreadablePicture


def read_all(
    files: Sequence[File], look: Look, stop: Event | None
) -> Iterator[tuple[File, Outcome]]:
    """Hands out each file as it is done. Threads: Pillow and hashlib let go of the GIL. Raises Stopped."""
    at_once = os.cpu_count() or 2
    waiting = iter(sorted(files, key=_place_on_disk))
    running: dict[Future[Fingerprint], tuple[File, float]] = {}
    while True:
        while len(running) < at_once and (file := next(waiting, None)) is not None:
            running[_begun(look, file)] = file, monotonic()
        if not running:
            return
        stop_if_asked(stop)
        done, _ = wait(running, timeout=0.1, return_when=FIRST_COMPLETED)
        for future, (file, began) in list(running.items()):
            if future in done:
                yield running.pop(future)[0], _outcome(future)
            elif monotonic() - began > PATIENCE:
                del running[future]
                yield file, UnreadablePicture(ProblemKind.TOO_SLOW)


def _place_on_disk(file: File) -> tuple[int, int]:
    """By inode: files lie roughly in that order, and a drive that turns need not jump. Windows tells none."""
    return file.identity if file.identity[0] else (0, 0)


def _begun(look: Look, file: File) -> Future[Fingerprint]:
    """A picture being read in a thread of its own, which nobody waits for: a dying drive may never answer.

    Starting a thread takes a ten-thousandth of a second, reading a picture a hundred times as long.
    """
    future: Future[Fingerprint] = Future()

    def work() -> None:
        try:
            future.set_result(look(file))
        except BaseException as error:  # noqa: BLE001 - handed on to who asks for the outcome
            future.set_exception(error)

    Thread(target=work, name=f"reads {file.path!a}", daemon=True).start()
    return future


def _outcome(future: Future[Fingerprint]) -> Outcome:
    try:
        return future.result()
    except UnreadablePicture as unreadable:
        return unreadable
