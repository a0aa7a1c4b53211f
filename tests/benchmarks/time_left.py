"""How far off the time left is: backups of other drives, played back without waiting.

python -m tests.benchmarks.time_left

The drives are simulated: files of 0.1 to 6 MB and now and then a video of 300 MB, at speeds as described.
For each: the share of the last half during which a time is told, and the median error of what is told.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable

from wizard.long_work import Pace, Progress

FILES = 4000
DRIVES: dict[str, Callable[[float, random.Random], float]] = {
    "steady, 30 MB a second": lambda _share, _random: 30e6,
    "a stick: 90, after a tenth 18": lambda share, _random: 90e6 if share < 0.1 else 18e6,
    "slower and slower, 60 to 20": lambda share, _random: 60e6 - 40e6 * share,
    "uneven, 5 to 60": lambda _share, random_: random_.uniform(5e6, 60e6),
    "slower by half at 70 percent": lambda share, _random: 40e6 if share < 0.7 else 20e6,
}
FOR_EACH_FILE = 0.02
"""Seconds: flushing and folders."""


def main() -> None:
    """Prints the table."""
    for name, speed in DRIVES.items():
        errors, silent = played(speed)
        print(f"{name:32} told {1 - silent:4.0%} of the last half, median error {errors:4.0%}")


def played(speed: Callable[[float, random.Random], float]) -> tuple[float, float]:
    """The median error and the silent share, both of the last half of the time."""
    random_ = random.Random(1)
    sizes = [
        300_000_000 if random_.random() < 0.003 else int(random_.uniform(1e5, 6e6))
        for _ in range(FILES)
    ]
    whole, done, now = sum(sizes), 0, 0.0
    pace = Pace(0.0)
    said: list[tuple[float, float | None]] = []
    for number, size in enumerate(sizes):
        said.append((now, pace.seconds_left(Progress(number, FILES, done, whole), now)))
        now += size / speed(done / whole, random_) + FOR_EACH_FILE
        done += size
    later = [(now - when, left) for when, left in said if when > now / 2]
    errors = [abs(left - true) / true for true, left in later if left is not None]
    return statistics.median(errors), sum(left is None for _, left in later) / len(later)


if __name__ == "__main__":
    main()
