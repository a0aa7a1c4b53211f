"""The only file that writes or moves on a learner's drive. It creates and renames; it never replaces or removes."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import BinaryIO, Protocol

from wizard.long_work import stop_if_asked
from wizard.problems import DriveFull, DriveGone, KitError, NotWritable

CHUNK = 1 << 20
"""Bytes read or written at once."""
AT_FDCWD = -100
"""linux/fcntl.h"""
RENAME_NOREPLACE = 1
"""linux/fs.h"""
RENAME_EXCL = 4
"""sys/stdio.h on macOS"""
NOT_SUPPORTED = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)
"""exFAT and NTFS drivers answer EINVAL to a no-replace rename even for a free name (measured)."""


def create(path: Path) -> BinaryIO:
    """A new file, open for writing. Raises FileExistsError when the name is taken."""
    return open(path, "xb")


def append_record(path: Path, line: bytes) -> None:
    """Adds a line at the end of a record of ours and waits until it is on the drive."""
    new = not os.path.lexists(path)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o666), "ab") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "not an ordinary file", str(path))
        file.write(line)
        flush(file)
    if new:
        flush_folder(path.parent)


def make_folder(path: Path) -> None:
    """Makes one folder and makes that lasting. Raises FileExistsError when the name is taken."""
    os.mkdir(path)
    flush_folder(path.parent)


def make_folders(path: Path) -> None:
    """Makes a folder and those above it that are missing."""
    missing = [folder for folder in (path, *path.parents) if not os.path.lexists(folder)]
    for folder in reversed(missing):
        try:
            make_folder(folder)
        except FileExistsError:
            continue


def write_new(path: Path, contents: bytes) -> None:
    """A new small file, lasting when this returns. Raises FileExistsError."""
    with create(path) as file:
        file.write(contents)
        flush(file)
    flush_folder(path.parent)


def flush(file: BinaryIO) -> None:
    """Waits until everything written is on the drive itself; on macOS fsync alone stops at its cache."""
    file.flush()
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
            return
        except OSError:
            pass
    os.fsync(file.fileno())


def flush_folder(path: Path) -> None:
    """Makes new and renamed names in a folder lasting. Windows does it by itself; some drivers refuse."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NOT_SUPPORTED:
            raise
    finally:
        os.close(descriptor)


def flush_move(left: Path, came_to: Path) -> None:
    """Makes a move lasting: the new name first, for a drive without a journal may lose the old one alone."""
    for path in (came_to, left):
        with suppress(FileNotFoundError, NotADirectoryError):  # renamed by the learner meanwhile
            flush_folder(path.parent)


def set_modified(path: Path, modified_ns: int) -> None:
    """Gives a copy of ours the original's time of change, in nanoseconds since 1970, if the drive can hold it."""
    with suppress(OSError, OverflowError):
        os.utime(path, ns=(modified_ns, modified_ns))


def digest_from_drive(path: Path, stop: Event | None = None) -> str:
    """SHA-256 in hex of what the drive holds, read past the system's cache where it lets us. Raises Stopped."""
    digest = hashlib.sha256()
    with open(path, "rb", buffering=0) as file:
        _forget_cached(file.fileno())
        while chunk := file.read(CHUNK):
            stop_if_asked(stop)
            digest.update(chunk)
    return digest.hexdigest()


def _forget_cached(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_NOCACHE, 1)
    elif sys.platform != "win32":
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


Identity = tuple[int, int]
"""Device and inode: which file a name stands for."""


class Notes(Protocol):
    """Writes down what becomes of a claim, so that after a crash nobody's file is taken for one of ours."""

    def claiming(self) -> None:
        """A name is about to be claimed."""

    def claimed(self, claim: Identity) -> None:
        """The name is claimed by this empty file."""


def move_to_free_name(source: Path, target: Path, notes: Notes | None = None) -> None:
    """Renames without ever replacing: raises FileExistsError when `target` is there.

    Where the drive's driver knows no such rename, the name is claimed with an empty file first and
    the rename goes over that. A crash in between leaves the claim; `finish_claimed` completes it.
    `notes` are for a target among a learner's own files.
    """
    if sys.platform == "win32":
        os.rename(source, target)
        return
    failure = _rename_without_replacing(os.fsencode(source), os.fsencode(target))
    if failure in NOT_SUPPORTED:
        os.lstat(source)  # no claim for a file that is gone
        if notes:
            notes.claiming()
        with create(target) as empty:
            claim = identity(os.fstat(empty.fileno()))
        if notes:
            notes.claimed(claim)
        finish_claimed(source, target, claim)
    elif failure:
        raise OSError(failure, os.strerror(failure), str(source), None, str(target))


def finish_claimed(source: Path, target: Path, claim: Identity) -> None:
    """Renames over our own empty file. Raises FileExistsError when it is another one, or not empty."""
    status = os.lstat(target)
    if identity(status) != claim or not is_empty_file(status):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    os.rename(source, target)


def identity(status: os.stat_result) -> Identity:
    """Which file it is. Not for long: FAT's drivers number files anew with each mount."""
    return status.st_dev, status.st_ino


def is_empty_file(status: os.stat_result) -> bool:
    """True for an ordinary file without a byte, as a claim is."""
    return stat.S_ISREG(status.st_mode) and status.st_size == 0


def _rename_without_replacing(source: bytes, target: bytes) -> int:
    """0, or the error number."""
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        failed = library.renamex_np(source, target, RENAME_EXCL)
    elif hasattr(library, "renameat2"):
        failed = library.renameat2(AT_FDCWD, source, AT_FDCWD, target, RENAME_NOREPLACE)
    else:
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0


def told_as(error: OSError, drive: Path) -> KitError | None:
    """The typed error for a failure of the drive as a whole, or None when one file alone is the matter."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DriveFull(drive)
    if error.errno == errno.EROFS:
        return NotWritable(drive)
    if error.errno in (errno.ENODEV, errno.ENXIO, errno.ESHUTDOWN, errno.ENOTCONN):
        return DriveGone(drive)
    may_be_gone = error.errno in (errno.EIO, errno.ENOENT, errno.ESTALE)
    if (
        sys.platform == "win32"
    ):  # a drive that was pulled out is answered for with EACCES or EINVAL too
        may_be_gone = True
    if may_be_gone and not _answers(drive):
        return DriveGone(drive)
    return None


def _answers(drive: Path) -> bool:
    try:
        os.scandir(drive).close()
    except OSError:
        return False
    return True
