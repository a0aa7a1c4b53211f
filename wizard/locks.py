"""One session at a time: locks that the system frees when the program ends or dies."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from wizard.problems import AnotherSession, NoLocks

LOCK_FILE = "lock"
FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A link or a pipe of that name must neither lead elsewhere nor make us wait."""
HELD_BY_ANOTHER = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What flock and msvcrt.locking answer while somebody else holds the lock."""
NOT_KNOWN_HERE = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)
"""What a drive without locks answers: some network drives, some FUSE drivers."""


class FolderLock:
    """Holds a folder of ours until released."""

    def __init__(self, folder: Path) -> None:
        """Locks `folder`, which must exist; its lock file stays behind, empty.

        Raises AnotherSession when another process holds it, NoLocks when its drive knows no locks.
        """
        self._descriptor: int | None = os.open(folder / LOCK_FILE, FLAGS, 0o666)
        try:
            _lock(self._descriptor)
        except OSError as error:
            self.release()
            if error.errno in HELD_BY_ANOTHER:
                raise AnotherSession(folder) from error
            if error.errno in NOT_KNOWN_HERE:
                raise NoLocks(folder) from error
            raise

    def release(self) -> None:
        """Lets go; may be called twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class PhotoFolderLock:
    """Holds a learner's photo folder for one window, and leaves nothing in it.

    It keeps two windows from sharing one journey. What moves is guarded by the review folder's own
    lock besides, so where this one is not to be had the window goes on without it.
    """

    def __init__(self, folder: Path) -> None:
        """Raises AnotherSession when another window has the folder."""
        self.folder = Path(os.path.realpath(folder))
        self._handle = _hold(self.folder)

    def release(self) -> None:
        """Lets go; may be called twice."""
        if self._handle is not None:
            _let_go(self._handle)
            self._handle = None


if sys.platform == "win32":
    import ctypes
    import hashlib
    import msvcrt

    ERROR_ALREADY_EXISTS = 183
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateMutexW.restype = ctypes.c_void_p
    _kernel.CloseHandle.argtypes = [ctypes.c_void_p]

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _hold(folder: Path) -> int | None:
        """A named mutex of this login session: a folder cannot be locked on Windows."""
        name = hashlib.sha256(os.path.normcase(folder).encode("utf-8", "surrogatepass")).hexdigest()
        handle = _kernel.CreateMutexW(None, False, f"Local\\before-you-delete-{name}")
        if handle and ctypes.get_last_error() == ERROR_ALREADY_EXISTS:
            _kernel.CloseHandle(handle)
            raise AnotherSession(folder)
        return handle or None

    def _let_go(handle: int) -> None:
        _kernel.CloseHandle(handle)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _hold(folder: Path) -> int | None:
        """A lock on the folder itself; NFS gives none on what is open for reading only."""
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except OSError:
            return None
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in HELD_BY_ANOTHER:
                raise AnotherSession(folder) from error
            return None
        return descriptor

    def _let_go(handle: int) -> None:
        os.close(handle)
