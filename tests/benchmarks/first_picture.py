"""Measures how soon a photo is on the screen: `python -m tests.benchmarks.first_picture PHOTO ...`.

For each: reading it small and drawing it side by side in 120 by 40 cells, and reading a part of it
closely; the median of five times, user and system CPU seconds and seconds by the clock.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from wizard.photos.close_up import Box, read_close_up, read_overview
from wizard.photos.picture import open_picture
from wizard.steps.picture_shelf import CLOSE_UP_SIDE, SIDE
from wizard.widgets.photo_view import Subject
from wizard.widgets.quadrants import quadrants
from wizard.widgets.sight import WHOLE_IN_SIGHT, window

PLACE = (58, 29)
"""Columns and rows of one of two photos in a window of 120 by 40."""
ROUNDS = 5
PART = Box(0.45, 0.45, 0.55, 0.55)


def median(work: Callable[[], object]) -> str:
    cpu, clock = [], []
    for _round in range(ROUNDS):
        began, at = time.process_time(), time.perf_counter()
        work()
        cpu.append(time.process_time() - began)
        clock.append(time.perf_counter() - at)
    return f"{statistics.median(cpu):.3f} s CPU, {statistics.median(clock):.3f} s by the clock"


def show(photo: Path) -> None:
    picture = read_overview(photo, SIDE)
    seen = window(picture.size, *PLACE, WHOLE_IN_SIGHT)
    quadrants(Subject(picture, picture.size).in_dots(seen, (seen.columns * 2, seen.rows * 2)))


def main() -> int:
    for name in sys.argv[1:]:
        photo = Path(name)
        header = open_picture(photo)
        megapixels = header.width * header.height / 1e6
        print(f"{photo.name}: {header.format}, {megapixels:.1f} megapixels")
        print(f"  first picture  {median(lambda: show(photo))}")  # noqa: B023 - called at once
        print(f"  close-up       {median(lambda: read_close_up(photo, PART, CLOSE_UP_SIDE))}")  # noqa: B023
    return 0


if __name__ == "__main__":
    sys.exit(main())
