"""Measures what the compare page needs with 48-megapixel photos: `python -m tests.benchmarks.memory_of_compare_page [FORMAT]`. Linux only.

FORMAT is tif, png, heic (in one piece), heic-tiles or heic-phone. Prints the process's memory before the page is
written, at its highest meanwhile and after; and how long it took.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.memory_of_inspect import forget_the_highest, make_photos, megabytes
from tests.pages.compare_pages import two_of
from wizard.own_files import OwnFolder
from wizard.pages.outside import write_compare_page
from wizard.returned_memory import return_what_is_large

LIMIT = 400
"""MB."""


def measure(folder: Path) -> int:
    return_what_is_large()  # as the program does when it starts
    two = two_of(folder, sorted(path.name for path in folder.iterdir())[:2])
    before = megabytes("VmRSS")
    forget_the_highest()
    begun = time.perf_counter()
    write_compare_page(two, OwnFolder.temporary("page-", folder.parent))
    took = time.perf_counter() - begun
    highest, after = megabytes("VmHWM"), megabytes("VmRSS")
    print(f"before {before:.0f} MB, highest {highest:.0f} MB (limit {LIMIT}), after {after:.0f} MB")
    print(f"written in {took:.1f} s")
    return int(highest > LIMIT)


def main() -> int:
    kind = sys.argv[1] if len(sys.argv) > 1 else "tif"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "photos"
        folder.mkdir()
        make_photos(folder, kind)
        # Making them took more than the page: what is measured is a process of its own.
        words = [
            sys.executable,
            "-m",
            "tests.benchmarks.memory_of_compare_page",
            "--in",
            str(folder),
        ]
        return subprocess.run(words, check=False).returncode


if __name__ == "__main__":
    sys.exit(measure(Path(sys.argv[2])) if sys.argv[1:2] == ["--in"] else main())
