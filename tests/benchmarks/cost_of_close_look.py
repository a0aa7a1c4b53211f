"""What the close look costs: processor time of a scan with it and without it, five rounds by turns.

python -m tests.benchmarks.cost_of_close_look FOLDER [ROUNDS]

No cache; the files are read once beforehand, so that the drive plays no part.
"""

from __future__ import annotations

import resource
import statistics
import sys
from pathlib import Path

from wizard.likeness.scan import scan
from wizard.photos.library import Library, walk

ROUNDS = 5


def main() -> None:
    """Prints both medians and how much the close look adds."""
    library = walk(Path(sys.argv[1]).absolute())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    scan(library, closely=False)
    rounds = [
        (seconds(library, closely=False), seconds(library, closely=True)) for _ in range(count)
    ]
    without, with_ = (statistics.median(each) for each in zip(*rounds, strict=True))
    print(f"{len(library.pictures)} pictures: {without:.2f} s without, {with_:.2f} s with it")
    print(f"it adds {with_ / without - 1:.2f} times the scan without it")


def seconds(library: Library, *, closely: bool) -> float:
    """User and system seconds of one scan."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    scan(library, closely=closely)
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
