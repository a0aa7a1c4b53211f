"""The scan beside the decoder's limit and beside a plain script: processor seconds by turns, five rounds.

python -m tests.benchmarks.scan_speed PHOTOS WORK [BASELINE [PROGRESSIVE]]

Out of PHOTOS it makes so many baseline and progressive photos of 12 megapixels in the folder WORK.
The limit is `djpeg -scale 1/8 -grayscale` for each file (libjpeg-turbo-progs); the plain script is
`imagehash.phash(Image.open(path))`. The scan reads, takes the SHA-256, the hash, the camera's data and
a small picture, and compares all; no cache.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks.measuring import (
    by_turns,
    cpu_seconds,
    found,
    machine,
    tell,
    twelve_megapixels,
)

SCAN = """
import sys
from pathlib import Path
from wizard.likeness.scan import scan
from wizard.photos.library import walk
scan(walk(Path(sys.argv[1])))
"""
PLAIN = """
import sys
from pathlib import Path
import imagehash
from PIL import Image
for path in sorted(Path(sys.argv[1]).iterdir()):
    imagehash.phash(Image.open(path))
"""
DECODE = 'for f in "$1"/*; do djpeg -scale 1/8 -grayscale -outfile /dev/null "$f"; done'


def main() -> None:
    """Prints both tables."""
    source, work = (Path(word).absolute() for word in sys.argv[1:3])
    counts = [*map(int, sys.argv[3:5]), 200, 200][:2]
    print(machine())
    for kind, count in zip(("baseline", "progressive"), counts, strict=True):
        folder = twelve_megapixels(
            source, work / f"{kind}-{count}", count, progressive=kind == "progressive"
        )
        measures = {
            "scan": lambda: cpu_seconds([sys.executable, "-c", SCAN, folder]),  # noqa: B023
            "imagehash": lambda: cpu_seconds([sys.executable, "-c", PLAIN, folder]),  # noqa: B023
        }
        if kind == "baseline" and found("djpeg"):
            measures["djpeg 1/8"] = lambda: cpu_seconds(["sh", "-c", DECODE, "sh", folder])  # noqa: B023
        size = sum(path.stat().st_size for path in folder.iterdir()) / count / 1e6
        print(f"\n{count} {kind} photos of 12 megapixels, {size:.1f} MB each")
        tell(by_turns(measures), "scan")


if __name__ == "__main__":
    main()
