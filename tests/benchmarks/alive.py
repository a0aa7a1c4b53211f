"""Whether the screen stays alive: its heartbeat while photos are looked at, and how soon Escape stops it.

python -m tests.benchmarks.alive FOLDER

In the wizard itself, without a terminal (Textual's pilot): a timer that should come every 10 ms says by
how much it came late, first with nothing to do and then during step 4, and during the backup of step 3
to a folder on this computer. Then Escape is pressed in the middle of each, and it is measured when the
screen says that it stopped. What else the machine does makes all of it worse: compare with "nothing to do".
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measuring import machine
from tests.steps.walking import Walker, answers, wizard
from wizard.app import WizardApp
from wizard.journey import StepName
from wizard.safekeeping.drives import Drive, Separation

BEAT = 0.01
IDLE_SECONDS = 5.0


def app(walker: Walker) -> WizardApp:
    assert isinstance(walker.app, WizardApp)
    return walker.app


async def until(true: Callable[[], bool]) -> None:
    while not true():
        await asyncio.sleep(BEAT)


async def heartbeat(over: Callable[[], bool]) -> list[float]:
    """By how many seconds each beat came late, until it is over."""
    late = []
    while not over():
        began = time.perf_counter()
        await asyncio.sleep(BEAT)
        late.append(time.perf_counter() - began - BEAT)
    return late


def tell(name: str, late: list[float]) -> None:
    ordered = sorted(late)
    almost = ordered[int(len(ordered) * 0.99)]
    print(
        f"{name:22} {len(late):6} beats, late by {1000 * statistics.median(late):5.1f} ms in the middle,"
        f" {1000 * almost:6.1f} ms at the 99th percent, {1000 * ordered[-1]:6.1f} ms at worst"
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
