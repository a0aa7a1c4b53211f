"""Which drives there are, and whether one is another physical drive than the photos', the same, or unknown."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

if sys.platform == "win32":
    from wizard.safekeeping import drives_windows as system
elif sys.platform == "darwin":
    from wizard.safekeeping import drives_macos as system
else:
    from wizard.safekeeping import drives_linux as system

CLOUD_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "my drive",
    "googledrive",
    "icloud drive",
    "iclouddrive",
    "com~apple~clouddocs",
    "box sync",
    "nextcloud",
    "pcloud drive",
    "mybox",
    "naver mybox",
)
"""Folder names in lower case, as each service makes them by default."""


FAT = ("vfat", "msdos", "fat", "fat12", "fat16", "fat32")
"""What Linux, macOS and Windows call it, in lower case. exFAT holds larger files."""
LARGEST_ON_FAT = 2**32 - 1
"""Bytes of one file: its size has 32 bits."""


class Separation(StrEnum):
    """Whether a drive would survive the death of the drive that the photos are on."""

    ANOTHER = "another"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Drive:
    """A place where a backup can go. `total` and `free` in bytes; `label` as the owner named it."""

    path: Path
    label: str
    total: int
    free: int
    separation: Separation
    pretend: bool = False


FindDrives = Callable[[Path], Sequence[Drive]]
"""What answers as `drives` does: practice has drives of its own."""


def drives(photos: Path) -> tuple[Drive, ...]:
    """The drives on which a backup of `photos` could be made: other drives first, unknown, then the same."""
    found = {}
    for path, label in system.mounted():
        drive = drive_at(path, photos, label)
        if drive is not None:
            found[path] = drive
    order = (Separation.ANOTHER, Separation.UNKNOWN, Separation.SAME)
    return tuple(sorted(found.values(), key=lambda drive: order.index(drive.separation)))


def drive_at(path: Path, photos: Path, label: str | None = None) -> Drive | None:
    """The drive that a folder lies on, or None when nothing can be written there."""
    try:
        usage = shutil.disk_usage(path)
        writable = os.access(path, os.W_OK)
    except OSError:
        return None
    if not writable or not usage.total:
        return None
    return Drive(
        path, label or path.name or str(path), usage.total, usage.free, separation(photos, path)
    )


def largest_file(folder: Path) -> int:
    """The most bytes that one file may have on a folder's drive, as far as that can be told."""
    return LARGEST_ON_FAT if system.file_system(folder).lower() in FAT else sys.maxsize


def separation(a: Path, b: Path) -> Separation:
    """Whether two folders are on different physical drives. Never says ANOTHER on a guess."""
    try:
        one, other = system.physical_disks(a), system.physical_disks(b)
        same_volume = os.stat(a).st_dev == os.stat(b).st_dev
    except OSError:
        return Separation.UNKNOWN
    if same_volume or one & other:
        return Separation.SAME
    return Separation.ANOTHER if one and other else Separation.UNKNOWN


def cloud_service(folder: Path) -> str | None:
    """The folder above (or this one) that a cloud service keeps in step, by its name, or None."""
    for part in (folder, *folder.parents):
        name = part.name.lower()
        if name and any(name == known or name.startswith(known + " -") for known in CLOUD_FOLDERS):
            return part.name
    return None
