"""Which faults are tried on which work and library: a short list for every day, and the whole one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tests.faults import drives, journals, moments, power, real_drives, session, traced
from tests.faults.scene import LIBRARIES, WORKS
from tests.faults.tally import Tally

MOVES = ("set_aside", "put_back")
FEW, FEWER = 8, 16
"""Every day a fault is made at each eighth call; while a backup runs, which has more of them, at each sixteenth.

What ends the program is tried before every step, every day, by `tests/safekeeping/test_killed.py`.
"""
MANY_READS = 30
"""At each thirtieth look at the drive: there are ten times more looks than changes."""


@dataclass(frozen=True)
class Row:
    """One fault on one work: `try_it` makes the runs. `needs` names what must be there, or is empty."""

    name: str
    needs: str
    try_it: Callable[[], Tally]

    @property
    def possible(self) -> bool:
        """True when this computer has what the row needs."""
        return {
            "": hasattr(os, "fork"),
            "tmux": bool(shutil.which("tmux") and shutil.which("pgrep")),
            "strace": bool(shutil.which("strace")),
            "faketime": bool(shutil.which("faketime")),
            "fuse": bool(shutil.which("fusermount3")) and os.access("/dev/fuse", os.R_OK | os.W_OK),
            "root": power.possible(),
            **{name: not real_drives.missing(name) for name in real_drives.DRIVERS},
            "rsync": power.possible() and bool(shutil.which("rsync")),
        }[self.needs] and sys.platform != "win32"


def everyday() -> Iterator[Row]:
    """Each fault on each work, at every call or every few, without privileges: under two minutes."""
    for work in WORKS:
        few = FEW if work in MOVES else FEWER
        yield from _traced("kill -9", work, "plain", step=1 if work in MOVES else FEW)
        for fault in ("EIO", "ENOSPC", "EACCES", "EIO when reading"):
            step = MANY_READS if "reading" in fault else FEW
            yield from _traced(fault, work, "phone" if work in MOVES else "plain", step)
        for fault in ("EIO from then on", "ENOSPC from then on", "EIO reading, from then on"):
            step = MANY_READS if "reading" in fault else FEW
            yield from _traced(fault, work, "plain", step)
        yield from _ended(work, "names", step=few // 2)
        for year in moments.CLOCKS:
            yield from _clock(year, work, "plain", few)
        yield from _second(work, "plain", step=few // 2)
        yield from _fat(work, "plain", few)
        for fault in drives.FAULTS:
            if work in drives.WORKS.get(fault, WORKS):
                yield from _drive(fault, work, "plain", few)
        for driver in real_drives.DRIVERS:
            yield _real(driver, work, "plain", few)
    yield from _races("plain", step=FEW // 2)
    yield from _trash("plain", step=FEWER, reads=2 * MANY_READS)


def full() -> Iterator[Row]:
    """Each fault at every single call on one library, and at every fifth on the others; and what needs root."""
    for library in LIBRARIES:
        few = 1 if library == "plain" else 5
        for work in WORKS:
            for fault in traced.FAULTS if library == "plain" else ("kill -9", "EIO from then on"):
                yield from _traced(fault, work, library, few)
                if fault in ("kill -9", "EIO") or work in MOVES:
                    yield from _traced(fault, work, library, few, claims=True)
            yield from _ended(work, library, few)
            for year in moments.CLOCKS:
                yield from _clock(year, work, library, step=2 * few)
            yield from _second(work, library, step=few)
            if library != "names":  # a drive with FAT's rules cannot hold its names
                yield from _fat(work, library, step=few)
                for driver in real_drives.DRIVERS:
                    yield _real(driver, work, library, step=few)
            for fault in drives.FAULTS:
                if work in drives.WORKS.get(fault, WORKS):
                    yield from _drive(fault, work, library, step=2 * few)
            yield Row(f"power cut {work} {library}", "root", partial(power.trial, work, library))
        yield from _races(library, step=few)
        yield from _trash(library, step=few, reads=few)
    for kind in ("cut", "flipped", "attacker"):
        yield Row(f"damaged journal {kind}", "", partial(journals.trial, kind, 100))
    yield Row("killed session", "tmux", partial(session.trial, 20, practice=True))
    yield Row("power cut, this program", "root", power.ourselves)


def peers() -> Iterator[Row]:
    """The tools that people use, in the same power cut. What they lose does not fail the suite."""
    for name in power.PEERS:
        needs = "rsync" if name.startswith("rsync") else "root"
        yield Row(f"power cut, {name}", needs, partial(power.peer, name))


def _traced(
    fault: str, work: str, library: str, step: int = 1, claims: bool = False
) -> Iterator[Row]:
    name = f"{fault} {work} {library}{' claims' if claims else ''}"
    yield Row(name, "strace", partial(traced.trial, fault, work, library, claims=claims, step=step))


def _trash(library: str, step: int, reads: int) -> Iterator[Row]:
    """The trash stands on the computer's own drive: no drive of ours that fails on demand, and no power cut."""
    for fault in traced.FAULTS:
        reading = "reading" in fault
        if (
            library == "plain" or not reading
        ):  # elsewhere there are more reads than a fault can reach
            yield from _traced(fault, "trash", library, reads if reading else step)
    yield from _ended("trash", library, step)
    yield from _second("trash", library, step)


def _ended(work: str, library: str, step: int = 1) -> Iterator[Row]:
    yield Row(f"ended {work} {library}", "", partial(moments.ended, work, library, step))


def _clock(year: str, work: str, library: str, step: int = 1) -> Iterator[Row]:
    yield Row(
        f"{year} {work} {library}",
        "faketime",
        partial(moments.clock_wrong, year, work, library, step),
    )


def _second(work: str, library: str, step: int = 1) -> Iterator[Row]:
    yield Row(f"second {work} {library}", "", partial(moments.second_session, work, library, step))


def _fat(work: str, library: str, step: int = 1) -> Iterator[Row]:
    yield Row(f"fat {work} {library}", "fuse", partial(drives.fat, work, library, step))


def _real(driver: str, work: str, library: str, step: int = 1) -> Row:
    trial = partial(real_drives.trial, driver, work, library, step)
    return Row(f"{driver}: {work}, {library}", driver, trial)


def _drive(fault: str, work: str, library: str, step: int = 1) -> Iterator[Row]:
    yield Row(
        f"{fault} {work} {library}", "fuse", partial(drives.trial, fault, work, library, step)
    )


def _races(library: str, step: int) -> Iterator[Row]:
    for writer in moments.WRITERS:
        for work in ("set_aside", "back_up"):
            yield Row(
                f"{writer} {work} {library}",
                "",
                partial(moments.raced, writer, work, library, step),
            )
