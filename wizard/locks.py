"""One session at a time: a lock on a folder of ours that the system frees when the program ends or dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from wizard.problems import AnotherSession

LOCK_FILE = "lock"
FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A link or a pipe of that name must neither lead elsewhere nor make us wait."""


class FolderLock:
    """Holds a folder until released. Raises AnotherSession when another process holds it."""

    def __init__(self, folder: Path) -> None:
        """Locks `folder`, which must exist; its lock file stays behind, empty."""
        self._descriptor: int | None = os.open(folder / LOCK_FILE, FLAGS, 0o666)
        try:
            _lock(self._descriptor)
        except OSError as error:
            self.release()
            raise AnotherSession(folder) from error

    def release(self) -> None:
        """Lets go; may be called twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
