"""What in a learner's folder is left alone, and why: photo libraries, trash, the cloud's stand-ins, links, our own."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from wizard.problems import Skipped, SkipReason

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
"""Folders that Photos, iPhoto, Aperture and Lightroom show as one thing and keep in order themselves."""
CATALOG_FILES = frozenset(
    {"digikam4.db", "thumbnails-digikam.db", "recognition.db", "similarity.db"}
)
"""What digiKam keeps beside the photos; Lightroom's catalogs are known by their ending."""
TRASH_FOLDERS = frozenset({"$recycle.bin", ".trash", ".trashes", ".local-trash", "recycler"})
"""As Windows, macOS and Linux call them, in lower case; Linux has `.trash-1000` and the like besides."""
OUR_MARK = "before-you-delete.json"
"""The file that says: this folder was made by this program."""

WINDOWS_OFFLINE = 0x1000
WINDOWS_RECALL_ON_OPEN = 0x40000
WINDOWS_RECALL_ON_DATA_ACCESS = 0x400000
WINDOWS_REPARSE_POINT = 0x400
"""FILE_ATTRIBUTE_… of winnt.h; the first three on files whose bytes are elsewhere: opening one starts a download."""
MACOS_DATALESS = 0x40000000
"""SF_DATALESS of sys/stat.h: the same on macOS."""
KNOWS_ATTRIBUTES = sys.platform in ("win32", "darwin")
"""Elsewhere a file has none; asking for them takes a tenth of the time of listing."""


def left_alone(
    path: str, entry: os.DirEntry[str], status: os.stat_result, device: int
) -> Skipped | None:
    """What is said of an entry that is left alone, and why; None for what is looked at.

    `path` is relative to the folder chosen, which lies on `device`; `status` is what lstat says.
    """
    reason = _reason(entry, status, device)
    if reason is None:
        return None
    if reason is SkipReason.PHOTO_LIBRARY and stat.S_ISDIR(status.st_mode):
        return package(path, entry)
    return Skipped(path, reason, 1, status.st_size if stat.S_ISREG(status.st_mode) else 0)


def package(path: str, folder: Path | os.DirEntry[str]) -> Skipped:
    """A photo library, left alone whole: how much is inside, as far as it lets itself be measured."""
    sizes = [
        _size(os.path.join(inside, name)) for inside, _, names in os.walk(folder) for name in names
    ]
    return Skipped(path, SkipReason.PHOTO_LIBRARY, len(sizes), sum(sizes))


def in_a_package(folder: Path) -> bool:
    """True for a photo library and every folder inside one."""
    return any(_is_package(part) for part in Path(os.path.realpath(folder)).parts)


def is_ours(folder: Path | os.DirEntry[str]) -> bool:
    """True for a backup or review folder made by this program."""
    return os.path.lexists(os.path.join(folder, OUR_MARK))


def _reason(entry: os.DirEntry[str], status: os.stat_result, device: int) -> SkipReason | None:
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


def _is_package(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in PACKAGE_SUFFIXES


def _size(path: str) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0
