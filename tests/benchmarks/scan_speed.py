"""The scan beside the decoder's limit and beside a plain script: processor seconds by turns, five rounds.

python -m tests.benchmarks.scan_speed djpeg PHOTOS WORK [COUNT]
python -m tests.benchmarks.scan_speed imagehash PHOTOS WORK [COUNT]
python -m tests.benchmarks.scan_speed progressive PHOTOS WORK [COUNT]

Out of PHOTOS it makes COUNT photos of 12 megapixels in the folder WORK. The limit is
`djpeg -scale 1/8 -grayscale` for each file (libjpeg-turbo-progs); the plain script is
`imagehash.phash(Image.open(path))`, with baseline files or with progressive ones. The scan reads, takes
the SHA-256, the hash, the camera's data and a small picture, and compares all; no cache. Beside djpeg, which
looks at one photo only, so does the scan: what is alike is not looked at again (`cost_of_close_look` has
that). It is also measured on ten of the photos, since a few do not hide how long Python and its libraries take to start.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from tests.benchmarks.measuring import (
    Command,
    by_turns,
    cpu_seconds,
    machine,
    some_of,
    tell,
    twelve_megapixels,
)

FEW = 10
SCAN = """
import sys
from pathlib import Path
from wizard.likeness.scan import scan
from wizard.photos.library import walk
scan(walk(Path(sys.argv[1])), closely=sys.argv[2] != "djpeg")
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
    """Prints one table."""
    rival, source, work = sys.argv[1], Path(sys.argv[2]).absolute(), Path(sys.argv[3]).absolute()
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 200
    progressive = rival == "progressive"
    kind = "progressive" if progressive else "baseline"
    folder = twelve_megapixels(source, work / f"{kind}-{count}", count, progressive=progressive)
    few = some_of(folder, FEW)
    decode: Command = ["sh", "-c", DECODE, "sh", folder]
    plain: Command = [sys.executable, "-c", PLAIN, folder]
    taken = by_turns(
        {
            "scan": lambda: cpu_seconds([sys.executable, "-c", SCAN, folder, rival]),
            f"scan of {FEW}": lambda: cpu_seconds([sys.executable, "-c", SCAN, few, rival]),
            rival: lambda: cpu_seconds(decode if rival == "djpeg" else plain),
        }
    )
    size = sum(path.stat().st_size for path in folder.iterdir()) / count / 1e6
    print(machine())
    print(f"{count} {kind} photos of 12 megapixels, {size:.1f} MB each")
    tell(taken, "scan")
    all_, start, limit = (statistics.median(each) for each in taken.values())
    print(
        f"each photo after the first {FEW}: {(all_ - start) / (count - FEW) / (limit / count):.3f}"
    )


if __name__ == "__main__":
    main()
