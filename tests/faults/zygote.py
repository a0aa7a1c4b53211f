"""Run as a program: forks one child for each piece of work, while strace makes its N-th call fail.

strace counts each kind of call of each process by itself and fires at the same number in all, so a
child first uses up as many calls as are needed for the fault to fall on the one that is wanted. Thus
one strace, and one start of Python, serve thousands of runs. Talks over stdin and stdout in JSON lines,
with readv and writev: strace does not count those.
"""

from __future__ import annotations

import ctypes
import fcntl
import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.faults import scene
from tests.safekeeping.desk import Desk
from wizard.safekeeping import copy_pool, disk

FIRES_AT = 400
"""More calls of one kind than any piece of work here makes."""
renameat2 = disk._rename_without_replacing
NOWHERE = "/nowhere/at/all"
CLOSED = 1 << 20
"""No file has this descriptor."""
USE_UP: dict[str, Callable[[], object]] = {
    "openat": lambda: os.open(NOWHERE, os.O_RDONLY),
    "write": lambda: os.write(CLOSED, b""),
    "fsync": lambda: os.fsync(CLOSED),
    "mkdir": lambda: os.mkdir("/"),
    "rename": lambda: os.rename(NOWHERE, NOWHERE),
    "renameat2": lambda: renameat2(NOWHERE.encode(), NOWHERE.encode()),
    "unlink": lambda: os.unlink(NOWHERE),
    "rmdir": lambda: os.rmdir(NOWHERE),
    "utimensat": lambda: os.utime(NOWHERE, ns=(0, 0)),
    "flock": lambda: fcntl.flock(CLOSED, fcntl.LOCK_UN),
    "read": lambda: os.read(CLOSED, 1),
    "newfstatat": lambda: os.lstat(NOWHERE),
    "getdents64": lambda: next(os.scandir("/")),
    "lseek": lambda: os.lseek(CLOSED, 0, 0),
    "fadvise64": lambda: os.posix_fadvise(CLOSED, 0, 0, os.POSIX_FADV_DONTNEED),
}
"""For each call that is made to fail, one of its kind without effect."""
PR_SET_PTRACER = 0x59616D61
ANYBODY = ctypes.c_ulong(-1)


class InLine(Executor):
    """Does the work at once in this thread, so that the N-th call is the same one each time."""

    def __init__(self, _workers: int) -> None: ...

    def submit(self, work: Any, /, *arguments: Any, **_named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(work(*arguments))
        except BaseException as error:  # noqa: BLE001 - handed on
            future.set_exception(error)
        return future


def let_strace_in(calls: str, fault: str, log: str) -> subprocess.Popen[str]:
    """Starts strace on this process and waits until it holds it."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANYBODY, 0, 0, 0)
    rules = ["-e", f"trace={calls}", "-e", f"inject={calls}:{fault}"]
    strace = subprocess.Popen(
        ["strace", "-f", "-p", str(os.getpid()), "-o", log, *rules],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert strace.stderr is not None
    said = strace.stderr.readline()
    if "attached" not in said:
        raise SystemExit(f"strace: {said}")
    return strace


def child(request: dict[str, Any]) -> int:
    """Uses up calls, then does the work."""
    copy_pool.ThreadPoolExecutor = InLine  # type: ignore[attr-defined, assignment]
    if request["claims"]:
        disk._rename_without_replacing = lambda source, target: 22
    desk, library = Desk(Path(request["root"])), request["library"]
    use_up = USE_UP[request["call"]]
    for _ in range(FIRES_AT - request["at"]):
        with suppress(OSError):
            use_up()
    return scene.told_by(lambda: scene.DO[request["work"]](desk, library))


def main(calls: str, fault: str, log: str) -> None:
    """Serves until stdin ends."""
    gc.freeze()  # in no child the collector looks through, and copies, what was loaded
    strace = let_strace_in(calls, fault, log)
    os.writev(1, [b"ready\n"])
    line = bytearray(4096)
    while length := os.readv(0, [line]):
        request = json.loads(bytes(line[:length]))
        process = os.fork()
        if process == 0:
            os._exit(child(request))
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        os.writev(1, [json.dumps({"process": process, "code": code}).encode() + b"\n"])
    strace.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
