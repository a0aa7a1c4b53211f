"""Measures what step 6 needs with 48-megapixel photos: `python -m tests.benchmarks.memory_of_inspect [heic]`. Linux only.

Prints the process's memory before the step, at its highest while photos are looked at whole, at its
highest while they are looked at closely, and after; and how long the first pair and a close-up took.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from tests.steps.walking import Walker, answers, at, both_drawn, press, until, wizard
from wizard.widgets.compare import Compare

SIZE = (8064, 6048)
"""Pixels of a 48-megapixel phone photo."""
LIMIT_WHOLE, LIMIT_CLOSE = 150, 350
"""MB."""
WINDOW = (120, 40)


def make_photos(folder: Path, suffix: str) -> None:
    """Three photos that look alike, of soft shapes and the grain of a sensor, as large on disk as real ones."""
    if suffix == "heic":
        import pillow_heif

        pillow_heif.register_heif_opener()
    random = np.random.default_rng(1)
    shapes = Image.fromarray(random.integers(0, 256, (9, 12, 3), dtype=np.uint8))
    large = shapes.resize(SIZE, Image.Resampling.BICUBIC)
    for number in range(3):
        grain = random.integers(-6, 7, (SIZE[1] // 4, SIZE[0] // 4, 1))
        pixels = np.asarray(large).astype(np.int16)
        pixels += np.kron(grain, np.ones((4, 4, 1), dtype=np.int64)).astype(np.int16)
        photo = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
        photo.save(folder / f"IMG_{number}.{suffix}", quality=85)


def megabytes(kind: str) -> float:
    """VmRSS now, or VmHWM, the highest since `forget_the_highest`."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(kind):
            return int(line.split()[1]) / 1000
    raise KeyError(kind)


def forget_the_highest() -> None:
    """The highest is counted anew from here (proc(5), clear_refs)."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


async def sharp(walker: Walker) -> None:
    """Waits until nothing that is seen is coarser than the original."""
    await until(
        walker,
        lambda: not any(view.too_coarse for view in walker.app.screen.query_one(Compare).views),
    )


async def measure(folder: Path, home: Path) -> int:
    async with wizard(home, folder=folder, size=WINDOW) as walker:
        await until(walker, lambda: walker.app.journey.library is not None)  # type: ignore[attr-defined]
        await press(walker, "1", "9")
        await until(walker, lambda: walker.app.journey.scan is not None)  # type: ignore[attr-defined]
        await until(walker, lambda: len(answers(walker)) == 2)
        await press(walker, "1")
        before = megabytes("VmRSS")
        forget_the_highest()
        begun = time.perf_counter()
        await press(walker, "2")
        await until(walker, lambda: at(walker, "inspect"))
        await both_drawn(walker)
        first = time.perf_counter() - begun
        await press(walker, "right", "right", "space", "space", "space")
        await walker.app.workers.wait_for_complete()
        whole = megabytes("VmHWM")
        forget_the_highest()
        begun = time.perf_counter()
        await press(walker, *["6"] * 8)
        await sharp(walker)
        closely = time.perf_counter() - begun
        for key in ["right", "down", "left", "up"] * 3:
            await press(walker, key)
            await sharp(walker)
        close = megabytes("VmHWM")
        await press(walker, "escape", "escape")
        await until(walker, lambda: at(walker, "review"))
        after = megabytes("VmRSS")
    print(f"before the step          {before:6.0f} MB")
    print(f"photos whole, highest    {whole:6.0f} MB   limit {LIMIT_WHOLE}")
    print(f"photos close, highest    {close:6.0f} MB   limit {LIMIT_CLOSE}")
    print(f"after the step           {after:6.0f} MB")
    print(
        f"first pair drawn after   {first:6.2f} s, eight presses of Closer sharp after {closely:.2f} s"
    )
    return int(whole > LIMIT_WHOLE or close > LIMIT_CLOSE)


def main() -> int:
    suffix = sys.argv[1] if len(sys.argv) > 1 else "jpg"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "photos"
        folder.mkdir()
        make_photos(folder, suffix)
        # Making them took more than looking: what is measured is a process of its own.
        import subprocess

        words = [sys.executable, "-m", "tests.benchmarks.memory_of_inspect", "--in", str(folder)]
        return subprocess.run(words, check=False).returncode


if __name__ == "__main__":
    if sys.argv[1:2] == ["--in"]:
        place = Path(sys.argv[2])
        sys.exit(asyncio.run(measure(place, place.parent / "home")))
    sys.exit(main())
