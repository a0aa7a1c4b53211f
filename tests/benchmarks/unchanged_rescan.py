"""What looking again at an unchanged folder costs: python -m tests.benchmarks.unchanged_rescan FOLDER CACHE

CACHE is a file in a folder of its own; where it knows nothing yet the folder is looked at first. Then by
turns, five rounds, processor seconds: a bare walk with os.scandir that asks each file for its size and
time, and listing the folder and looking for look-alikes as the wizard does.
"""

from __future__ import annotations

import os
import statistics
import sys
from pathlib import Path

from tests.benchmarks.memory import seconds
from wizard.likeness.cache import Cache
from wizard.likeness.scan import Scan, scan
from wizard.photos.library import walk

ROUNDS = 5


def bare_walk(folder: Path) -> int:
    """The least that can be done: every name, its size and its time."""
    count, waiting = 0, [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    entry.stat(follow_symlinks=False)
                    count += 1
    return count


def look(folder: Path, cache: Path) -> Scan:
    """As the wizard's step 4."""
    return scan(walk(folder), cache=Cache(cache))


def main() -> None:
    """Prints both medians and their ratio."""
    folder, cache = (Path(word).absolute() for word in sys.argv[1:])
    first = look(folder, cache)
    rounds = [
        (seconds(lambda: bare_walk(folder)), seconds(lambda: look(folder, cache)))
        for _ in range(ROUNDS)
    ]
    bare, again = (statistics.median(each) for each in zip(*rounds, strict=True))
    listing = statistics.median(seconds(lambda: walk(folder)) for _ in range(ROUNDS))
    in_groups = sum(len(group.photos) for group in first.groups)
    print(f"{len(first.photos)} photos, {in_groups} of them in {len(first.groups)} groups")
    print(f"bare walk {bare:.2f} s, listing alone {listing:.2f} s, unchanged look {again:.2f} s")
    print(f"unchanged look / bare walk: {again / bare:.2f}")


if __name__ == "__main__":
    main()
