"""Very large bad input, made and looked at: python -m tests.benchmarks.large_bad_inputs FOLDER [NAME...]

one_folder   100,000 photos in one folder
deep         a photo in each of 200 folders inside each other, and one where no path reaches
near_blank   50,000 nearly blank scans
panoramas    ten pictures of 300 megapixels
growing      a file that another program writes all the time

Prints of each how `scan` ended, what it took, and what it said. The small forms are ordinary tests,
tests/likeness/test_large_and_odd.py. Together 1.5 GB and half an hour; Linux only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image

from tests.benchmarks import near_blank
from tests.benchmarks.memory import run
from tests.making import photo

PANORAMA = (24_500, 12_250)
LINES_SHOWN = 12


def one_folder(folder: Path) -> None:
    """Distinct pictures of 64 x 48, cheap to draw."""
    for seed in range(100_000):
        shapes = np.random.default_rng(seed).integers(0, 256, (5, 6, 3), dtype=np.uint8)
        picture = Image.fromarray(shapes).resize((64, 48), Image.Resampling.BICUBIC)
        picture.save(folder / f"IMG_{seed:06d}.jpg", quality=85)


def deep(folder: Path) -> None:
    """Names of 25 letters: the 160th folder is the last whose path a system call takes."""
    home = os.getcwd()
    try:
        os.chdir(folder)
        for level in range(200):
            photo(Path("photo.jpg"), level % 50)
            os.mkdir(f"a folder with a name {level:04d}")
            os.chdir(f"a folder with a name {level:04d}")
    finally:
        os.chdir(home)


def panoramas(folder: Path) -> None:
    """Baseline JPEGs, about 20 MB each."""
    Image.MAX_IMAGE_PIXELS = None
    for seed in range(10):
        shapes = np.random.default_rng(seed).integers(0, 256, (30, 60, 3), dtype=np.uint8)
        picture = Image.fromarray(shapes).resize(PANORAMA, Image.Resampling.BICUBIC)
        picture.save(folder / f"panorama {seed}.jpg", quality=60)


def growing(folder: Path) -> None:
    """Two photos; the second will be written while the look goes on."""
    photo(folder / "a.jpg", 1)
    photo(folder / "download.jpg", 2)


MADE: dict[str, Callable[[Path], None]] = {
    "one_folder": one_folder,
    "deep": deep,
    "near_blank": lambda folder: near_blank.make(folder, 50_000),
    "panoramas": panoramas,
    "growing": growing,
}


@contextmanager
def written_to(path: Path) -> Iterator[None]:
    """Another program adds to the file all the time."""
    if not path.exists():
        yield
        return
    command = f"while :; do head -c 2000 /dev/zero >> '{path}'; done"
    writer = subprocess.Popen(["sh", "-c", command])
    try:
        yield
    finally:
        writer.kill()
        writer.wait()


def main() -> None:
    """Makes what is not there yet and looks at it."""
    top = Path(sys.argv[1]).absolute()
    for name in sys.argv[2:] or MADE:
        folder, home = top / name, top / f"home of {name}"
        if not folder.exists():
            folder.mkdir(parents=True)
            MADE[name](folder)
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        with written_to(folder / "download.jpg"):
            done = run(["scan", str(folder)], dict(os.environ) | {"HOME": str(home)}, home / "said")
        said = (home / "said").read_text(encoding="utf-8", errors="replace").splitlines()
        print(
            f"\n{name}: exit code {done.code}, {done.wall:.0f} s, "
            f"{done.processor:.0f} s of processor time, {done.megabytes:.0f} MB"
        )
        print("\n".join(said[-LINES_SHOWN:]), flush=True)


if __name__ == "__main__":
    main()
