"""The scan beside other programs that look for look-alikes: processor seconds by turns, five rounds.

python -m tests.benchmarks.peers PHOTOS WORK [COUNT]

Out of PHOTOS it makes COUNT photos of 12 megapixels in the folder WORK, where it also installs czkawka and
difPy from the package index, each in an environment of its own; findimagedupes and dupeguru are Debian's
(`apt-get install findimagedupes dupeguru`). What cannot be had is named and left out. Each starts with an
empty cache. imagededup is left out: it needs PyTorch, some gigabytes, also for its hashes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measuring import (
    Command,
    by_turns,
    cpu_seconds,
    found,
    machine,
    python_of,
    tell,
    twelve_megapixels,
)
from tests.benchmarks.scan_speed import SCAN

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
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    folder = twelve_megapixels(source, work / f"baseline-{count}", count)
    scripts = work / "scripts"
    scripts.mkdir(exist_ok=True)
    commands: dict[str, Command] = {"scan": [sys.executable, "-c", SCAN, folder]}
    for name, script in {"czkawka": CZKAWKA, "difPy": DIFPY}.items():
        file = scripts / f"with_{name}.py"
        file.write_text(script, encoding="utf-8")
        try:
            commands[name] = [python_of(work / f"peer-{name}", name), file, folder]
        except subprocess.CalledProcessError:
            print(f"{name} cannot be had here")
    if found("findimagedupes"):
        commands["findimagedupes"] = ["findimagedupes", "--quiet", folder]
    if DUPEGURU_AT.is_dir():
        commands["dupeGuru"] = ["/usr/bin/python3", "-c", DUPEGURU, folder]
    print(machine())
    print(f"{count} baseline photos of 12 megapixels, the start of each program included")
    tell(by_turns({name: freshly(command) for name, command in commands.items()}), "scan")


def freshly(command: Command) -> Callable[[], float]:
    """Measures a program that finds a home where it has never been."""

    def measure() -> float:
        with tempfile.TemporaryDirectory() as home:
            os.environ.update(HOME=home, XDG_CACHE_HOME=home, QT_QPA_PLATFORM="offscreen")
            return cpu_seconds(command)

    return measure


if __name__ == "__main__":
    main()
