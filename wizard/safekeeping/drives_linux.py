"""Drives on Linux: /proc/self/mountinfo says what is mounted, /sys/dev/block which disk is underneath."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MOUNTINFO = Path("/proc/self/mountinfo")
SYS_BLOCK = Path("/sys/dev/block")
LABELS = Path("/dev/disk/by-label")
PLUGGED_IN = ("/media/", "/run/media/", "/mnt/")
"""Where desktops and people mount drives that come and go."""
SYSTEM_ONLY = ("/boot", "/snap", "/etc", "/usr", "/var", "/proc", "/sys", "/dev", "/run/", "/tmp")


@dataclass(frozen=True)
class Mount:
    """One line of mountinfo: what is mounted where."""

    device: str
    point: Path
    source: str
    kind: str
    """The file system: ext4, vfat, nfs4 ..."""


def mounted() -> Iterator[tuple[Path, str]]:
    """Where a backup could go, with a label: this computer's own drive first, then those plugged in."""
    home = Path.home()
    yield home, os.uname().nodename
    for mount in _mounts():
        point = str(mount.point)
        plugged_in = point.startswith(PLUGGED_IN)
        on_a_disk = mount.source.startswith("/dev/") and point != "/"
        ours = mount.point == home or mount.point in home.parents
        if plugged_in or (on_a_disk and not ours and not point.startswith(SYSTEM_ONLY)):
            yield mount.point, _label(mount)


def physical_disks(path: Path) -> frozenset[str]:
    """The names of the disks that hold a folder; empty when that cannot be told (network, FUSE, overlay)."""
    device = os.stat(path).st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    if (SYS_BLOCK / number).exists():
        return _disks_under(SYS_BLOCK / number)
    source = next((mount.source for mount in _mounts() if mount.device == number), "")
    return _disks_of_source(source)


def mount_of(path: Path) -> Mount | None:
    """The mount that a folder lies on, by its place; None when that cannot be told."""
    real = Path(os.path.realpath(path))
    above = [mount for mount in _mounts() if mount.point == real or mount.point in real.parents]
    return max(above, key=lambda mount: len(mount.point.parts), default=None)


def file_system(path: Path) -> str:
    """Its kind, as this system calls it; empty when that cannot be told."""
    mount = mount_of(path)
    return mount.kind if mount is not None else ""


def mounted_inside(folder: Path) -> bool:
    """True when another drive, or a folder from elsewhere, is mounted inside this one."""
    real = Path(os.path.realpath(folder))
    return any(real in mount.point.parents for mount in _mounts())


def _disks_of_source(source: str) -> frozenset[str]:
    """For btrfs and FUSE drivers such as ntfs-3g, whose device number says nothing."""
    try:
        status = os.stat(source)
    except OSError:
        return frozenset()
    if not stat.S_ISBLK(status.st_mode):
        return frozenset()
    number = f"{os.major(status.st_rdev)}:{os.minor(status.st_rdev)}"
    return _disks_under(SYS_BLOCK / number)


def _disks_under(block: Path) -> frozenset[str]:
    """Follows partitions, encryption, RAID and loop files down to whole disks."""
    folder = Path(os.path.realpath(block))
    if (folder / "partition").exists():
        folder = folder.parent
    below = [Path("/sys/class/block") / name for name in _names(folder / "slaves")]
    if below:
        return frozenset().union(*(_disks_under(each) for each in below))
    backing = folder / "loop" / "backing_file"
    if backing.exists():
        try:
            return physical_disks(Path(backing.read_text(encoding="utf-8").strip()))
        except OSError:
            return frozenset()
    return frozenset({folder.name})


def _mounts() -> list[Mount]:
    """What is mounted; where two are mounted over one another, the last counts."""
    mounts = {}
    try:
        text = MOUNTINFO.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return []
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")
        point = Path(_unescaped(fields[4]))
        mounts[point] = Mount(fields[2], point, _unescaped(kind[1]), kind[0])
    return list(mounts.values())


def _unescaped(text: str) -> str:
    r"""mountinfo writes space, tab, newline and backslash as \040 and so on."""
    return re.sub(r"\\(\d{3})", lambda match: chr(int(match.group(1), 8)), text)


def _label(mount: Mount) -> str:
    for link in _names(LABELS):
        if os.path.realpath(LABELS / link) == os.path.realpath(mount.source):
            return re.sub(r"\\x([0-9a-f]{2})", lambda found: chr(int(found.group(1), 16)), link)
    return mount.point.name


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []
