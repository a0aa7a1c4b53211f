"""Watches over the whole test run: what the program removes or replaces it made itself, whoever called it.

An audit hook sees each call of Python that removes, renames or opens for writing, in every test of this
process, drills and reset included. What a test does with its own hands is not the program's doing.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Any

import wizard
from wizard.own_files import MARK
from wizard.safekeeping.trash import TEST_FILE

PACKAGE = os.path.dirname(os.path.abspath(wizard.__file__)) + os.sep
TESTS = os.path.dirname(os.path.abspath(__file__)) + os.sep
REMOVES = "own_files.py"
MOVES = ("safekeeping/disk.py", "safekeeping/trash.py")
"""The second of these is where the computer's trash renames what it is given."""
STAMPS = "teaching/stamps.py"
"""Writes stamps into lessons and guide: a translator's command on the sources, which no learner has."""
WRITES = os.O_WRONLY | os.O_RDWR | os.O_TRUNC
tripped: list[str] = []
"""What was tried, also where its error was not seen."""


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        flags = arguments[2]
        if not isinstance(flags, int) or not flags & WRITES or flags & os.O_EXCL:
            return  # what must be new is nobody's yet
    elif event not in ("os.remove", "os.rename", "os.truncate"):
        return
    who = _program_file()
    if who and not _is_allowed(event, arguments, who):
        tripped.append(f"{who}: {event} {arguments}")


def _program_file() -> str:
    """The file of the program that acts, or nothing when a test does it itself."""
    frame = sys._getframe(2)
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(PACKAGE):
            return name.removeprefix(PACKAGE).replace(os.sep, "/")
        if name.startswith(TESTS):
            return ""
        frame = frame.f_back  # type: ignore[assignment]
    return ""


def _is_allowed(event: str, arguments: tuple[Any, ...], who: str) -> bool:
    match event:
        case "os.remove":
            path = _path(arguments[0], arguments[1])
            if who == MOVES[1]:  # send2trash copies to a trash elsewhere: no photo gets that far
                return path.name.startswith(TEST_FILE)
            return who == REMOVES and _in_a_folder_of_ours(path)
        case "os.rename":
            target = _path(arguments[1], arguments[3])
            if target.parent.name == "__pycache__":
                return True  # what Python compiles for itself, in a kit
            if who == REMOVES:
                return _in_a_folder_of_ours(target)
            return who in MOVES and not _holds_something(target)
        case "open":
            path = arguments[0]
            if isinstance(path, int) or not _holds_something(_path(path, -1)):
                return True
            return who == STAMPS or (who == MOVES[0] and bool(arguments[2] & os.O_APPEND))
        case _:
            return False


def _path(path: Any, folder: int) -> Path:
    """The path of a call; with the descriptor of a folder it is relative to that."""
    name = os.fsdecode(path)
    return Path(os.readlink(f"/proc/self/fd/{folder}"), name) if folder != -1 else Path(name)


def _in_a_folder_of_ours(path: Path) -> bool:
    """True for what lies in a folder that bears the mark, and for the mark itself while it is made."""
    return path.name.startswith(MARK) or any(
        os.path.lexists(folder / MARK) for folder in path.parents
    )


def _holds_something(path: Path) -> bool:
    """True for an ordinary file that is not empty."""
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size > 0


sys.addaudithook(_watch)
