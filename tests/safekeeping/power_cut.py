"""Ends a piece of work before one of its steps on the drive, as a power cut would."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from tests.safekeeping.desk import Desk

STEPS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.utime", "ctypes.dlsym")
"""Audit events; ctypes.dlsym comes right before a rename that does not replace."""

Work = Callable[[Desk], None]
"""Gets a desk on which all is laid ready; may be run again after a kill."""


def kill_before(step: int) -> None:
    """Arms this process: it dies before the given step that changes something on the drive."""

    def die_there(number: int) -> None:
        if number == step:
            os._exit(137)

    before_each_step(die_there)


def before_each_step(act: Callable[[int], None]) -> None:
    """Calls `act` with the number of each step that changes something on the drive, right before it."""
    steps, acting = 0, False

    def count() -> None:
        nonlocal steps, acting
        if acting:
            return
        steps, acting = steps + 1, True
        try:
            act(steps)
        finally:
            acting = False

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            flags = arguments[2]
            if not isinstance(flags, int) or not flags & (os.O_WRONLY | os.O_RDWR):
                return
        if event in STEPS:
            count()

    fsync = os.fsync

    def counted_fsync(descriptor: Any) -> None:
        count()
        fsync(descriptor)

    os.fsync = counted_fsync  # type: ignore[assignment]
    sys.addaudithook(watch)


def killed(work: Work, desk: Desk, step: int) -> bool:
    """Does the work in a child that dies before the step; False when the work ended first."""
    child = os.fork()
    if child == 0:
        kill_before(step)
        try:
            work(desk)
        except BaseException as error:  # noqa: BLE001 - this process may not come back from here
            os.write(2, f"{error!r}\n".encode())
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 137), f"the work failed by itself: {code}"
    return code == 137
