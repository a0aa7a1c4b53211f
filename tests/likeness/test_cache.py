"""What was learned of a photo is remembered as long as it has not changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.likeness.remembering import look
from tests.making import JULY, file, photo
from wizard.likeness import cache as caching
from wizard.likeness import scan as scanning
from wizard.likeness.cache import Cache
from wizard.likeness.scan import scan
from wizard.long_work import Progress
from wizard.own_files import OwnFolder
from wizard.photos.library import walk
from wizard.places import within
from wizard.problems import ProblemKind


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
