"""Measures how soon the next group can begin: `python -m tests.benchmarks.reset`.

From the start of `reset` until the first screen stands in a real terminal (tmux), after a group that
backed up, looked and moved: five times, in seconds by the clock. At most 3 are allowed.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from tests.commands.running import command, environment
from tests.terminal import terminal

ROUNDS = 5
FIRST_SCREEN = "Choose your language."
WHAT_A_GROUP_DID = ("1", "1", "1", "1", "1", "1", "2", "7", "1")
"""English, practice: backup, look, review folder, exact copies set aside, moved."""


def practise(room: Path, home: Path) -> None:
    """In the home where `reset` runs too: the practice photos are drawn once for both."""
    subprocess.run(
        command("practice", room, "--plain"),
        input="".join(f"{answer}\n" for answer in WHAT_A_GROUP_DID),
        env=environment(PYTHONUTF8="1", TERM="dumb", HOME=str(home)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )


def reset(room: Path, home: Path) -> float:
    began = time.perf_counter()
    with terminal(["reset", str(room)], home) as shown:
        shown.wait_for(FIRST_SCREEN)
        return time.perf_counter() - began


def main() -> int:
    home = Path(tempfile.mkdtemp(prefix="reset-"))
    room = home / "room"
    try:
        taken = []
        for _round in range(ROUNDS):
            practise(room, home)
            taken.append(reset(room, home))
            print(f"{taken[-1]:.2f} s")
        print(f"median {statistics.median(taken):.2f} s, longest {max(taken):.2f} s")
    finally:
        shutil.rmtree(home)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
