"""Faults of the drive itself, on a file system of ours: pulled out, full, rotting, lying, or with FAT's rules."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults import scene
from tests.faults.fuse_fs import mounted
from tests.faults.tally import Clock, Tally, at_calls
from tests.making import Snapshot
from tests.safekeeping.desk import Desk
from tests.safekeeping.power_cut import killed

FAULTS = ("pulled out", "full", "slow error", "rot on read", "rot in the medium", "lying")
WORKS = {
    "rot in the medium": ("back_up", "back_up_again"),
    "lying": ("back_up", "back_up_again"),
}
"""What a drive forgets or spoils while it says "done" is found when a copy is read back."""


def trial(fault: str, work: str, library: str, step: int = 1) -> Tally:
    """The fault from each call on that reaches the drive, or from every `step`-th."""
    clock = Clock()
    tally = Tally(f"drive: {fault}", work, library)
    with mounted() as (mount, backing, faults):
        for at in at_calls(step):
            with _on_the_drive(mount, backing, work, library) as (desk, before):
                faults.set(fault, at)
                code = _in_a_child(desk, work, library)
                fired = bool(faults.fired.value)
                faults.set("", 0)
                tally.runs += 1
                if not fired:
                    break
                tally.untold += code == 4
                where = f"{fault} at {at} of {work} ({library})"
                tally.judge(desk, before, where, spoilt=fault in WORKS)
    tally.seconds = clock()
    return tally


def fat(work: str, library: str, step: int = 1) -> Tally:
    """Killed at each step on a drive with FAT's rules: no rename that refuses, no case, no `:`."""
    clock = Clock()
    tally = Tally("drive: FAT's rules, killed", work, library)
    with mounted() as (mount, backing, faults):
        faults.fat.value = 1
        for at in at_calls(step):
            with _on_the_drive(mount, backing, work, library) as (desk, before):
                tally.runs += 1
                if not killed(lambda each: scene.DO[work](each, library), desk, at):
                    break
                tally.judge(desk, before, f"FAT, killed at {at} of {work} ({library})")
    tally.seconds = clock()
    return tally


def _in_a_child(desk: Desk, work: str, library: str) -> int:
    child = os.fork()
    if child == 0:
        os._exit(scene.told_by(lambda: scene.DO[work](desk, library)))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@contextmanager
def _on_the_drive(
    mount: Path, backing: Path, work: str, library: str
) -> Iterator[tuple[Desk, Snapshot]]:
    """For a move, photos and review folder lie on the drive; for a backup, the backup alone."""
    with scene.laid(library, work) as (desk, before):
        moving = ("Photos", "Review") if scene.is_move(work) else ("Drive",)
        for name in moving:
            held = backing / name
            if (desk.root / name).exists():
                shutil.move(desk.root / name, held)
            else:
                held.mkdir()
            (desk.root / name).symlink_to(mount / name)
        on_drive = Desk(mount) if scene.is_move(work) else desk
        if scene.is_move(work):
            (backing / "Drive").symlink_to(desk.root / "Drive")
        try:
            yield on_drive, before
        finally:
            for name in (*moving, "Drive"):
                path = backing / name
                path.unlink() if path.is_symlink() else shutil.rmtree(path, ignore_errors=True)
