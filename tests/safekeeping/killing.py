"""Run as a program: kills a piece of work before each of its steps on the drive, and looks what is left.

    python -m tests.safekeeping.killing set_aside|put_back|back_up|back_up_again renames|claims [twice]

A child process does the work and ends itself like a power cut before its first step, its second,
and so on. After each the work is begun again, and every promise is looked at. Prints how many
kills there were.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import bagit

from tests.faults.scene import temporary_root
from tests.making import Snapshot, file, files_in, photo, snapshot
from tests.safekeeping.desk import Desk
from tests.safekeeping.power_cut import killed
from wizard.safekeeping import disk
from wizard.safekeeping.review_folder import ReviewFolder

AT_MOST = 400


def prepare(desk: Desk) -> None:
    """Photos with their companions, backed up."""
    photo(desk.photos / "a.jpg", 1, (80, 60))
    photo(desk.photos / "2024/b.jpg", 1, (40, 30))
    file(desk.photos / "2024/b.xmp", "notes")
    file(desk.photos / "letter.txt", "Dear ...")


def set_aside(desk: Desk) -> None:
    review = ReviewFolder(desk.review)
    desk.set_aside(review, "2024/b.jpg", "2024/b.xmp", stays="a.jpg")
    review.close()


def put_back(desk: Desk) -> None:
    review = ReviewFolder(desk.review)
    for item in review.items:
        assert review.put_back(item) is None
    review.close()


def back_up(desk: Desk) -> None:
    desk.back_up()


def look_after_a_move(desk: Desk, before: Snapshot, together: bool = False) -> None:
    """Nothing is lost, companions are together, and everything goes back."""
    held = sorted(entry[1] for entry in before.values() if entry[0] == "file" and entry[1])
    assert set(held) <= {*files_in(desk.photos).values(), *files_in(desk.review).values()}
    ReviewFolder(desk.review).close()
    review = ReviewFolder(desk.review)
    aside = {item.path for item in review.items}
    here = {"2024/b.jpg", "2024/b.xmp"} & set(files_in(desk.photos))
    assert aside | here == {"2024/b.jpg", "2024/b.xmp"} and not aside & here
    assert not (together and aside and here), "a photo and its companion were parted"
    for item in review.items:
        assert review.put_back(item) is None
    assert review.items == ()
    assert snapshot(desk.photos) == before
    desk.set_aside(review, "2024/b.jpg", "2024/b.xmp", stays="a.jpg")
    review.close()


def look_after_setting_aside(desk: Desk, before: Snapshot) -> None:
    """As after any move; and photo and companion are together."""
    look_after_a_move(desk, before, together=True)


def look_after_a_backup(desk: Desk, before: Snapshot) -> None:
    """The photos are as they were, the backup goes on, and the bag is sound."""
    assert snapshot(desk.photos) == before
    assert desk.back_up().checked == len(files_in(desk.photos))
    assert desk.backup().check().problems == ()
    bagit.Bag(str(desk.drive)).validate()
    held = files_in(desk.drive / "data")
    assert set(files_in(desk.photos).values()) <= set(held.values())
    assert b"" not in held.values()
    assert not [path for path in files_in(desk.drive) if path.startswith("unfinished")]


@contextmanager
def laid(name: str) -> Iterator[tuple[Desk, Snapshot]]:
    """A desk as it is when the work begins, and the photos as they are to be in the end."""
    template, before = made_once(name)
    with tempfile.TemporaryDirectory(dir=temporary_root()) as root:
        shutil.copytree(template.root, root, dirs_exist_ok=True)
        yield Desk(Path(root)), before


@cache
def made_once(name: str) -> tuple[Desk, Snapshot]:
    """The desk that each run gets a copy of."""
    desk = Desk(Path(tempfile.mkdtemp(dir=temporary_root())))
    atexit.register(shutil.rmtree, desk.root)
    return desk, lay(name, desk)


def lay(name: str, desk: Desk) -> Snapshot:
    """Makes a desk as it is when the work begins; returns the photos as they are to be in the end."""
    prepare(desk)
    if name != "back_up":
        desk.back_up()
    if name == "back_up_again":
        photo(desk.photos / "a.jpg", 7, (80, 60))
        os.utime(desk.photos / "a.jpg", ns=(1, 1))
        photo(desk.photos / "new.jpg", 8, (80, 60))
    before = snapshot(desk.photos)
    if name in ("set_aside", "put_back"):
        review = desk.new_review_folder()
        if name == "put_back":
            desk.set_aside(review, "2024/b.jpg", "2024/b.xmp", stays="a.jpg")
        review.close()
    return before


def kill_at_every_step(name: str) -> int:
    """The number of kills that were survived."""
    work, look = {
        "set_aside": (set_aside, look_after_setting_aside),
        "put_back": (put_back, look_after_a_move),
    }.get(name, (back_up, look_after_a_backup))
    for step in range(1, AT_MOST):
        with laid(name) as (desk, before):
            going_on = killed(work, desk, step)
            try:
                look(desk, before)
            except BaseException:
                print(f"killed before step {step}", file=sys.stderr)
                raise
        if not going_on:
            return step - 1
    raise AssertionError("the work did not end")


def kill_at_every_step_of_the_recovery_too(name: str) -> int:
    """The power goes a second time, while the first interruption is being made good."""
    work = {"set_aside": set_aside, "put_back": put_back}[name]
    look = look_after_setting_aside if name == "set_aside" else look_after_a_move
    kills = 0
    for first in range(1, AT_MOST):
        for second in range(1, AT_MOST):
            with laid(name) as (desk, before):
                if not killed(work, desk, first):
                    return kills
                going_on = killed(recover, desk, second)
                kills += going_on
                try:
                    look(desk, before)
                except BaseException:
                    print(f"killed before step {first}, then {second}", file=sys.stderr)
                    raise
            if not going_on:
                break
    raise AssertionError("the work did not end")


def recover(desk: Desk) -> None:
    ReviewFolder(desk.review).close()


if __name__ == "__main__":
    if sys.argv[2] == "claims":
        disk._rename_without_replacing = lambda source, target: 22
    gc.freeze()  # in no child the collector looks through, and copies, what was loaded
    every = kill_at_every_step_of_the_recovery_too if "twice" in sys.argv else kill_at_every_step
    print(every(sys.argv[1]))
