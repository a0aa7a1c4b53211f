"""Walks a folder and tells what is in it. Reads names and sizes only; opens no file and follows no link."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Event

from wizard.long_work import lasting
from wizard.photos.companions import lone_raw_files
from wizard.photos.file import File as File
from wizard.photos.raw import can_be_read
from wizard.problems import (
    FolderMissing,
    NoPermission,
    NotAFolder,
    Problem,
    ProblemKind,
    Skipped,
    SkipReason,
)

PACKAGE_SUFFIXES = frozenset(
    [
        ".photoslibrary",
        ".photolibrary",
        ".aplibrary",
        ".migratedphotolibrary",
        ".lrdata",
        ".lrcat-data",
    ]
)
CATALOG_FILES = frozenset(
    {"digikam4.db", "thumbnails-digikam.db", "recognition.db", "similarity.db"}
)
TRASH_FOLDERS = frozenset({"$recycle.bin", ".trash", ".trashes", ".local-trash", "recycler"})
OUR_MARK = "before-you-delete.json"
"""The file that says: this folder was made by this program."""

# Set by the system on files whose bytes are elsewhere; opening one starts a download.
WINDOWS_OFFLINE = 0x1000
WINDOWS_RECALL_ON_OPEN = 0x40000
WINDOWS_RECALL_ON_DATA_ACCESS = 0x400000
WINDOWS_REPARSE_POINT = 0x400
MACOS_DATALESS = 0x40000000
KNOWS_ATTRIBUTES = sys.platform in ("win32", "darwin")
"""Elsewhere a file has none; asking for them takes a tenth of the time of listing."""


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
    if any(_is_package(part) for part in Path(os.path.realpath(folder)).parts):
        return Library(folder, (), (_package_skipped(".", folder),), ())
    walker = _Walker(device, folder)
    with lasting():
        for _ in walker.below(""):
            if stop is not None and stop.is_set():
                break
            if seen is not None:
                seen(len(walker.files))
    return Library(folder, tuple(walker.files), tuple(walker.skipped), tuple(walker.problems))


def is_ours(folder: Path | os.DirEntry[str]) -> bool:
    """True for a backup or review folder made by this program."""
    return os.path.lexists(os.path.join(folder, OUR_MARK))


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
        reason = _reason_to_skip(entry, status, self.device)
        if reason is not None:
            self.skipped.append(_skipped(path, entry, status, reason))
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


def _reason_to_skip(
    entry: os.DirEntry[str], status: os.stat_result, device: int
) -> SkipReason | None:
    name, mode = entry.name.lower(), status.st_mode
    attributes, dataless = _away(status) if KNOWS_ATTRIBUTES else (0, 0)
    away = attributes & (WINDOWS_OFFLINE | WINDOWS_RECALL_ON_OPEN | WINDOWS_RECALL_ON_DATA_ACCESS)
    if stat.S_ISLNK(mode) or (attributes & WINDOWS_REPARSE_POINT and not away):
        return SkipReason.LINK
    if away or dataless or (name[0] == "." and name.endswith(".icloud")):
        return SkipReason.CLOUD_PLACEHOLDER
    if stat.S_ISREG(mode):
        catalog = name in CATALOG_FILES or name.endswith(".lrcat")
        return SkipReason.PHOTO_LIBRARY if catalog else None
    if not stat.S_ISDIR(mode):
        return SkipReason.SPECIAL_FILE
    if name in TRASH_FOLDERS or name.startswith(".trash-"):
        return SkipReason.TRASH_FOLDER
    if _is_package(name):
        return SkipReason.PHOTO_LIBRARY
    if is_ours(entry):
        return SkipReason.OUR_OWN
    return SkipReason.OTHER_DRIVE if status.st_dev not in (0, device) else None


def _away(status: os.stat_result) -> tuple[int, int]:
    """What Windows and macOS say of a file whose bytes may be elsewhere."""
    dataless = getattr(status, "st_flags", 0) & MACOS_DATALESS
    return getattr(status, "st_file_attributes", 0), dataless


def _skipped(
    path: str, entry: os.DirEntry[str], status: os.stat_result, reason: SkipReason
) -> Skipped:
    if reason is SkipReason.PHOTO_LIBRARY and stat.S_ISDIR(status.st_mode):
        return _package_skipped(path, entry)
    return Skipped(path, reason, 1, status.st_size if stat.S_ISREG(status.st_mode) else 0)


def _is_package(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in PACKAGE_SUFFIXES


def _package_skipped(path: str, folder: Path | os.DirEntry[str]) -> Skipped:
    """Counts what is inside; a file that does not let itself be measured counts as empty."""
    sizes = [
        _size(os.path.join(inside, name)) for inside, _, names in os.walk(folder) for name in names
    ]
    return Skipped(path, SkipReason.PHOTO_LIBRARY, len(sizes), sum(sizes))


def _size(path: str) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0
