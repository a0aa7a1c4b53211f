"""Draws a large library of small photos: python -m tests.benchmarks.small_photos FOLDER [COUNT]

JPEGs of 64 to 256 pixels with camera data, in a folder for each month; the same COUNT gives the same
files. Of every twenty, three are a burst and three are copies: one of the same bytes, one made smaller,
one turned. 100,000 take about three minutes on two cores and 700 MB.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from tests.making import camera_data

BLOCK = 20
"""Photos that belong together: fourteen of their own, a burst of three, three copies of the first."""
IN_A_MONTH = 500
CAMERAS = ("Pixel 8", "iPhone 15", "SM-G991B", "Canon EOS 250D", "DSC-W830")


def drawn(seed: int, press: int = 0) -> Image.Image:
    """A picture of its own for each seed: sky and ground, things before them, grain. `press` moves one thing."""
    random = np.random.default_rng(seed)
    side = int(random.integers(64, 257))
    size = (side, side * 3 // 4) if random.random() < 0.7 else (side * 3 // 4, side)
    corners = random.integers(0, 256, (int(random.integers(2, 5)), int(random.integers(2, 5)), 3))
    picture = Image.fromarray(corners.astype(np.uint8)).resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for thing in range(int(random.integers(3, 12))):
        place = random.random(2) * size
        extent = random.random(2) * np.array(size) / 2
        colour = tuple(int(each) for each in random.integers(0, 256, 3))
        place += (press * side / 40, 0) if thing == 0 else (0, 0)
        box = (*(place - extent / 2), *(place + extent / 2))
        shape = int(random.integers(3))
        if shape == 0:
            draw.ellipse(box, fill=colour)
        elif shape == 1:
            draw.rectangle(box, fill=colour)
        else:
            draw.polygon([tuple(random.random(2) * size) for _ in range(3)], fill=colour)
    grain = np.random.default_rng((seed, press)).integers(-5, 6, (size[1], size[0], 1))
    pixels = np.asarray(picture).astype(np.int16) + grain.astype(np.int16)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def name_of(folder: Path, number: int) -> Path:
    """Where the photo of this number lies."""
    month = number // IN_A_MONTH
    return folder / f"{1980 + month // 12}" / f"{month % 12 + 1:02d}" / f"IMG_{number:06d}.jpg"


def make_block(folder: Path, first: int, count: int) -> None:
    """Draws one block, or as much of it as is wanted."""
    camera = CAMERAS[first // BLOCK % len(CAMERAS)]
    whole = drawn(first)
    for place in range(min(BLOCK, count - first)):
        path = name_of(folder, first + place)
        minutes = (first + place) % 1440
        taken = f"2024:05:01 {minutes // 60:02d}:{minutes % 60:02d}:07"
        exif = camera_data(taken, camera, ExposureTime=0.01, FNumber=1.8, ISOSpeedRatings=100)
        if place == 17:
            path.write_bytes(name_of(folder, first).read_bytes())
        elif place == 18:
            whole.resize((whole.width * 3 // 4, whole.height * 3 // 4)).save(path, quality=70)
        elif place == 19:
            whole.transpose(Image.Transpose.ROTATE_90).save(path, quality=85)
        elif 14 <= place < 17:
            drawn(first + 14, place - 14).save(path, quality=85, exif=exif)
        else:
            drawn(first + place).save(path, quality=85, exif=exif)


def make(folder: Path, count: int) -> None:
    """Draws the whole library on all cores."""
    for number in range(0, count, IN_A_MONTH):
        name_of(folder, number).parent.mkdir(parents=True, exist_ok=True)
    firsts = range(0, count, BLOCK)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        work = pool.map(_make_block, ((folder, first, count) for first in firsts), chunksize=25)
        for _ in work:
            pass


def _make_block(work: tuple[Path, int, int]) -> None:
    make_block(*work)


def main() -> None:
    """Makes the folder; one that is there already must be empty."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        sys.exit(f"{folder} is not empty")
    make(folder, count)


if __name__ == "__main__":
    main()
