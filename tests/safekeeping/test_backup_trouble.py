"""A file that cannot be copied is named, and the rest is copied."""

from __future__ import annotations

import errno
import os
import sys
import unicodedata
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.making import file, files_in, photo
from tests.safekeeping.desk import LEAFLETS, PLENTY, Desk, assert_valid, payload
from wizard.long_work import Progress
from wizard.photos.library import walk
from wizard.problems import (
    Problem,
    ProblemKind,
)
from wizard.safekeeping import disk, drives_linux
from wizard.safekeeping.backup import Backup

HOSTILE = [
    "line\nbreak.jpg",
    "return\rhere.jpg",
    "100%.jpg",
    "what?.jpg",
    "quote\"'`$(x).jpg",
    "\x1b[31mred.jpg",
    "back\\slash.jpg",
    " leading.jpg",
    "trailing ",
    "dot.",
    "CON.jpg",
    "IMG.JPG",
    "img.jpg",
    "_versions/a.jpg",
    "*b.jpg",
    "-rf.jpg",
    "a" * 251 + ".jpg",
    os.fsdecode(b"caf\xe9.jpg"),
    unicodedata.normalize("NFC", "가족.jpg"),
    unicodedata.normalize("NFD", "가족.jpg"),
]


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names itself")
def test_hostile_and_clashing_names_are_all_copied(desk: Desk) -> None:
    for number, name in enumerate(HOSTILE):
        file(desk.photos / name, f"contents {number}")
    assert desk.back_up().whole
    assert sorted(payload(desk.drive).values()) == sorted(files_in(desk.photos).values())
    assert_valid(desk.drive)
    assert desk.back_up().copied == 0


def test_a_file_that_cannot_be_read_is_a_problem_and_the_rest_is_copied(
    as_ordinary_user: Path,
) -> None:
    desk = Desk(as_ordinary_user)
    photo(desk.photos / "a.jpg")
    photo(desk.photos / "shut.jpg", 2)
    (desk.photos / "shut.jpg").chmod(0)
    result = Backup.begin(desk.drive, LEAFLETS).make(walk(desk.photos), room=PLENTY)
    assert result.problems == (Problem("shut.jpg", ProblemKind.NO_PERMISSION),)
    assert (result.seen, result.checked, result.whole) == (2, 1, False)
    assert set(payload(desk.drive)) == {"a.jpg"}
    assert_valid(desk.drive)


@pytest.mark.parametrize("now", ["longer", "gone", "a link", "a pipe"])
def test_a_file_that_changed_since_the_walk_is_not_called_safe(desk: Desk, now: str) -> None:
    library, path = walk(desk.photos), desk.photos / "a.jpg"
    path.unlink()
    if now == "longer":
        file(path, b"x" * 99_999)
    elif now == "a link":
        path.symlink_to(desk.photos / "b.jpg")
    elif now == "a pipe":
        os.mkfifo(path)
    result = Backup.begin(desk.drive, LEAFLETS).make(library, room=PLENTY)
    kind = {"gone": ProblemKind.GONE, "a link": ProblemKind.READ_ERROR}.get(
        now, ProblemKind.CHANGED
    )
    assert result.problems == (Problem("a.jpg", kind),)
    assert "a.jpg" not in payload(desk.drive)
    assert desk.backup().copies.of_path("a.jpg") is None
    assert_valid(desk.drive)


def test_a_drive_that_keeps_other_bytes_than_it_was_given_is_found_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = disk.flush

    def flip(written: BinaryIO) -> None:
        flush(written)
        if os.fstat(written.fileno()).st_size == (desk.photos / "a.jpg").stat().st_size:
            os.pwrite(os.open(written.name, os.O_WRONLY), b"?", 100)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "flush", flip)
        result = Backup.begin(desk.drive, LEAFLETS).make(walk(desk.photos), room=PLENTY)
    assert result.problems == (Problem("a.jpg", ProblemKind.NOT_EQUAL),)
    assert desk.backup().copies.of_path("a.jpg") is None
    assert not [path for path in files_in(desk.drive) if path.endswith(("a.jpg", ".part"))]
    assert desk.back_up().copied == 1
    assert_valid(desk.drive)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into Linux's own tables")
def test_a_film_too_big_for_a_fat_stick_is_known_before_the_first_byte(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """4 GiB that are only a size: if a byte of it were copied there would be no room."""
    table = f"1 0 8:1 / {os.path.realpath(desk.root)} rw - vfat /dev/sdb1 rw\n"
    monkeypatch.setattr(drives_linux, "MOUNTINFO", file(desk.root / "mounted", table))
    for name, size in (("film.mov", 2**32), ("fits.mov", 1000)):
        with (desk.photos / name).open("xb") as film:
            film.truncate(size)
    told: list[Progress] = []
    backup = Backup.begin(desk.drive, LEAFLETS)
    result = backup.make(walk(desk.photos), room=1_000_000, progress=told.append)
    assert result.problems == (Problem("film.mov", ProblemKind.TOO_BIG_FOR_DRIVE),)
    assert result.checked == result.copied == 7 and "fits.mov" in payload(desk.drive)
    assert result.seen == result.checked + len(result.problems) + len(result.skipped)
    assert told[-1].files == told[-1].of_files
    assert backup.make(walk(desk.photos), room=0, progress=told.append).problems == result.problems


def test_a_file_too_big_for_the_drive_is_a_problem_and_leaves_no_remains(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit, flush = 5000, disk.flush

    def refuse(written: BinaryIO) -> None:
        flush(written)
        if limit < os.fstat(written.fileno()).st_size < 10_000_000 and ".part" in written.name:
            raise OSError(errno.EFBIG, "too big")

    monkeypatch.setattr(disk, "flush", refuse)
    file(desk.photos / "film.mov", bytes(9000))
    backup = Backup.begin(desk.drive, LEAFLETS)
    remains: list[int] = []

    def look(progress: Progress) -> None:
        remains.append(len(list((desk.drive / "unfinished").glob("*.part"))))

    result = backup.make(walk(desk.photos), room=PLENTY, progress=look)
    assert Problem("film.mov", ProblemKind.TOO_BIG_FOR_DRIVE) in result.problems
    assert remains[-1] == 0
