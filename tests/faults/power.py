"""Power cuts on a real ext4: the drive's image is copied at a moment, and the copy is what is there afterwards.

Needs root, for mounting. The tools that people use go through the same trial.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults import scene
from tests.faults.tally import Clock, Tally
from tests.making import files_in
from tests.safekeeping.desk import Desk
from tests.safekeeping.power_cut import before_each_step

SIZE = 24 << 20
COMMIT = "commit=600"
"""Nothing reaches the drive but what somebody waits for: the worst that a cut can find."""
PEER_SIZES = (3_000, 40_000, 200_000, 700_000, 1_500_000, 3_000_000)
"""Six photos, bytes each."""


def possible() -> bool:
    """True where an image can be mounted."""
    programs = all(shutil.which(name) for name in ("mount", "umount", "mkfs.ext4"))
    return sys.platform == "linux" and os.geteuid() == 0 and programs


def trial(work: str, library: str) -> Tally:
    """The power is cut before each step of the work, and once after its end."""
    clock = Clock()
    tally = Tally("power cut on ext4", work, library)
    with tempfile.TemporaryDirectory(dir=scene.temporary_root()) as name:
        folder = Path(name)
        image = _image(folder / "drive.img")
        with _mounted(image) as drive:
            scene.lay(library, work, Desk(drive))
            _settle(drive)
            _cut_before_each_step(work, library, Desk(drive), image)
        for cut in sorted(folder.glob("cut-*")):
            tally.runs += 1
            with _mounted(cut) as drive:
                before = scene.in_the_end(library, work)
                tally.judge(Desk(drive), before, f"{cut.name} of {work} ({library})")
            cut.unlink()
    tally.seconds = clock()
    return tally


def _cut_before_each_step(work: str, library: str, desk: Desk, image: Path) -> None:
    def cut(step: int) -> None:
        _copy(image, image.with_name(f"cut-{step:04}"))

    child = os.fork()
    if child == 0:
        before_each_step(cut)
        os._exit(scene.told_by(lambda: scene.DO[work](desk, library)))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    cut(9999)


PEERS: dict[str, tuple[str, ...]] = {
    "mv": ("mv",),
    "rsync --remove-source-files": ("rsync", "-a", "--remove-source-files"),
    "shutil.move": (
        sys.executable,
        "-c",
        "import shutil, sys; [shutil.move(path, sys.argv[-1]) for path in sys.argv[1:-1]]",
    ),
}


def peer(name: str) -> Tally:
    """Six photos are moved to another drive; the power goes when the tool says "done".

    The drive with the photos has noted by itself that they left: Linux does so within 5 seconds, and
    lets 30 pass before it writes what was copied.
    """

    def move(photos: Path, target: Path) -> None:
        words = PEERS[name]
        subprocess.run([*words, *map(str, sorted(photos.iterdir())), f"{target}/"], check=True)

    return _peer(f"power cut after “{name}” is done", "move to a drive", move)


def ourselves() -> Tally:
    """The same with this program: a backup on the other drive, then all but one set aside."""

    def move(photos: Path, target: Path) -> None:
        script = (
            "import sys; from pathlib import Path; from tests.faults.power import back_up_and_set_aside;"
            "back_up_and_set_aside(Path(sys.argv[1]), Path(sys.argv[2]))"
        )
        subprocess.run([sys.executable, "-c", script, str(photos), str(target)], check=True)

    return _peer("power cut after this program is done", "back up, set aside", move)


def back_up_and_set_aside(photos: Path, target: Path) -> None:
    """What a learner does with six photos of which five may go."""
    from tests.safekeeping.desk import PLENTY, SEEN_AT
    from wizard.photos.library import walk
    from wizard.safekeeping.backup import Backup
    from wizard.safekeeping.review_folder import ReviewFolder
    from wizard.safekeeping.setting_aside import Bundle, Leaving, Staying

    backup = Backup.begin(target / "Backup", {})
    backup.make(walk(photos), room=PLENTY)
    review = ReviewFolder.begin(photos.parent / "Review", photos, {})
    stays, *leaving = sorted(path.name for path in photos.iterdir())
    copy_of_stays = backup.copies.of_path(stays)
    assert copy_of_stays is not None
    for name in leaving:
        copy = backup.copies.of_path(name)
        assert copy is not None
        bundle = Bundle(
            (Leaving(name, copy.sha256, copy),), Staying(stays, copy_of_stays.sha256, SEEN_AT)
        )
        assert review.set_aside(bundle) == []
    review.close()


def _peer(fault: str, work: str, move: Callable[[Path, Path], None]) -> Tally:
    clock = Clock()
    tally = Tally(fault, work, "six photos")
    with tempfile.TemporaryDirectory(dir=scene.temporary_root()) as name:
        one, other = _image(Path(name) / "one.img"), _image(Path(name) / "other.img")
        with _mounted(one) as source, _mounted(other) as target:
            (source / "Photos").mkdir()
            for number, size in enumerate(PEER_SIZES):
                (source / f"Photos/{number}.jpg").write_bytes(os.urandom(size))
            before = set(files_in(source / "Photos").values())
            _settle(source)
            _settle(target)
            move(source / "Photos", target)
            subprocess.run(["sync", "-f", str(source)], check=True)
            for image in (one, other):
                _copy(image, image.with_suffix(".cut"))
        held: set[bytes] = set()
        for image in (one, other):
            with _mounted(image.with_suffix(".cut")) as drive:
                held |= set(files_in(drive).values())
    tally.runs = tally.fired = len(before)
    tally.lost = len(before - held)
    tally.back = len(before & held)
    tally.seconds = clock()
    return tally


def _image(path: Path) -> Path:
    with path.open("xb") as image:
        image.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", str(path)], check=True)
    return path


def _copy(image: Path, target: Path) -> None:
    subprocess.run(["cp", "--sparse=always", str(image), str(target)], check=True)


def _settle(drive: Path) -> None:
    subprocess.run(["sync", "-f", str(drive)], check=True)


@contextmanager
def _mounted(image: Path) -> Iterator[Path]:
    """The image as a drive of its own."""
    with tempfile.TemporaryDirectory(prefix="faults-mount-") as name:
        subprocess.run(["mount", "-o", f"loop,{COMMIT}", str(image), name], check=True)
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", "-l", name], check=True)
