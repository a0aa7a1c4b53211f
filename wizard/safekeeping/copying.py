"""Copies files to another drive so that each is whole, read back and equal, or is not there at all."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import BinaryIO

from wizard.long_work import Stopped
from wizard.photos.library import File, Library, problem_of
from wizard.problems import ProblemKind
from wizard.safekeeping import disk

WORKERS = 4
"""Enough to hide the waiting for the drive (PERFORMANCE)."""

TargetFinder = Callable[[File], Iterator[Path]]
"""The paths where a file's copy may go, the wished one first."""


@dataclass(frozen=True)
class Copied:
    """A copy that was read back from the drive and is equal. `sha256` in hex."""

    path: Path
    sha256: str


class _SourceProblem(Exception):
    def __init__(self, kind: ProblemKind) -> None:
        self.kind = kind


def copy_all(
    library: Library,
    files: list[File],
    targets: TargetFinder,
    parts: Path,
    stop: Event | None,
) -> Iterator[tuple[File, Copied | ProblemKind]]:
    """Copies with a few workers; hands out each file as it is done, in any order.

    Raises Stopped, and OSError when the drive itself fails.
    """
    halt = stop or Event()
    waiting = iter(enumerate(files))
    running: dict[Future[Copied | ProblemKind], File] = {}
    with ThreadPoolExecutor(WORKERS) as pool:
        try:
            while True:
                while len(running) < WORKERS * 2 and (item := next(waiting, None)) is not None:
                    number, file = item
                    job = _Job(library.path_of(file), file, parts / f"{number}.part", halt)
                    running[pool.submit(job.copy, targets(file))] = file
                if not running:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield running.pop(future), future.result()
        finally:
            for future in running:
                future.cancel()


@dataclass(frozen=True)
class _Job:
    source: Path
    file: File
    part: Path
    stop: Event

    def copy(self, targets: Iterator[Path]) -> Copied | ProblemKind:
        try:
            return self._copy(targets)
        except _SourceProblem as problem:
            return problem.kind
        except OSError as error:
            if error.errno == errno.EFBIG:
                return ProblemKind.TOO_BIG_FOR_DRIVE
            raise

    def _copy(self, targets: Iterator[Path]) -> Copied | ProblemKind:
        digest = None
        for target in targets:
            if not os.path.lexists(target):
                break
            digest = digest or self._write(None)
            if _holds(target, digest):
                return Copied(target, digest)
        with disk.create(self.part) as part:
            digest = self._write(part)
            disk.flush(part)
        disk.set_modified(self.part, self.file.modified_ns)
        if disk.digest_from_drive(self.part) != digest:
            return ProblemKind.NOT_EQUAL
        disk.make_folders(target.parent)
        disk.move_to_free_name(self.part, target)
        disk.flush_folder(target.parent)
        return Copied(target, digest)

    def _write(self, part: BinaryIO | None) -> str:
        """Reads the source to its end, writing it to `part` if there is one; returns the digest."""
        digest = hashlib.sha256()
        for chunk in self._chunks():
            digest.update(chunk)
            if part is not None:
                part.write(chunk)
        return digest.hexdigest()

    def _chunks(self) -> Iterator[bytes]:
        """The source's bytes. A pipe or link that took its place, or a change meanwhile, is a problem."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(self.source, flags | getattr(os, "O_NONBLOCK", 0))
            with open(descriptor, "rb", buffering=0) as source:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise _SourceProblem(ProblemKind.CHANGED)
                while chunk := source.read(disk.CHUNK):
                    if self.stop.is_set():
                        raise Stopped
                    yield chunk
                after = os.fstat(descriptor)
        except OSError as error:
            raise _SourceProblem(problem_of(error)) from error
        if (after.st_size, after.st_mtime_ns) != (self.file.bytes, self.file.modified_ns):
            raise _SourceProblem(ProblemKind.CHANGED)


def _holds(path: Path, sha256: str) -> bool:
    """True when an ordinary file with these bytes is there: a copy whose row was not written in time."""
    return stat.S_ISREG(os.lstat(path).st_mode) and disk.digest_from_drive(path) == sha256
