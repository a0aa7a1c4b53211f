"""Draws nearly blank scans, as a feeder makes of the backs of prints: python -m tests.benchmarks.near_blank FOLDER [COUNT]

Paper of slightly uneven light, dust, sometimes a faint line, a crease or a stamp in a corner. Their hashes
are near-equal by the thousand, though no two are one picture. The same COUNT gives the same files.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

SIZE = (212, 300)
IN_A_BOX = 1000


def sheet(seed: int) -> Image.Image:
    """One sheet: of every ten, three are as good as white and none has more than a mark or two."""
    random = np.random.default_rng(seed)
    light = int(random.integers(225, 250))
    across = np.linspace(0, random.integers(-12, 13), SIZE[0])
    down = np.linspace(0, random.integers(-12, 13), SIZE[1])
    paper = light + across[None, :] + down[:, None] + random.normal(0, 1.5, SIZE[::-1])
    picture = Image.fromarray(paper.clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    for _ in range(int(random.integers(0, 12))):
        x, y = random.random(2) * SIZE
        draw.ellipse((x, y, x + 2, y + 2), fill=int(random.integers(90, 200)))
    kind = int(random.integers(10))
    if kind < 3:
        draw.line((0, 20, SIZE[0], 20 + int(random.integers(-3, 4))), fill=190, width=2)
    elif kind < 5:
        draw.rectangle((150, 20, 190, 45), outline=150, width=2)
    elif kind < 7:
        crease = int(random.integers(140, 160))
        draw.line((0, crease, SIZE[0], crease), fill=205, width=3)
    return picture


def make(folder: Path, count: int) -> None:
    """Draws so many, a thousand in a folder, on all cores."""
    for box in range(0, count, IN_A_BOX):
        (folder / f"box {box // IN_A_BOX:03d}").mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(_save, ((folder, number) for number in range(count)), chunksize=100):
            pass


def _save(work: tuple[Path, int]) -> None:
    folder, number = work
    path = folder / f"box {number // IN_A_BOX:03d}" / f"scan {number:05d}.jpg"
    sheet(number).save(path, quality=80)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 50_000)
