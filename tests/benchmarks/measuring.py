"""What the benchmarks share: commands by turns, processor seconds, photos to measure with, the machine's facts."""

from __future__ import annotations

import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

ROUNDS = 5
SIZE = (4032, 3024)
"""Pixels of a 12-megapixel photo."""
GRAIN = 4.0
"""Levels of noise, as a phone's sensor leaves it: files of about 2.5 MB at quality 90."""

Command = Sequence[str | Path]


def cpu_seconds(command: Command) -> float:
    """User and system seconds of a program and of those that it starts. Raises CalledProcessError."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        list(map(str, command)),
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def by_turns(
    measures: Mapping[str, Callable[[], float]], rounds: int = ROUNDS
) -> dict[str, list[float]]:
    """Each once, then each again, so that what else the machine does falls on all alike."""
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for _round in range(rounds):
        for name, measure in measures.items():
            taken[name].append(measure())
    return taken


def tell(taken: Mapping[str, Sequence[float]], ours: str, unit: str = "s") -> None:
    """Prints the medians, and ours divided by each of the others."""
    medians = {name: statistics.median(seconds) for name, seconds in taken.items()}
    for name, median in medians.items():
        ratio = f"   {ours} / this = {medians[ours] / median:.3f}" if name != ours else ""
        print(f"{name:34} {median:9.3f} {unit}{ratio}")


def machine() -> str:
    """Processor, cores, system, Python."""
    model = platform.processor() or platform.machine()
    if sys.platform == "linux":
        lines = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").splitlines()
        model = next((line.split(": ")[1] for line in lines if "model name" in line), model)
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    )


def twelve_megapixels(
    source: Path, folder: Path, count: int, suffix: str = ".jpg", **options: object
) -> Path:
    """Makes so many photos of 12 megapixels out of those in `source`, enlarged, with a sensor's grain.

    Each is another cut of its source, so that no two are copies. What is there already is kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sources = [
        path for path in sorted(source.rglob("*")) if path.suffix.lower() in (".jpg", ".jpeg")
    ]
    sources = [path for path in sources if min(Image.open(path).size) >= 1000]
    random = np.random.default_rng(1)
    grain = random.normal(0, GRAIN, SIZE[0] * SIZE[1]).astype(np.int16)
    for number in range(count):
        path = folder / f"{number:04}{suffix}"
        if path.exists():
            continue
        picture = Image.open(sources[number % len(sources)]).convert("RGB")
        margin = 40 * (number // len(sources))
        picture = picture.crop((margin, margin, picture.width - margin, picture.height - margin))
        size = SIZE if picture.width >= picture.height else SIZE[::-1]
        pixels = np.asarray(picture.resize(size, Image.Resampling.BICUBIC)).astype(np.int16)
        pixels = pixels + np.roll(grain, number * 7919).reshape(size[1], size[0], 1)
        seen = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
        seen.save(path, **{"quality": 90, **options})  # type: ignore[arg-type]
    return folder


def some_of(folder: Path, count: int) -> Path:
    """A folder beside it with the first so many of its files, as second names of them."""
    few = folder.with_name(f"{count}-of-{folder.name}")
    few.mkdir(exist_ok=True)
    for path in sorted(folder.iterdir())[:count]:
        if not (few / path.name).exists():
            os.link(path, few / path.name)
    return few


def python_of(folder: Path, *packages: str) -> Path:
    """A Python with these packages in a folder of its own; raises CalledProcessError when they cannot be had."""
    python = folder / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [python, "-m", "pip", "install", "--quiet", *packages]
    subprocess.run(list(map(str, pip)), check=True, capture_output=True)
    return python


def found(program: str) -> str | None:
    """Where a program is that the system installs, or None."""
    return shutil.which(program)
