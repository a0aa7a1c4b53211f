"""One file's copy on another drive: whole, read back and equal, or not there at all. `copy_pool` makes many."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import BinaryIO, Protocol

from wizard.long_work import Stopped
from wizard.own_files import OwnFolder
from wizard.photos.library import File, problem_of
from wizard.plain_files import FLAGS
from wizard.problems import ProblemKind
from wizard.safekeeping import disk


@dataclass(frozen=True)
class Target:
    """A path where a copy may go. `listed`: the record says that a copy lies there."""

    path: Path
    listed: bool


TargetFinder = Callable[[File], Iterator[Target]]
"""Where a file's copy may go, the wished place first."""


@dataclass(frozen=True)
class Copied:
    """A copy that was read back from the drive and is equal. `sha256` in hex. Its name lasts once handed out."""

    path: Path
    sha256: str


class Onlooker(Protocol):
    """Sees the bytes of files while they are copied, so that nobody has to read them again."""

    def wants(self, file: File) -> bool:
        """True for a file whose bytes are to be shown."""

    def went_by(self, file: File, contents: bytes, sha256: str) -> None:
        """The whole file, unchanged since it was listed. Called by several threads; must return at once."""


class _FileProblem(Exception):
    def __init__(self, kind: ProblemKind) -> None:
        self.kind = kind


@dataclass(frozen=True)
class CopyJob:
    """Copies the `file` at `source` by way of a file called `name` among the `parts`, for any worker to do."""

    source: Path
    file: File
    parts: OwnFolder
    name: str
    stop: Event
    onlooker: Onlooker | None

    def copy(self, targets: Iterator[Target]) -> Copied | ProblemKind:
        """The copy at the first target that is free or holds it already, or why there is none.

        Raises Stopped, and OSError when the drive itself fails.
        """
        try:
            return self._copy(targets)
        except _FileProblem as problem:
            kind = problem.kind
        except OSError as error:
            if error.errno != errno.EFBIG:
                raise
            kind = ProblemKind.TOO_BIG_FOR_DRIVE
        self.parts.remove_file(self.parts.path / self.name)
        return kind

    def _copy(self, targets: Iterator[Target]) -> Copied:
        digest: str | None = None
        move: Callable[[Path, Path], None] = disk.move_to_free_name
        for target in targets:
            if _is_free(target.path):
                break
            if self._is_claim(target):
                move = partial(disk.finish_claimed, claim=disk.identity(os.lstat(target.path)))
                break
            digest = digest or self._write(None)
            if not _same_file(target.path, self.source) and self._holds(target.path, digest):
                return Copied(target.path, digest)
        part = self.parts.path / self.name
        with disk.create(part) as fresh:
            digest = self._write(fresh)
            disk.flush(fresh)
        disk.set_modified(part, self.file.modified_ns)
        if disk.digest_from_drive(part, self.stop) != digest:
            raise _FileProblem(ProblemKind.NOT_EQUAL)
        disk.make_folders(target.path.parent)
        move(part, target.path)
        return Copied(target.path, digest)

    def _is_claim(self, target: Target) -> bool:
        """True for the empty file of a move that an interruption cut short (see disk.move_to_free_name)."""
        return bool(self.file.bytes) and not target.listed and _is_empty(target.path)

    def _holds(self, path: Path, sha256: str) -> bool:
        """True when an ordinary file with these bytes is there: a copy whose row was not written in time."""
        return _is_file(path) and disk.digest_from_drive(path, self.stop) == sha256

    def _write(self, part: BinaryIO | None) -> str:
        """Reads the source to its end, writing it to `part` if there is one; returns the digest."""
        digest = hashlib.sha256()
        shown: list[bytes] = []
        onlooker = self.onlooker if self.onlooker and self.onlooker.wants(self.file) else None
        for chunk in self._chunks():
            digest.update(chunk)
            if part is not None:
                part.write(chunk)
            if onlooker is not None:
                shown.append(chunk)
        if onlooker is not None:
            onlooker.went_by(self.file, b"".join(shown), digest.hexdigest())
        return digest.hexdigest()

    def _chunks(self) -> Iterator[bytes]:
        """The source's bytes. A pipe or link that took its place, or a change meanwhile, is a problem."""
        try:
            descriptor = os.open(self.source, FLAGS)
            with open(descriptor, "rb", buffering=0) as source:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise _FileProblem(ProblemKind.CHANGED)
                while chunk := source.read(disk.CHUNK):
                    if self.stop.is_set():
                        raise Stopped
                    yield chunk
                after = os.fstat(descriptor)
        except OSError as error:
            raise _FileProblem(problem_of(error)) from error
        if (after.st_size, after.st_mtime_ns) != (self.file.bytes, self.file.modified_ns):
            raise _FileProblem(ProblemKind.CHANGED)


def _is_free(path: Path) -> bool:
    """True when nothing has this name and it could be given."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return True
    except NotADirectoryError:
        return False  # a file has the name of a folder that would be needed
    return False


def _is_empty(path: Path) -> bool:
    try:
        return disk.is_empty_file(os.lstat(path))
    except NotADirectoryError:
        return False


def _same_file(path: Path, other: Path) -> bool:
    """True when both names are one file: that is no copy."""
    try:
        return os.path.samestat(os.lstat(path), os.lstat(other))
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except NotADirectoryError:
        return False
