"""The small libraries on which faults are tried, the work done on them, and what must be true afterwards."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.faults import trashing
from tests.making import Snapshot, file, files_in, photo, sha256, snapshot
from tests.safekeeping.desk import LEAFLETS, PLENTY, SEEN_AT, Desk
from wizard.photos.library import walk
from wizard.problems import Gate, KitError, MayNotMove
from wizard.safekeeping.backup import Backup
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.setting_aside import Bundle, Leaving, Staying

IN_MEMORY = Path("/dev/shm")
"""Thousands of runs wait for thousands of flushes; memory has none. A power cut has its own trial."""


@dataclass(frozen=True)
class Group:
    """A photo with its companions that leaves, and the photo that stays."""

    leaving: tuple[str, ...]
    stays: str


LIBRARIES: dict[str, tuple[Group, ...]] = {
    "plain": (Group(("2024/b.jpg", "2024/b.xmp"), "a.jpg"),),
    "phone": (
        Group(("IMG_1.HEIC", "IMG_1.MOV", "IMG_1.AAE"), "1/IMG_1.jpg"),
        Group(("2/IMG_1.jpg", "2/IMG_1.jpg.json"), "1/IMG_1.jpg"),
    ),
    "names": (
        Group(("가족\u0301 사진/가.jpg", "가족\u0301 사진/가.xmp"), "trip [1/x].jpg"),
        Group(("-rf 100%.jpg",), "trip [1/x].jpg"),
    ),
}
"""By name: the files of each group. What else lies there is laid by `_lay`."""

WORKS = ("back_up", "back_up_again", "set_aside", "put_back")


def _lay(library: str, photos: Path) -> None:
    for number, group in enumerate(LIBRARIES[library]):
        for seed, path in enumerate((group.stays, *group.leaving)):
            if Path(path).suffix.lower() in (".jpg", ".heic"):
                photo(photos / path, number * 10 + seed, (60, 40))
            else:
                file(photos / path, f"belongs to {number} {seed}\n" * 30)
    file(photos / "letters/letter.txt", "Dear ...")
    file(photos / "letters/empty.txt", b"")
    if library == "names":
        file(photos / "line\nbreak.txt", "a line break")
        file(photos / "\udce9t\udce9.txt", "not valid UTF-8")
        file(photos / "각.txt", "composed")
        file(photos / "\u1100\u1161\u11a8.txt", "decomposed")


ROOT = "FAULTS_ROOT"
"""In the environment: the folder in which all desks are laid, removed at the end."""


def temporary_root() -> Path:
    """Where desks are laid: in memory where there is such a place."""
    if ROOT in os.environ:
        return Path(os.environ[ROOT])
    return IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else Path(tempfile.gettempdir())


@contextmanager
def one_root() -> Iterator[None]:
    """Lays all desks in one folder and removes it at the end, templates included."""
    with tempfile.TemporaryDirectory(dir=temporary_root(), prefix="faults-") as name:
        os.environ[ROOT] = name
        try:
            yield
        finally:
            del os.environ[ROOT]
            _template.cache_clear()


@contextmanager
def laid(library: str, work: str) -> Iterator[tuple[Desk, Snapshot]]:
    """A desk as it is when the work begins, and the photos as they are to be in the end."""
    with tempfile.TemporaryDirectory(dir=temporary_root(), prefix="faults-") as name:
        desk = Desk(Path(name))
        lay(library, work, desk)
        yield desk, in_the_end(library, work)


def lay(library: str, work: str, desk: Desk) -> None:
    """Copies the desk as it is when the work begins to `desk`, from one that was made once."""
    shutil.copytree(_template(library, work), desk.root, dirs_exist_ok=True)


@cache
def in_the_end(library: str, work: str) -> Snapshot:
    """The photos as they are to be when all is put back."""
    start = "back_up" if work in ("put_back", "trash") else work
    return snapshot(Desk(_template(library, start)).photos)


@cache
def _template(library: str, work: str) -> Path:
    root = Path(tempfile.mkdtemp(dir=temporary_root(), prefix="faults-template-"))
    desk = Desk(root)
    if work == "back_up":
        _lay(library, desk.photos)
        return root
    lay(library, "back_up", desk)
    back_up(desk, library)
    if work == "back_up_again":
        stays = desk.photos / LIBRARIES[library][0].stays
        photo(stays, 77, (60, 40))
        os.utime(stays, ns=(1, 1))
        photo(desk.photos / "new.jpg", 78, (60, 40))
    else:
        desk.new_review_folder().close()
    if work in ("put_back", "trash"):
        set_aside(desk, library)
    if work == "trash":
        trashing.home(desk).mkdir()
    return root


def back_up(desk: Desk, library: str) -> None:
    """Makes the backup or goes on with it."""
    Backup.begin(desk.drive, LEAFLETS).make(walk(desk.photos), room=PLENTY)


def set_aside(desk: Desk, library: str) -> None:
    """Sets every group aside that is still among the photos."""
    copies = CheckedCopies(desk.drive, desk.drive)
    review = ReviewFolder(desk.review)
    for group in LIBRARIES[library]:
        if os.path.lexists(desk.photos / group.leaving[0]):
            review.set_aside(_bundle(desk, copies, group))
    review.close()


def _bundle(desk: Desk, copies: CheckedCopies, group: Group) -> Bundle:
    leaving = []
    for path in group.leaving:
        copy = copies.of_path(path)
        if copy is None:
            raise MayNotMove(Gate.NO_CHECKED_COPY)
        leaving.append(Leaving(path, copy.sha256, copy))
    stays = copies.of_path(group.stays)
    if stays is None:
        raise MayNotMove(Gate.NO_CHECKED_COPY)
    return Bundle(tuple(leaving), Staying(group.stays, stays.sha256, SEEN_AT))


def put_back(desk: Desk, library: str) -> None:
    """Puts everything back that can go."""
    review = ReviewFolder(desk.review)
    for item in review.items:
        review.put_back(item)
    review.close()


DO: dict[str, Callable[[Desk, str], None]] = {
    "back_up": back_up,
    "back_up_again": back_up,
    "set_aside": set_aside,
    "put_back": put_back,
    "trash": trashing.trash,
}


def told_by(work: Callable[[], None]) -> int:
    """The exit code of a piece of work: 0 done, 3 a sentence for the learner, 4 an error nobody thought of."""
    try:
        work()
    except KitError:
        return 3
    except Exception:  # noqa: BLE001 - told by the code
        if "TELL_UNTOLD" in os.environ:
            traceback.print_exc(limit=-4)
        return 4
    return 0


def is_move(work: str) -> bool:
    """True when the work moves photos; a backup only copies."""
    return work in ("set_aside", "put_back", "trash")


def lost(desk: Desk, before: Snapshot, work: str) -> int:
    """How many of the original byte sequences can be read nowhere on the desk, at this instant.

    A move must keep them among photos and review folder alone: the backup is not used up for it.
    """
    places = [desk.photos] if not is_move(work) else [desk.photos, desk.review]
    places += [trashing.home(desk)] if work == "trash" else []
    held = {digest(contents) for place in places for contents in files_in(place).values()}
    return len({digest(entry[1]) for entry in before.values() if entry[0] == "file"} - held)


def digest(contents: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(contents).hexdigest()


def begin_again(desk: Desk, before: Snapshot, work: str, library: str) -> None:
    """The next session: finishes or takes back, and in the end all is as it was. Raises AssertionError."""
    if work == "trash":
        trashing.begin_again(desk, before)
    elif is_move(work):
        review = ReviewFolder(desk.review)
        aside = {item.path for item in review.items}
        review.close()
        if work == "set_aside":
            for group in LIBRARIES[library]:
                assert len({path in aside for path in group.leaving}) == 1, "parted"
        for _ in range(2):  # doing it twice changes nothing
            DO[work](desk, library)
            put_back(desk, library)
        review = ReviewFolder(desk.review)
        assert review.items == (), "something did not go back"
        review.close()
        assert snapshot(desk.photos) == before, "not as it was"
    else:
        promises_hold(desk)
        back_up(desk, library)
        promises_hold(desk)
        assert snapshot(desk.photos) == before, "a backup changed the photos"
        made = Backup(desk.drive)
        assert made.missing(walk(desk.photos)) == [], "the backup is not whole"
        assert made.check().problems == (), "the backup is not sound"


def nothing_is_promised_falsely(desk: Desk, before: Snapshot, library: str) -> None:
    """On a drive that spoils what it is given, the next session goes on or says in a sentence that it cannot."""
    promises_hold(desk)
    with suppress(KitError):
        back_up(desk, library)
    promises_hold(desk)
    assert snapshot(desk.photos) == before, "a backup changed the photos"


def promises_hold(desk: Desk) -> None:
    """Every copy that is called checked holds exactly the bytes promised. Raises AssertionError."""
    if not desk.drive.is_dir():
        return
    for row in CheckedCopies(desk.drive, desk.drive).rows:
        assert sha256(desk.drive / str(row["payload"])) == row["sha256"], "a false promise"
