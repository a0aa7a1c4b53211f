"""What was learned of a photo is remembered as long as it has not changed; a bad cache costs time, nothing else."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.drives import remount_read_only, small_drive
from tests.making import JULY, file, photo, untouched
from wizard.language.scans import MEMORY, summary
from wizard.likeness import cache as caching
from wizard.likeness import learning, remembered
from wizard.likeness import scan as scanning
from wizard.likeness.cache import Cache, Memory
from wizard.likeness.fingerprint import Fingerprint, fingerprint_and_picture
from wizard.likeness.scan import Scan, scan
from wizard.likeness.small_picture import SmallPicture
from wizard.long_work import Progress
from wizard.own_files import OwnFolder
from wizard.photos.library import walk
from wizard.places import within
from wizard.problems import ProblemKind


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pictures that were opened and read, in order of their names."""
    names: list[str] = []

    def noted(path: Path, *, with_picture: bool) -> tuple[Fingerprint, SmallPicture | None]:
        names.append(path.name)
        names.sort()
        return fingerprint_and_picture(path, with_picture=with_picture)

    monkeypatch.setattr(learning, "fingerprint_and_picture", noted)
    return names


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for seed in (1, 2, 3):
        photo(tmp_path / f"photos/{seed}.jpg", seed)
    return tmp_path / "photos"


def look(photos: Path, cache: Path) -> Scan:
    with untouched(photos):
        return scan(walk(photos), cache=Cache(cache))


def test_an_unchanged_photo_is_not_read_again(
    photos: Path, tmp_path: Path, read: list[str]
) -> None:
    first = look(photos, tmp_path / "cache/scan.sqlite")
    assert read == ["1.jpg", "2.jpg", "3.jpg"]
    read.clear()
    second = look(photos, tmp_path / "cache/scan.sqlite")
    assert read == []
    assert second == first


@pytest.mark.parametrize(("name", "later"), [("2.jpg", 0), ("2.jpg", 1), ("2.bmp", 1)])
def test_a_changed_photo_is_read_again(
    photos: Path, tmp_path: Path, read: list[str], name: str, later: int
) -> None:
    """Another size, another time, or both: two bitmaps of one width and height are equally large."""
    photo(photos / name, 2)
    look(photos, tmp_path / "cache/scan.sqlite")
    read.clear()
    photo(photos / name, 20)
    os.utime(photos / name, ns=(JULY + later, JULY + later))
    seen = look(photos, tmp_path / "cache/scan.sqlite")
    assert read == [name]
    assert seen == scan(walk(photos))


def test_the_same_name_in_another_folder_is_another_photo(
    photos: Path, tmp_path: Path, read: list[str]
) -> None:
    look(photos, tmp_path / "cache/scan.sqlite")
    read.clear()
    photo(tmp_path / "others/1.jpg", 9)
    look(tmp_path / "others", tmp_path / "cache/scan.sqlite")
    assert read == ["1.jpg"]


def test_a_photo_that_was_moved_renamed_or_copied_is_known_by_its_contents(
    photos: Path, tmp_path: Path, read: list[str]
) -> None:
    look(photos, tmp_path / "cache/scan.sqlite")
    read.clear()
    (photos / "1.jpg").rename(photos / "renamed.jpg")
    (photos / "deep").mkdir()
    (photos / "2.jpg").rename(photos / "deep/2.jpg")
    shutil.copyfile(photos / "3.jpg", photos / "copy of 3.jpg")
    seen = look(photos, tmp_path / "cache/scan.sqlite")
    assert read == []
    assert seen == scan(walk(photos))


def test_a_folder_that_was_moved_as_a_whole_is_known(
    photos: Path, tmp_path: Path, read: list[str]
) -> None:
    first = look(photos, tmp_path / "cache/scan.sqlite")
    read.clear()
    photos.rename(tmp_path / "elsewhere")
    seen = look(tmp_path / "elsewhere", tmp_path / "cache/scan.sqlite")
    assert read == []
    assert (seen.photos, seen.groups) == (first.photos, first.groups)


def test_another_photo_of_the_same_length_is_not_taken_for_a_known_one(
    tmp_path: Path, read: list[str]
) -> None:
    photo(tmp_path / "photos/1.bmp", 1)
    look(tmp_path / "photos", tmp_path / "cache/scan.sqlite")
    photo(tmp_path / "photos/2.bmp", 2)
    read.clear()
    seen = look(tmp_path / "photos", tmp_path / "cache/scan.sqlite")
    assert read == ["2.bmp"]
    assert seen == scan(walk(tmp_path / "photos"))


def test_what_another_version_wrote_is_not_used(
    photos: Path, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    look(photos, tmp_path / "cache/scan.sqlite")
    read.clear()
    monkeypatch.setattr(caching, "VERSION", "phash64-of-another-kind")
    look(photos, tmp_path / "cache/scan.sqlite")
    assert read == ["1.jpg", "2.jpg", "3.jpg"]


def test_an_unchanged_folder_is_not_searched_again(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo(photos / "small 1.jpg", 1, (160, 120))
    photo(photos / "again 1.jpg", 1)
    file(photos / "bad.jpg", "words")
    file(photos / "1.xmp")
    first = look(photos, tmp_path / "cache/scan.sqlite")
    assert first.groups and first.problems
    monkeypatch.setattr(scanning, "look_closely", None)
    told: list[Progress] = []
    second = scan(walk(photos), cache=Cache(tmp_path / "cache/scan.sqlite"), progress=told.append)
    assert second == first
    assert second.photos[0] == first.photos[0]
    assert list(second.photos[1:3]) == list(first.photos[1:3])
    assert (second.exact_copies, second.exact_copy_groups) == (1, 1)
    assert told[-1].share == 1


@pytest.mark.parametrize(
    "change", ["a file beside it", "a new name", "another time", "a second name"]
)
def test_a_folder_that_changed_in_anything_is_searched_again(
    photos: Path, tmp_path: Path, change: str
) -> None:
    look(photos, tmp_path / "cache/scan.sqlite")
    match change:
        case "a file beside it":
            file(photos / "1.xmp")
        case "a new name":
            (photos / "1.jpg").rename(photos / "0.jpg")
        case "another time":
            os.utime(photos / "1.jpg", ns=(JULY, JULY + 1))
        case "a second name":
            (photos / "2.jpg").unlink()
            os.link(photos / "1.jpg", photos / "2.jpg")
    assert look(photos, tmp_path / "cache/scan.sqlite") == scan(walk(photos))


def test_a_photo_that_could_not_be_read_for_now_is_tried_again(as_ordinary_user: Path) -> None:
    closed = photo(as_ordinary_user / "photos/a.jpg")
    photo(as_ordinary_user / "photos/b.jpg", 2)
    closed.chmod(0)
    cache = Cache(as_ordinary_user / "cache/scan.sqlite")
    assert [each.kind for each in scan(walk(closed.parent), cache=cache).problems] == [
        ProblemKind.NO_PERMISSION
    ]
    closed.chmod(0o600)
    assert scan(walk(closed.parent), cache=cache).problems == ()


@pytest.mark.parametrize("damage", ["no database", "cut", "zeros", "torn middle"])
def test_a_damaged_cache_is_begun_anew_and_that_is_said(
    photos: Path, tmp_path: Path, read: list[str], damage: str
) -> None:
    cache = tmp_path / "cache/scan.sqlite"
    first = look(photos, cache)
    whole = cache.read_bytes()
    cache.write_bytes(
        {
            "no database": b"words" * 999,
            "cut": whole[:5000],
            "zeros": whole[:100] + bytes(9000),
            "torn middle": whole[:4096] + b"\xff" * (len(whole) - 8192) + whole[-4096:],
        }[damage]
    )
    again = look(photos, cache)
    assert (again, again.memory) == (first, Memory.BEGUN_ANEW)
    assert MEMORY[Memory.BEGUN_ANEW]() in summary(again)
    read.clear()
    third = look(photos, cache)
    assert (third, third.memory) == (first, None)
    assert read == []


def test_an_empty_cache_file_is_a_cache_with_nothing_in_it(photos: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache/scan.sqlite"
    first = look(photos, cache)
    cache.write_bytes(b"")
    assert look(photos, cache).memory is None
    assert look(photos, cache) == first


def test_no_flipped_bit_is_taken_for_a_fact(photos: Path, tmp_path: Path) -> None:
    """Whatever place of the file is damaged, what the look tells is what is in the photos."""
    cache = tmp_path / "cache/scan.sqlite"
    first = look(photos, cache)
    whole = cache.read_bytes()
    for place in random.Random(1).sample(range(len(whole)), 150):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        cache.write_bytes(damaged)
        assert look(photos, cache) == first


def test_a_look_of_which_a_part_is_lost_is_made_again(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "AT_ONCE", 2)
    cache = tmp_path / "cache/scan.sqlite"
    first = look(photos, cache)
    assert look(photos, cache) == first
    with contextlib.closing(sqlite3.connect(cache)) as database, database:
        last = "(SELECT MAX(part) FROM scan_5)"
        assert database.execute(f"DELETE FROM scan_5 WHERE part = {last}").rowcount == 1
    assert look(photos, cache) == first


def test_a_cache_that_cannot_be_written_is_done_without_and_that_is_said(
    as_ordinary_user: Path,
) -> None:
    photo(as_ordinary_user / "photos/a.jpg")
    (as_ordinary_user / "cache").mkdir(mode=0o500)
    for cache in ("cache/scan.sqlite", "cache/sub/scan.sqlite"):
        seen = look(as_ordinary_user / "photos", as_ordinary_user / cache)
        assert (len(seen.photos), seen.memory) == (1, Memory.NOT_KEPT)
        assert MEMORY[Memory.NOT_KEPT]() in summary(seen)


def test_a_cache_that_can_only_be_read_is_read(as_ordinary_user: Path, read: list[str]) -> None:
    photo(as_ordinary_user / "photos/a.jpg")
    cache = as_ordinary_user / "cache/scan.sqlite"
    look(as_ordinary_user / "photos", cache)
    photo(as_ordinary_user / "photos/b.jpg", 2)
    cache.chmod(0o400)
    cache.parent.chmod(0o500)
    read.clear()
    seen = look(as_ordinary_user / "photos", cache)
    assert (len(seen.photos), seen.memory, read) == (2, Memory.NOT_KEPT, ["b.jpg"])
    cache.parent.chmod(0o700)


def test_a_cache_on_a_drive_that_can_only_be_read_is_read(
    photos: Path, tmp_path: Path, read: list[str]
) -> None:
    with small_drive(tmp_path / "drive", "4m") as drive:
        look(photos, drive / "cache/scan.sqlite")
        photo(photos / "4.jpg", 4)
        read.clear()
        remount_read_only(drive)
        seen = look(photos, drive / "cache/scan.sqlite")
        assert (len(seen.photos), seen.memory, read) == (4, Memory.NOT_KEPT, ["4.jpg"])


def test_a_full_drive_costs_only_what_would_be_remembered(photos: Path, tmp_path: Path) -> None:
    with small_drive(tmp_path / "drive", "200k") as drive:
        cache = drive / "cache/scan.sqlite"
        first = look(photos, cache)
        assert first.memory is None
        for seed in range(4, 40):
            photo(photos / f"{seed}.jpg", seed)
        with contextlib.suppress(OSError):
            (drive / "films").write_bytes(bytes(400_000))
        seen = look(photos, cache)
        assert (len(seen.photos), seen.memory) == (39, Memory.NOT_KEPT)
        (drive / "films").unlink()
        assert look(photos, cache) == seen


def test_a_folder_of_somebody_else_is_not_used_as_a_cache(photos: Path, tmp_path: Path) -> None:
    file(tmp_path / "mine/letter.txt")
    with untouched(tmp_path / "mine"):
        seen = look(photos, tmp_path / "mine/scan.sqlite")
    assert (len(seen.photos), seen.memory) == (3, Memory.NOT_KEPT)


def test_practice_and_cache_do_not_stand_in_each_others_way(
    photos: Path, tmp_path: Path, read: list[str]
) -> None:
    places = within(tmp_path / "own")
    OwnFolder.at(places.practice)
    look(photos, places.scan_cache)
    read.clear()
    look(photos, places.scan_cache)
    OwnFolder.at(places.pages)
    assert read == []


def test_bad_pictures_are_not_remembered_as_good(photos: Path, tmp_path: Path) -> None:
    file(photos / "bad.jpg", "words")
    first = look(photos, tmp_path / "cache/scan.sqlite")
    second = look(photos, tmp_path / "cache/scan.sqlite")
    assert [problem.path for problem in first.problems] == ["bad.jpg"]
    assert second.problems == first.problems
