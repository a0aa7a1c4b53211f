"""The scan beside other programs that look for look-alikes: processor seconds by turns, five rounds.

python -m tests.benchmarks.peers PHOTOS WORK [COUNT [ROUNDS]]

Out of PHOTOS it makes COUNT photos of 12 megapixels in the folder WORK, where it also installs czkawka,
difPy and imagededup from the package index, each in an environment of its own; findimagedupes and dupeguru
are Debian's (`apt-get install findimagedupes dupeguru`). What cannot be had is named and left out. Each
starts with an empty cache, once with all photos and once with ten: the difference is what the photos cost,
not the start. imagededup looks by its perceptual hash; PyTorch, some gigabytes that only its other way
uses, is an empty stand-in, which spares it time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measuring import (
    ROUNDS,
    Command,
    by_turns,
    cpu_seconds,
    found,
    machine,
    python_of,
    some_of,
    tell,
    twelve_megapixels,
)
from tests.benchmarks.scan_speed import FEW, SCAN

CZKAWKA = """
import sys
from czkawka import ImageSimilarity
finder = ImageSimilarity()
finder.set_directories([sys.argv[1]])
finder.set_similarity(6)
finder.find_similar()
"""
DIFPY = """
import sys
import difPy
if __name__ == "__main__":
    photos = difPy.build(sys.argv[1], show_progress=False)
    difPy.search(photos, similarity="similar", show_progress=False)
"""
IMAGEDEDUP = """
import sys
from unittest.mock import MagicMock
torch = MagicMock()
torch.nn.Module = torch.Tensor = type("Empty", (), {})
for name in ("", ".nn", ".utils", ".utils.data"):
    sys.modules["torch" + name] = torch
for name in ("", ".models", ".models.vision_transformer", ".transforms"):
    sys.modules["torchvision" + name] = torch
from imagededup.methods import PHash
if __name__ == "__main__":
    looker = PHash(verbose=False)
    hashes = looker.encode_images(image_dir=sys.argv[1])
    assert hashes
    looker.find_duplicates(encoding_map=hashes, max_distance_threshold=6)
"""
INSTALLED: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {
    "czkawka": (CZKAWKA, (("czkawka",),)),
    "difPy": (DIFPY, (("difPy",),)),
    "imagededup": (
        IMAGEDEDUP,
        (
            ("pillow", "tqdm", "scipy", "scikit-learn", "PyWavelets", "matplotlib"),
            ("--no-deps", "imagededup"),
        ),
    ),
}
"""The script, and what is installed one after the other."""
DUPEGURU_AT = Path("/usr/share/dupeguru")
DUPEGURU = f"""
import sys
sys.path.insert(0, "{DUPEGURU_AT}")
from pathlib import Path
from core.pe.scanner import ScannerPE
from core.scanner import ScanType
from qt.pe.photo import File
scanner = ScannerPE()
scanner.scan_type, scanner.cache_path = ScanType.FUZZYBLOCK, ":memory:"
photos = [File(path) for path in sorted(Path(sys.argv[1]).iterdir())]
for photo in photos:
    photo.is_ref = False
scanner.get_dupe_groups(photos)
"""


def main() -> None:
    """Prints the table."""
    source, work = (Path(word).absolute() for word in sys.argv[1:3])
    count, rounds = [*map(int, sys.argv[3:5]), *(200, ROUNDS)[len(sys.argv) - 3 :]]
    folder = twelve_megapixels(source, work / f"baseline-{count}", count)
    scripts = work / "scripts"
    scripts.mkdir(exist_ok=True)
    commands: dict[str, Command] = {"scan": [sys.executable, "-c", SCAN, folder, "peers"]}
    for name, (script, needed) in INSTALLED.items():
        file = scripts / f"with_{name}.py"
        file.write_text(script, encoding="utf-8")
        try:
            pythons = [python_of(work / f"peer-{name}", *packages) for packages in needed]
            commands[name] = [pythons[-1], file, folder]
        except subprocess.CalledProcessError:
            print(f"{name} cannot be had here")
    if found("findimagedupes"):
        commands["findimagedupes"] = ["findimagedupes", "--quiet", folder]
    if DUPEGURU_AT.is_dir():
        commands["dupeGuru"] = ["/usr/bin/python3", "-c", DUPEGURU, folder]
    few = some_of(folder, FEW)
    started = {
        f"{name}, {FEW}": [few if word is folder else word for word in command]
        for name, command in commands.items()
    }
    measures = {name: freshly(command) for name, command in {**commands, **started}.items()}
    taken = by_turns(measures, rounds)
    print(machine())
    print(f"{count} baseline photos of 12 megapixels, the start of each program included")
    tell({name: taken[name] for name in commands}, "scan")
    print(f"each photo after the first {FEW}, in milliseconds")
    tell(
        {
            name: [
                (all_ - start) * 1000 / (count - FEW)
                for all_, start in zip(taken[name], taken[f"{name}, {FEW}"], strict=True)
            ]
            for name in commands
        },
        "scan",
        "ms",
    )


def freshly(command: Command) -> Callable[[], float]:
    """Measures a program that finds a home where it has never been."""

    def measure() -> float:
        with tempfile.TemporaryDirectory() as home:
            os.environ.update(HOME=home, XDG_CACHE_HOME=home, QT_QPA_PLATFORM="offscreen")
            return cpu_seconds(command)

    return measure


if __name__ == "__main__":
    main()
