"""Whether the screen stays alive: its heartbeat while photos are looked at, and how soon Escape stops it.

python -m tests.benchmarks.alive FOLDER

In the wizard itself, without a terminal (Textual's pilot): a timer that should come every 10 ms says by
how much it came late, first with nothing to do and then during step 4, and during the backup of step 3
to a folder on this computer. Then Escape is pressed in the middle of each, and it is measured when the
screen says that it stopped. What else the machine does makes all of it worse: compare with "nothing to do", and
with what is left when the times are taken off in which this thread was ready and got no core (Linux).
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import get_native_id
from typing import NamedTuple

from tests.benchmarks.measuring import machine
from tests.steps.walking import Walker, answers, wizard
from wizard.app import WizardApp
from wizard.journey import StepName
from wizard.safekeeping.drives import Drive, Separation

BEAT = 0.01
IDLE_SECONDS = 5.0


class Beat(NamedTuple):
    """By how many seconds it came late, and by how many without the waiting for a core."""

    late: float
    through_us: float


def app(walker: Walker) -> WizardApp:
    assert isinstance(walker.app, WizardApp)
    return walker.app


async def until(true: Callable[[], bool]) -> None:
    while not true():
        await asyncio.sleep(BEAT)


async def heartbeat(over: Callable[[], bool]) -> list[Beat]:
    """Every beat until it is over."""
    beats = []
    while not over():
        began, waited = time.perf_counter(), without_a_core()
        await asyncio.sleep(BEAT)
        late = time.perf_counter() - began - BEAT
        beats.append(Beat(late, max(0.0, late - (without_a_core() - waited))))
    return beats


def without_a_core() -> float:
    """Seconds that this thread was ready and got no core; nothing where the system does not tell."""
    try:
        told = Path(f"/proc/self/task/{get_native_id()}/schedstat").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(told.split()[1]) / 1e9


def tell(name: str, beats: list[Beat]) -> None:
    print(f"{name}: {len(beats)} beats")
    for which, late in (
        ("late", [beat.late for beat in beats]),
        ("late through us", [beat.through_us for beat in beats]),
    ):
        ordered = sorted(late)
        almost = ordered[int(len(ordered) * 0.99)]
        print(
            f"  {which:16} {1000 * statistics.median(late):5.1f} ms in the middle,"
            f" {1000 * almost:6.1f} at the 99th percent, {1000 * ordered[-1]:6.1f} at worst"
        )


async def measure(folder: Path, root: Path) -> None:
    """Idle, look, backup; then both again, stopped."""
    async with wizard(root / "home", folder=folder) as walker:
        journey = app(walker).journey
        await until(lambda: journey.library is not None)
        began = time.perf_counter()
        tell("nothing to do", await heartbeat(lambda: time.perf_counter() - began > IDLE_SECONDS))
        for name in ("looking", "backing up"):
            await begin(walker, name, root)
            tell(name, await heartbeat(lambda: is_over(walker, name)))  # noqa: B023
    for name in ("looking", "backing up"):
        await escape(folder, root, name)


async def begin(walker: Walker, name: str, root: Path) -> None:
    wizard_ = app(walker)
    if name == "looking":
        wizard_.go_to(StepName.LOOK)
    else:
        drive = root / f"drive {time.monotonic_ns()}"
        drive.mkdir()
        wizard_.journey.use_drive(Drive(drive, "Stick", 10**12, 10**12, Separation.ANOTHER))
        wizard_.start_backup()
        wizard_.go_to(StepName.BACK_UP)


def is_over(walker: Walker, name: str) -> bool:
    if name == "looking":
        return app(walker).journey.scan is not None
    backup = app(walker).backup
    return backup is not None and backup.over


async def escape(folder: Path, root: Path, name: str) -> None:
    """Presses the key that stops after a second of work."""
    async with wizard(root / f"home {name}", folder=folder) as walker:
        journey = app(walker).journey
        await until(lambda: journey.library is not None)
        await begin(walker, name, root)
        await asyncio.sleep(1.0)
        backup = app(walker).backup
        if is_over(walker, name):
            print(f"{name}: over before it could be stopped; take more photos")
            return
        began = time.perf_counter()
        walker.app.simulate_key("escape" if backup is None else "2")
        if backup is None:
            await until(lambda: "Go on looking" in str(answers(walker)))
        else:
            await until(lambda: backup.over)
        print(f"{name}: stopped {time.perf_counter() - began:.2f} s after the key")


def main() -> None:
    """Prints everything."""
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(measure(Path(sys.argv[1]).absolute(), Path(name)))


if __name__ == "__main__":
    main()
