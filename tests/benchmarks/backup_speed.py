"""A checked backup beside `rsync -a` and then `rsync -anc`: seconds by the clock, by turns.

python -m tests.benchmarks.backup_speed FOLDER DRIVE [ROUNDS]

Copies FOLDER to fresh folders on DRIVE, which are removed afterwards. Before each turn the system is asked
to forget what it holds of FOLDER (posix_fadvise, Linux), so that all read it from its drive. The backup
reads its copies back from the drive; rsync compares what the system still holds of them, and the third
time what is on the drives: then it does what the backup does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measuring import ROUNDS, by_turns, machine, tell
from wizard.photos.library import walk
from wizard.safekeeping.backup import Backup


def main() -> None:
    """Prints the table."""
    folder, drive = (Path(word).absolute() for word in sys.argv[1:3])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else ROUNDS
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(machine())
    print(f"{size / 1e9:.2f} GB")
    taken = by_turns(
        {
            "checked backup": lambda: timed(folder, drive, back_up),
            "rsync -a, rsync -anc": lambda: timed(folder, drive, rsync),
            "the same, from the drives": lambda: timed(folder, drive, rsync_from_the_drives),
        },
        rounds,
    )
    tell(taken, "checked backup")


def timed(folder: Path, drive: Path, copy: Callable[[Path, Path], None]) -> float:
    """Seconds by the clock until the copy is on the drive and compared."""
    forget(folder)
    target = Path(tempfile.mkdtemp(dir=drive))
    began = time.perf_counter()
    copy(folder, target)
    taken = time.perf_counter() - began
    shutil.rmtree(target)
    return taken


def forget(folder: Path) -> None:
    """Asks the system to keep nothing of these files in memory."""
    for path in folder.rglob("*"):
        if path.is_file() and hasattr(os, "posix_fadvise"):
            descriptor = os.open(path, os.O_RDONLY)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)


def back_up(folder: Path, target: Path) -> None:
    result = Backup.begin(target / "photos", {}).make(walk(folder), room=10**15)
    assert result.whole


def rsync(folder: Path, target: Path) -> None:
    run_rsync("-a", folder, target)
    run_rsync("-anc", folder, target)
    os.sync()


def rsync_from_the_drives(folder: Path, target: Path) -> None:
    run_rsync("-a", folder, target)
    os.sync()
    forget(folder)
    forget(target)
    run_rsync("-anc", folder, target)


def run_rsync(options: str, folder: Path, target: Path) -> None:
    words = ["rsync", options, f"{folder}/", f"{target}/"]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
