"""Measures how soon photos are on the screen of step 6: `python -m tests.benchmarks.first_picture [KIND ...]`. Linux only.

KIND is jpg-12, jpg-48, heic-thumbnail, heic or tif; every one where none is named. For each, in a process of its
own in a window of 120 by 40: from the key that enters the step until something stands in the first photo's place,
until the first photo and until both are drawn; then, once what was read ahead is there, from the key for the
next group until its first photo is drawn.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from tests.benchmarks.memory_of_inspect import WINDOW, happens, to_step_5
from tests.making import scene
from tests.steps.walking import Walker, at, said, wizard
from wizard.widgets.compare import Compare

SMALLER, LARGER = (4032, 3024), (8064, 6048)
"""Pixels of photos of 12 and of 48 megapixels."""
FIT_FOR_A_PHONE = 320
"""Pixels of the longer side of the thumbnail that phones put into a HEIC file."""
KINDS: dict[str, tuple[str, tuple[int, int], dict[str, Any]]] = {
    "jpg-12": ("jpg", SMALLER, {"quality": 90}),
    "jpg-48": ("jpg", LARGER, {"quality": 90}),
    "heic-thumbnail": ("heic", SMALLER, {"thumbnails": [FIT_FOR_A_PHONE]}),
    "heic": ("heic", SMALLER, {}),
    "tif": ("tif", LARGER, {}),
}
GOAL = 0.2
"""Seconds to the first picture, or to the word that stands in its place."""


def make_photos(folder: Path, kind: str) -> None:
    """Two groups of two photos with the grain of a sensor."""
    suffix, size, ways = KINDS[kind]
    if suffix == "heic":
        import pillow_heif

        pillow_heif.register_heif_opener()
        ways = {**ways, "enc_params": {"preset": "ultrafast"}}
    random = np.random.default_rng(1)
    for group in range(2):
        large = np.asarray(scene(group, size))
        for number in range(2):
            grain = random.integers(0, 8, (size[1], size[0], 1), dtype=np.uint8)
            photo = Image.fromarray(np.clip(large, 0, 247) + grain)
            photo.save(folder / f"IMG_{group}{number}.{suffix}", **ways)


class Clock:
    """Seconds by the clock and of the processor since the key was pressed."""

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self._began, self._processor = time.perf_counter(), time.process_time()

    async def when(self, true: Callable[[], bool], what: str) -> None:
        """Says how long it took until this was true."""
        await happens(self._walker, true, what, 0.002)
        wall = time.perf_counter() - self._began
        processor = time.process_time() - self._processor
        missed = f"   goal {GOAL}" if wall > GOAL else ""
        print(f"  {what:<34} {wall:6.3f} s, processor {processor:6.3f} s{missed}")


async def measure(folder: Path, home: Path) -> None:
    async with wizard(home, folder=folder, size=WINDOW) as walker:
        await to_step_5(walker)
        clock = Clock(walker)
        walker.app.simulate_key("2")
        await clock.when(lambda: at(walker, "inspect") and something(walker), "word or first photo")
        await clock.when(lambda: drawn(walker) >= 1, "first photo")
        await clock.when(lambda: drawn(walker) == 2, "both photos")
        workers = walker.app.workers
        await happens(walker, lambda: all(each.is_finished for each in workers), "read ahead")
        before = said(walker)
        clock = Clock(walker)
        walker.app.simulate_key("enter")
        await clock.when(lambda: said(walker) != before and drawn(walker) >= 1, "next group")


def something(walker: Walker) -> bool:
    return drawn(walker) >= 1 or "Opening the photo" in said(walker)


def drawn(walker: Walker) -> int:
    """How many photos are on the screen."""
    views = [view for compare in walker.app.screen.query(Compare) for view in compare.views]
    return sum(view.drawing is not None for view in views)


def main() -> int:
    for kind in sys.argv[1:] or KINDS:
        with tempfile.TemporaryDirectory() as name:
            folder, home = Path(name) / "photos", Path(name) / "home"
            folder.mkdir()
            make_photos(folder, kind)
            print(f"{kind}, load {os.getloadavg()[0]:.0f}", flush=True)
            subprocess.run([*MEASURE, str(folder), str(home)], check=False)
    return 0


MEASURE = [sys.executable, "-m", "tests.benchmarks.first_picture", "--in"]

if __name__ == "__main__":
    if sys.argv[1:2] == ["--in"]:
        asyncio.run(measure(Path(sys.argv[2]), Path(sys.argv[3])))
    else:
        sys.exit(main())
