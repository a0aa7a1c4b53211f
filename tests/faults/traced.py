"""Faults made by strace at each system call: killed there, or the call fails with an error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.faults import scene
from tests.faults.tally import Clock, Tally, at_calls
from tests.faults.zygote import FIRES_AT

CHANGES = (
    *("openat", "write", "fsync", "mkdir", "rename", "renameat2"),
    *("unlink", "rmdir", "utimensat", "flock"),
)
"""The calls by which this program changes something on a drive; openat reads too."""
LOOKS = ("read", "newfstatat", "getdents64", "lseek", "fadvise64")

FAULTS = {
    "kill -9": (CHANGES, f"signal=KILL:when={FIRES_AT}"),
    "EIO": (CHANGES, f"error=EIO:when={FIRES_AT}"),
    "ENOSPC": (CHANGES, f"error=ENOSPC:when={FIRES_AT}"),
    "EACCES": (CHANGES, f"error=EACCES:when={FIRES_AT}"),
    "EIO from then on": (CHANGES, f"error=EIO:when={FIRES_AT}+"),
    "ENOSPC from then on": (CHANGES, f"error=ENOSPC:when={FIRES_AT}+"),
    "EIO when reading": (LOOKS, f"error=EIO:when={FIRES_AT}"),
    "EIO reading, from then on": (LOOKS, f"error=EIO:when={FIRES_AT}+"),
}


class Tracer:
    """A process that forks children under strace; see `zygote`."""

    def __init__(self, fault: str, log: Path) -> None:
        self._log = log
        self._read_up_to = 0
        calls, how = FAULTS[fault]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.zygote", ",".join(calls), how, str(log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        assert self._answer() == b"ready\n", "strace could not be started"

    def _answer(self) -> bytes:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def run(self, **request: Any) -> tuple[bool, int]:
        """Whether the fault fired, and the exit code."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request).encode())
        answer = json.loads(self._answer())
        killed = answer["code"] == -9
        return killed or self._injected(answer["process"]), answer["code"]

    def _injected(self, process: int) -> bool:
        """True when strace's log tells of a call of this process that it made fail."""
        with self._log.open("rb") as log:
            log.seek(self._read_up_to)
            lines = log.read().splitlines()
            self._read_up_to = log.tell()
        mine = b"%d " % process
        return any(line.startswith(mine) and b"(INJECTED)" in line for line in lines)

    def close(self) -> None:
        """Ends it and its strace."""
        self._process.communicate()


@contextmanager
def tracer(fault: str) -> Iterator[Tracer]:
    """A tracer and its log, both gone afterwards."""
    with tempfile.TemporaryDirectory(dir=scene.temporary_root()) as name:
        made = Tracer(fault, Path(name) / "log")
        try:
            yield made
        finally:
            made.close()


def trial(fault: str, work: str, library: str, *, claims: bool = False, step: int = 1) -> Tally:
    """The fault at each call of the work, or at every `step`-th."""
    clock = Clock()
    drive = " (no such rename)" if claims else ""
    tally = Tally(f"{fault}{drive}", work, library)
    with tracer(fault) as made:
        for call in FAULTS[fault][0]:
            _each(made, tally, call, claims, step)
    tally.seconds = clock()
    return tally


def _each(made: Tracer, tally: Tally, call: str, claims: bool, step: int) -> None:
    for at in at_calls(step):
        with scene.laid(tally.library, tally.work) as (desk, before):
            request = {"root": os.fspath(desk.root), "library": tally.library, "work": tally.work}
            fired, code = made.run(**request, call=call, at=at, claims=claims)
            tally.runs += 1
            if not fired:
                return
            tally.untold += code == 4
            tally.judge(desk, before, f"{tally.fault} at {call} {at} of {tally.work}")
