"""Drives on macOS: `diskutil info` says which whole disks a volume lies on, through APFS containers too."""

from __future__ import annotations

import platform
import plistlib
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VOLUMES = Path("/Volumes")


def mounted() -> Iterator[tuple[Path, str]]:
    """Where a backup could go, with a label: this computer's own drive first, then those plugged in."""
    yield Path.home(), platform.node()
    for volume in sorted(VOLUMES.iterdir()) if VOLUMES.is_dir() else ():
        if not volume.is_symlink() and volume.is_dir():
            yield volume, volume.name


def physical_disks(path: Path) -> frozenset[str]:
    """The whole disks that hold a folder; empty when diskutil cannot tell (network, disk image)."""
    facts = _diskutil(str(_mount_point(path)))
    if facts.get("VirtualOrPhysical") == "Virtual" and not facts.get("APFSPhysicalStores"):
        return frozenset()
    stores = [str(store["APFSPhysicalStore"]) for store in facts.get("APFSPhysicalStores", ())]
    wholes = [_diskutil(store).get("ParentWholeDisk") for store in stores]
    return frozenset(str(whole) for whole in wholes or [facts.get("ParentWholeDisk")] if whole)


def file_system(path: Path) -> str:
    """Its kind, as this system calls it; empty when that cannot be told."""
    return str(_diskutil(str(_mount_point(path))).get("FilesystemType", ""))


def _mount_point(path: Path) -> Path:
    path = path.resolve()
    while not path.is_mount():
        path = path.parent
    return path


def _diskutil(disk: str) -> dict[str, Any]:
    try:
        answer = subprocess.run(
            ["/usr/sbin/diskutil", "info", "-plist", disk],
            capture_output=True,
            timeout=10,
            check=True,
        )
        facts = plistlib.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, plistlib.InvalidFileException):
        return {}
    return facts if isinstance(facts, dict) else {}
