"""Measures what step 6 needs with 48-megapixel photos: `python -m tests.benchmarks.memory_of_inspect [FORMAT] [TERMINAL]`. Linux only.

FORMAT is jpg, heic, tif or png; TERMINAL is blocks, kitty or sixel. Prints the process's memory before the
step, at its highest while photos are looked at whole, at its highest while they are looked at closely, and
after; and how long the first pair, a close-up and the next look at the whole took.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from textual.geometry import Size

from tests.steps.walking import Walker, answers, at, press, wizard
from wizard.widgets.compare import Compare
from wizard.widgets.graphics.answers import Answer, Attributes, SpeaksKitty
from wizard.widgets.graphics.terminal import TerminalAnswered

SIZE = (8064, 6048)
"""Pixels of a 48-megapixel phone photo."""
LIMIT_WHOLE, LIMIT_CLOSE = 150, 350
"""MB."""
LONGEST_WAIT = 120
"""Seconds for one thing to happen: decoding two HEIC files of 48 megapixels takes 10 s on an idle machine."""
WINDOW = (120, 40)
TERMINALS: dict[str, list[Answer]] = {
    "blocks": [],
    "kitty": [SpeaksKitty(), Attributes((62,))],
    "sixel": [Attributes((4,)), Attributes((4,))],
}
"""What each answers when it is asked what it can draw."""


class Forgetful:
    """A terminal that keeps nothing of what it is sent."""

    forget_pictures = False
    cell: Size | None = Size(10, 20)

    def write(self, data: str) -> None:
        pass

    def flush(self) -> None:
        pass


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
        quickly: dict[str, Any] = (
            {"enc_params": {"preset": "ultrafast"}} if suffix == "heic" else {}
        )
        photo.save(folder / f"IMG_{number}.{suffix}", quality=85, **quickly)


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
    await happens(
        walker,
        lambda: not any(view.too_coarse for view in walker.app.screen.query_one(Compare).views),
        "sharp",
    )


async def happens(
    walker: Walker, true: Callable[[], bool], what: str, seconds: float = 0.05
) -> None:
    """Waits for something, looking every so many seconds, but not for ever."""
    ends = time.monotonic() + LONGEST_WAIT
    while not true():
        if time.monotonic() > ends:
            raise SystemExit(f"{what}: did not happen within {LONGEST_WAIT} s")
        await walker.pause(seconds)


async def to_step_5(walker: Walker) -> None:
    """Chooses the photos named at the start, goes on without a backup and compares them: step 6 is one key away."""
    journey = walker.app.journey  # type: ignore[attr-defined]
    await happens(walker, lambda: journey.library is not None, "folder listed")
    await press(walker, "1", "9")
    await happens(walker, lambda: journey.scan is not None, "photos compared")
    await happens(walker, lambda: len(answers(walker)) == 2, "look over")
    await press(walker, "1")


async def measure(folder: Path, home: Path, terminal: str) -> int:
    async with wizard(home, folder=folder, size=WINDOW) as walker:
        for answer in TERMINALS[terminal]:
            walker.app.post_message(TerminalAnswered(Forgetful(), answer))
        await to_step_5(walker)
        before = megabytes("VmRSS")
        forget_the_highest()
        begun = time.perf_counter()
        await press(walker, "2")
        await happens(walker, lambda: at(walker, "inspect"), "step 6")
        await happens(walker, lambda: walker.app.screen.query_one(Compare).both_are_seen, "pair")
        first = time.perf_counter() - begun
        await press(walker, "right", "right", "space", "space", "space")
        await asyncio.wait_for(walker.app.workers.wait_for_complete(), LONGEST_WAIT)
        await sharp(walker) if TERMINALS[terminal] else None
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
        await happens(walker, lambda: at(walker, "review"), "step 5")
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
    suffix, terminal = [*sys.argv[1:], *("jpg", "blocks")[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "photos"
        folder.mkdir()
        make_photos(folder, suffix)
        # Making them took more than looking: what is measured is a process of its own.
        return subprocess.run([*MEASURE, str(folder), terminal], check=False).returncode


MEASURE = [sys.executable, "-m", "tests.benchmarks.memory_of_inspect", "--in"]

if __name__ == "__main__":
    if sys.argv[1:2] == ["--in"]:
        place = Path(sys.argv[2])
        with tempfile.TemporaryDirectory() as home:
            sys.exit(asyncio.run(measure(place, Path(home), sys.argv[3])))
    sys.exit(main())
