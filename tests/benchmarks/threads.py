"""What N threads do on N cores, and what HEIC's own thumbnail saves.

python -m tests.benchmarks.threads FOLDER      seconds by the clock of one core beside all; on an idle machine only
python -m tests.benchmarks.threads heic FOLDER processor seconds of HEIC files by thumbnail and whole
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

from tests.benchmarks.measuring import ROUNDS, by_turns, machine, tell
from wizard.likeness.fingerprint import (
    fingerprint_and_picture,
    whole_fingerprint_and_picture,
)
from wizard.likeness.scan import scan
from wizard.photos.library import Library, walk


def main() -> None:
    """Prints one of the two."""
    print(machine())
    if sys.argv[1] == "heic":
        heic(Path(sys.argv[2]))
    else:
        threads(walk(Path(sys.argv[1]).absolute()))


def threads(library: Library) -> None:
    """The same scan allowed on one core and on all of them (sched_setaffinity(2), Linux)."""
    cores = sorted(os.sched_getaffinity(0))
    clock: dict[int, list[float]] = {1: [], len(cores): []}
    share: list[float] = []
    for _round in range(ROUNDS):
        for count, taken in clock.items():
            os.sched_setaffinity(0, cores[:count])
            began, used = time.perf_counter(), time.process_time()
            scan(library, closely=False)
            taken.append(time.perf_counter() - began)
            share.append((time.process_time() - used) / taken[-1] / count)
    one, all_ = (statistics.median(each) for each in clock.values())
    print(f"{len(library.pictures)} photos: {one:.2f} s on one core, {all_:.2f} s on {len(cores)}")
    print(
        f"{one / all_:.2f} times as fast; we got {min(share):.0%} to {max(share):.0%} of the cores"
    )


def heic(folder: Path) -> None:
    """Only files that have a thumbnail; read once beforehand."""
    files = [
        path for path in sorted(folder.rglob("*")) if path.suffix.lower() in (".heic", ".heif")
    ]
    files = [path for path in files if _by_thumbnail(path)]
    print(f"{len(files)} HEIC files with a thumbnail")
    taken = by_turns(
        {
            "by thumbnail": lambda: _seconds(fingerprint_and_picture, files),
            "whole": lambda: _seconds(whole_fingerprint_and_picture, files),
        }
    )
    tell(taken, "by thumbnail")


def _by_thumbnail(path: Path) -> bool:
    found, _small = fingerprint_and_picture(path, with_picture=True)
    return found.metadata.from_thumbnail


def _seconds(look: object, files: list[Path]) -> float:
    began = time.process_time()
    for path in files:
        look(path, with_picture=True)  # type: ignore[operator]
    return time.process_time() - began


if __name__ == "__main__":
    main()
