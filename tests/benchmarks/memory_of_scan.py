"""Memory of a look at a large library at its highest: python -m tests.benchmarks.memory_of_scan FOLDER WAY [HOME]

WAY is `scan`, the command, or `wizard`, the screens themselves in a terminal (tmux) from the listed folder
to the summary of step 4. It is run in a home of its own, without a cache; with a HOME that stays, a look
that was stopped after WAITS seconds goes on at the next call, as it does for a learner. Linux only.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.memory import highest, run
from tests.terminal import terminal

LIMIT = 400
"""MB, of 100,000 photos."""
WAITS = float(os.environ.get("WAITS", "3600"))
"""Seconds, after which the wizard is told to stop."""


def of_the_command(folder: Path, home: Path) -> float:
    """MB; also prints how long it took."""
    done = run(["scan", str(folder)], dict(os.environ) | {"HOME": str(home)}, home / "output")
    print(f"exit code {done.code}, {done.wall:.0f} s, {done.processor:.0f} s of processor time")
    return done.megabytes


def of_the_wizard(folder: Path, home: Path) -> float:
    """MB. The folder is listed, step 3 is left for later, step 4 looks."""
    with terminal([str(folder), "--lang", "en"], home) as screen:
        peak, began = 0.0, time.monotonic()
        screen.wait_for("This is what we found.")
        screen.press("1")
        screen.wait_for("Choose the drive for your backup")
        screen.press("9")
        while "photos compared" not in (shown := screen.screen()):
            peak = max(peak, highest(screen.process()))
            if time.monotonic() - began > WAITS:
                screen.press("1")
                shown = screen.wait_for("Go on looking")
                break
            time.sleep(0.2)
        print(f"{time.monotonic() - began:.0f} s from the first question to this:\n{shown.strip()}")
        return max(peak, highest(screen.process()))


def main() -> int:
    """Prints the memory; 1 when it is above the limit."""
    folder, way = Path(sys.argv[1]).absolute(), sys.argv[2]
    with tempfile.TemporaryDirectory() as name:
        home = Path(sys.argv[3] if len(sys.argv) > 3 else name).absolute()
        home.mkdir(exist_ok=True)
        peak = (of_the_wizard if way == "wizard" else of_the_command)(folder, home)
    print(f"memory at its highest: {peak:.0f} MB, limit {LIMIT}")
    return int(peak > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
