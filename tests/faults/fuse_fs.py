"""A drive that fails on demand: a FUSE file system over a folder, whose faults are set while it is mounted."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_int
from multiprocessing import get_context
from pathlib import Path
from typing import Any

os.environ.setdefault("FUSE_LIBRARY_NAME", "fuse3")

REFUSED = set('\\:*?"<>|') | {chr(code) for code in range(32)}
CHANGING = frozenset(
    ["create", "write", "mkdir", "rename", "unlink", "rmdir", "utimens", "fsync", "fsyncdir"]
)
_fork = get_context("fork") if sys.platform != "win32" else get_context()


class Faults:
    """What the drive does wrong, shared with the process that is the drive. `kind` is one of KINDS."""

    KINDS = ("", "pulled out", "full", "rot on read", "rot in the medium", "lying", "slow error")

    def __init__(self) -> None:
        self._kind = _fork.Value(c_int, 0)
        self._left = _fork.Value(c_int, 0)
        self.fired = _fork.Value(c_int, 0)
        self.fat = _fork.Value(c_int, 0)

    def set(self, kind: str, at: int) -> None:
        """From the `at`-th call that concerns this fault on, it happens. An empty kind is a healthy drive."""
        self._left.value, self.fired.value = at, 0
        self._kind.value = self.KINDS.index(kind)

    def meet(self, call: str) -> str:
        """The fault that this call meets, or nothing."""
        kind = self.KINDS[self._kind.value]
        if kind == "pulled out" and self.fired.value:
            return kind
        calls = {"rot on read": {"read"}, "rot in the medium": {"write"}, "lying": {"write"}}
        if not kind or call not in calls.get(kind, CHANGING):
            return ""
        self._left.value -= 1
        once = kind in ("rot on read", "rot in the medium", "slow error")
        if self._left.value > 0 or (once and self.fired.value):
            return ""
        if kind == "full" and call not in ("create", "write", "mkdir"):
            return ""
        self.fired.value = 1
        return kind


def drive_over(backing: str, faults: Faults) -> Any:
    """The file system's operations on the folder `backing`."""
    from mfusepy import Operations

    class Drive(Operations):  # type: ignore[misc]
        use_ns = True

        def real(self, path: str, new: bool = False) -> str:
            """Where a path is in the backing folder; on FAT, whatever the case of its letters."""
            if not faults.fat.value:
                return backing + path
            found = backing
            for part in filter(None, path.split("/")):
                if new and set(part) & REFUSED:
                    raise OSError(errno.EINVAL, "name")
                names = os.listdir(found) if os.path.isdir(found) else []
                same = [name for name in names if name.casefold() == part.casefold()]
                found = os.path.join(found, same[0] if same else part)
            return found

        def meet(self, call: str) -> str:
            kind = faults.meet(call)
            number = {
                "pulled out": errno.ENODEV,
                "full": errno.ENOSPC,
                "slow error": errno.EIO,
            }.get(kind)
            if number:
                raise OSError(number, os.strerror(number))
            return kind

        def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
            self.meet("getattr")
            status = os.lstat(self.real(path))
            names = ("mode", "nlink", "size", "uid", "gid", "ino", "dev")
            found: dict[str, Any] = {f"st_{name}": getattr(status, f"st_{name}") for name in names}
            times = ("atime", "mtime", "ctime")
            return found | {f"st_{name}": getattr(status, f"st_{name}_ns") for name in times}

        def readdir(self, path: str, fh: int) -> Any:
            self.meet("readdir")
            return [".", "..", *os.listdir(self.real(path))]

        def open(self, path: str, flags: int) -> int:
            self.meet("open")
            return os.open(self.real(path), flags & ~os.O_EXCL)

        def create(self, path: str, mode: int, fi: Any = None) -> int:
            self.meet("create")
            return os.open(self.real(path, True), os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

        def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
            kind = self.meet("read")
            found = os.pread(fh, size, offset)
            return bytes([found[0] ^ 4]) + found[1:] if kind and found else found

        def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
            kind = self.meet("write")
            stored = data
            if kind == "rot in the medium":
                stored = bytes([data[0] ^ 4]) + data[1:]
            elif kind == "lying":
                stored = bytes(len(data))
            os.pwrite(fh, stored, os.fstat(fh).st_size if _appends(fh) else offset)
            return len(data)

        def truncate(self, path: str, length: int, fh: int | None = None) -> int:
            os.truncate(self.real(path), length)
            return 0

        def fsync(self, path: str, datasync: int, fh: int) -> int:
            self.meet("fsync")
            return 0

        def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
            self.meet("fsyncdir")
            return 0

        def release(self, path: str, fh: int) -> int:
            os.close(fh)
            return 0

        def mkdir(self, path: str, mode: int) -> int:
            self.meet("mkdir")
            os.mkdir(self.real(path, True), mode)
            return 0

        def rmdir(self, path: str) -> int:
            self.meet("rmdir")
            os.rmdir(self.real(path))
            return 0

        def unlink(self, path: str) -> int:
            self.meet("unlink")
            os.unlink(self.real(path))
            return 0

        def readlink(self, path: str) -> str:
            return os.readlink(self.real(path))

        def rename(self, old: str, new: str) -> int:
            return self.renamed(old, new, 0)

        def renamed(self, old: str, new: str, flags: int) -> int:
            self.meet("rename")
            if flags and faults.fat.value:
                raise OSError(errno.EINVAL, "no such rename on FAT")
            target = self.real(new, True)
            if flags and os.path.lexists(target):
                raise OSError(errno.EEXIST, "taken")
            os.rename(self.real(old), target)
            return 0

        def utimens(self, path: str, times: tuple[int, int] | None = None) -> int:
            self.meet("utimens")
            os.utime(self.real(path), ns=times or (0, 0))
            return 0

        def chmod(self, path: str, mode: int) -> int:
            os.chmod(self.real(path), mode)
            return 0

        def chown(self, path: str, uid: int, gid: int) -> int:
            return 0

        def statfs(self, path: str) -> dict[str, int]:
            status = os.statvfs(backing)
            names = ("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_namemax")
            return {name: getattr(status, name) for name in names}

    return Drive()


def _appends(descriptor: int) -> bool:
    import fcntl

    return bool(fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_APPEND)


def _serve(backing: str, mount: str, faults: Faults) -> None:
    import mfusepy

    class Fuse(mfusepy.FUSE):  # type: ignore[misc]
        """mfusepy drops the flags of a rename; here they count."""

        def rename_fuse_3(self, old: bytes, new: bytes, flags: int) -> int:
            names = (name.decode(self.encoding, self.errors) for name in (old, new))
            return int(self.operations.renamed(*names, flags))

    Fuse(
        drive_over(backing, faults),
        mount,
        foreground=True,
        nothreads=True,
        direct_io=True,
        attr_timeout=0,
        entry_timeout=0,
        negative_timeout=0,
        default_permissions=True,
    )


@contextmanager
def mounted() -> Iterator[tuple[Path, Path, Faults]]:
    """The mount point, the folder behind it, and the faults to be set."""
    with tempfile.TemporaryDirectory(prefix="faults-fuse-") as name:
        root = Path(name)
        backing, mount, faults = root / "backing", root / "mount", Faults()
        backing.mkdir()
        mount.mkdir()
        drive = _fork.Process(target=_serve, args=(str(backing), str(mount), faults), daemon=True)
        drive.start()
        while not os.path.ismount(mount):
            assert drive.is_alive(), "the file system could not be mounted"
            time.sleep(0.02)
        try:
            yield mount, backing, faults
        finally:
            faults.set("", 0)
            subprocess.run(["fusermount3", "-u", "-z", str(mount)], check=False)
            drive.join(5)
            drive.kill()
