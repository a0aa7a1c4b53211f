"""Walks a folder and tells what is in it. Reads names and sizes only; opens no file and follows no link."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Event

from wizard.long_work import lasting
from wizard.photos.companions import lone_raw_files
from wizard.photos.file import File as File
from wizard.photos.left_alone import in_a_package, left_alone, package
from wizard.photos.raw import can_be_read
from wizard.problems import FolderMissing, NoPermission, NotAFolder, Problem, ProblemKind, Skipped


@dataclass(frozen=True)
class Library:
    """What a folder holds: every file seen is in `files` or, with its reason, in `skipped` or `problems`."""

    folder: Path
    files: tuple[File, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def pictures(self) -> tuple[File, ...]:
        """The files that can be compared: pictures, and lone RAW files where they can be read."""
        lone = self.lone_raw_files if can_be_read() else frozenset()
        return tuple(file for file in self.files if file.is_picture or file.path in lone)

    @cached_property
    def lone_raw_files(self) -> frozenset[str]:
        """RAW files beside which no picture lies that they belong to, by path."""
        return lone_raw_files(self.files)

    @property
    def bytes(self) -> int:
        """The size of all files, in bytes."""
        return sum(file.bytes for file in self.files)

    def path_of(self, file: File) -> Path:
        """Where the file is."""
        return self.folder / file.path


def walk(
    folder: Path, *, stop: Event | None = None, seen: Callable[[int], None] | None = None
) -> Library:
    """Lists everything below `folder`, in the order of its names.

    `seen` is called with the number of files found so far, folder by folder. With `stop` set the
    walk ends early and the library is incomplete. A folder in a photo library is skipped whole.
    Raises FolderMissing, NotAFolder, NoPermission.
    """
    device = _check_folder(folder)
    if in_a_package(folder):
        return Library(folder, (), (package(".", folder),), ())
    walker = _Walker(device, folder)
    with lasting():
        for _ in walker.below(""):
            if stop is not None and stop.is_set():
                break
            if seen is not None:
                seen(len(walker.files))
    return Library(folder, tuple(walker.files), tuple(walker.skipped), tuple(walker.problems))


def _check_folder(folder: Path) -> int:
    """The device on which the folder lies."""
    try:
        status = folder.stat()
    except PermissionError as error:
        raise NoPermission(folder) from error
    except OSError as error:
        raise FolderMissing(folder) from error
    if not stat.S_ISDIR(status.st_mode):
        raise NotAFolder(folder)
    try:
        with os.scandir(folder):
            pass
    except OSError as error:
        raise NoPermission(folder) from error
    return status.st_dev


class _Walker:
    def __init__(self, device: int, folder: Path) -> None:
        self.device = device
        self.folder = folder
        self.files: list[File] = []
        self.skipped: list[Skipped] = []
        self.problems: list[Problem] = []

    def below(self, top: str) -> Iterator[str]:
        """Visits folder after folder without recursion, so that depth has no limit; yields each."""
        waiting = [top]
        while waiting:
            relative = waiting.pop()
            try:
                with os.scandir(os.path.join(self.folder, relative)) as entries:
                    ordered = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                self.problems.append(Problem(relative, problem_of(error)))
                continue
            subfolders = [
                path for entry in ordered if (path := self._visit(entry, relative)) is not None
            ]
            waiting.extend(reversed(subfolders))
            yield relative

    def _visit(self, entry: os.DirEntry[str], relative: str) -> str | None:
        """Records one entry; returns its relative path when it is a folder to go into."""
        path = f"{relative}/{entry.name}" if relative else entry.name
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError as error:
            self.problems.append(Problem(path, problem_of(error)))
            return None
        skipped = left_alone(path, entry, status, self.device)
        if skipped is not None:
            self.skipped.append(skipped)
        elif stat.S_ISDIR(status.st_mode):
            return path
        else:
            # Windows leaves device and inode empty in a directory listing.
            device = self.device if status.st_dev == self.device else status.st_dev
            identity = (device, status.st_ino) if status.st_ino else (0, hash(path))
            self.files.append(File(path, status.st_size, status.st_mtime_ns, identity))
        return None


def problem_of(error: OSError) -> ProblemKind:
    """The kind of problem that a system error stands for."""
    if isinstance(error, PermissionError):
        return ProblemKind.NO_PERMISSION
    if isinstance(error, FileNotFoundError):
        return ProblemKind.GONE
    if error.errno == errno.ENAMETOOLONG:
        return ProblemKind.TOO_DEEP
    return ProblemKind.READ_ERROR
