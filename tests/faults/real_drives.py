"""The drivers that sticks and cards meet in the world: exFAT and NTFS, each on an image of its own.

Both refuse a rename that does not replace, even to a free name, so names are claimed there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults import scene
from tests.faults.tally import Clock, Tally, at_calls
from tests.making import Snapshot, snapshot
from tests.safekeeping.desk import Desk
from tests.safekeeping.power_cut import killed

SIZE = 32 << 20


@dataclass(frozen=True)
class Driver:
    """How an image gets this file system, and how it is mounted."""

    make: tuple[str, ...]
    mount: tuple[str, ...]
    package: str


DRIVERS = {
    "exfat": Driver(("mkfs.exfat",), ("mount.exfat-fuse",), "exfatprogs exfat-fuse"),
    "ntfs": Driver(("mkfs.ntfs", "-Q", "-F", "-q"), ("ntfs-3g",), "ntfs-3g"),
}


def missing(name: str) -> str:
    """The words that say what this computer lacks for this drive; empty when it can be mounted."""
    driver = DRIVERS[name]
    if not all(shutil.which(words[0]) for words in (driver.make, driver.mount)):
        return f"{driver.mount[0]}: apt install {driver.package}"
    devices = all(os.path.exists(device) for device in ("/dev/fuse", "/dev/loop-control"))
    return "" if devices and os.geteuid() == 0 else f"root, and loop devices, to mount {name}"


@contextmanager
def image(name: str) -> Iterator[Path]:
    """A fresh loop device with this file system. Of a plain file the driver lets go later than umount ends."""
    with tempfile.TemporaryDirectory(dir=scene.temporary_root()) as folder:
        path = Path(folder) / f"{name}.img"
        with path.open("xb") as empty:
            empty.truncate(SIZE)
        _run(*DRIVERS[name].make, str(path))
        device = _run("losetup", "--find", "--show", str(path)).strip()
        try:
            yield Path(device)
        finally:
            _run("losetup", "--detach", device)


@contextmanager
def plugged_in(name: str, made: Path, place: Path) -> Iterator[None]:
    """The image as a drive; its device and inode numbers are other ones each time."""
    _run(*DRIVERS[name].mount, str(made), str(place))
    try:
        yield
    finally:
        _run("umount", str(place))


def trial(name: str, work: str, library: str, step: int = 1) -> Tally:
    """Killed at each step, then the drive is unplugged, plugged in again, and looked at."""
    clock = Clock()
    tally = Tally(f"drive: {name}, killed", work, library)
    with image(name) as made:
        for at in at_calls(step):
            with scene.laid(library, "set_aside" if scene.is_move(work) else work) as (desk, _):
                stick = desk.root / "stick"
                stick.mkdir()
                with plugged_in(name, made, stick):
                    before = _lay(stick, desk, work, library)
                    fired = killed(lambda each: scene.DO[work](each, library), desk, at)
                with plugged_in(name, made, stick):
                    tally.runs += 1
                    if fired:
                        tally.judge(desk, before, f"{name}, killed at {at} of {work} ({library})")
                    _clear(stick)
            if not fired:
                break
    tally.seconds = clock()
    return tally


def _lay(stick: Path, desk: Desk, work: str, library: str) -> Snapshot:
    """For a move photos and review folder lie on the drive, for a backup the backup.

    Returns the photos as they are to be in the end, with the times of change that the drive can hold.
    """
    for name in ("Photos", "Review") if scene.is_move(work) else ("Drive",):
        if (desk.root / name).exists():
            shutil.move(desk.root / name, stick / name)
        else:
            (stick / name).mkdir()
        (desk.root / name).symlink_to(stick / name)
    before = snapshot(desk.photos)
    if work == "put_back":
        scene.set_aside(desk, library)
    return before


def _clear(stick: Path) -> None:
    for path in stick.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout
