"""What lies at a path, as lstat and a digest see it. Looks only; an unreadable drive is an error, never "not there"."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from wizard.photos.library import problem_of
from wizard.problems import ProblemKind

State = tuple[int, int, int] | None


def state(path: Path) -> State:
    """Inode, size and time of change, which another program's hand gives away; None when nothing is there."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def exists(path: Path) -> bool:
    """True when something is there, be it a broken link. Raises OSError when the drive does not answer."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def unlike(path: Path, sha256: str) -> ProblemKind | None:
    """Why the file is not the one expected, or None when it holds exactly these bytes."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return ProblemKind.CHANGED
        with open(path, "rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except (FileNotFoundError, NotADirectoryError):
        return ProblemKind.NOT_FOUND
    except OSError as error:
        return problem_of(error)
    return None if same else ProblemKind.CHANGED
