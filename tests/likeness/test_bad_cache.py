"""A bad cache, or a drive that keeps none, costs time and nothing else, and is told."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from pathlib import Path

import pytest

from tests.drives import remount_read_only, small_drive
from tests.likeness.remembering import look
from tests.making import file, photo, untouched
from wizard.language.scans import MEMORY, summary
from wizard.likeness import remembered
from wizard.likeness.cache import Memory


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
