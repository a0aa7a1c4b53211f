"""A later backup to the same drive adds to the first: nothing there is overwritten or removed."""

from __future__ import annotations

import os

from tests.making import file, files_in, never_overwritten, photo, snapshot
from tests.safekeeping.desk import Desk, assert_valid, payload


def test_a_second_backup_copies_what_is_new_and_touches_nothing_else(desk: Desk) -> None:
    desk.back_up()
    before = snapshot(desk.drive / "data")
    photo(desk.photos / "new.jpg", 9)
    with never_overwritten(desk.drive / "data"):
        result = desk.back_up()
    after = snapshot(desk.drive / "data")
    assert (result.checked, result.copied) == (7, 1)
    assert {path: after[path] for path in before} == before
    assert set(after) - set(before) == {"new.jpg"}
    assert_valid(desk.drive)


def test_a_changed_photo_is_kept_in_both_forms(desk: Desk) -> None:
    desk.back_up()
    old = (desk.photos / "a.jpg").read_bytes()
    new = photo(desk.photos / "a.jpg", 5).read_bytes()
    os.utime(desk.photos / "a.jpg", ns=(1, 1))
    assert desk.back_up().copied == 1
    newer = photo(desk.photos / "a.jpg", 6).read_bytes()
    assert desk.back_up().copied == 1
    kept = [held for path, held in payload(desk.drive).items() if path.endswith("a.jpg")]
    assert sorted(kept) == sorted([old, new, newer])
    assert payload(desk.drive)["a.jpg"] == old
    assert_valid(desk.drive)


def test_an_empty_file_that_was_filled_is_kept_in_both_forms(desk: Desk) -> None:
    desk.back_up()
    file(desk.photos / "2024/empty.txt", "no longer")
    desk.back_up()
    held = payload(desk.drive)
    assert held["2024/empty.txt"] == b""
    assert b"no longer" in held.values()
    assert_valid(desk.drive)


def test_a_photo_gone_from_the_computer_stays_in_the_backup(desk: Desk) -> None:
    desk.back_up()
    held = payload(desk.drive)
    (desk.photos / "a.jpg").unlink()
    desk.back_up()
    assert payload(desk.drive) == held
    assert_valid(desk.drive)


def test_a_file_that_became_a_folder_is_kept_beside_it(desk: Desk) -> None:
    file(desk.photos / "Trip", b"once a file")
    desk.back_up()
    (desk.photos / "Trip").unlink()
    photo(desk.photos / "Trip/a.jpg", 8)
    assert desk.back_up().whole
    assert set(files_in(desk.photos).values()) < set(payload(desk.drive).values())
    assert_valid(desk.drive)


def test_earlier_manifests_are_kept(desk: Desk) -> None:
    desk.back_up()
    first = (desk.drive / "manifest-sha256.txt").read_bytes()
    photo(desk.photos / "new.jpg", 9)
    desk.back_up()
    assert (desk.drive / "earlier/0001-manifest-sha256.txt").read_bytes() == first


def test_a_backup_of_nothing_new_changes_nothing(desk: Desk) -> None:
    desk.back_up()
    before = snapshot(desk.drive)
    assert desk.back_up().copied == 0
    assert snapshot(desk.drive) == before


def test_room_is_needed_only_for_what_is_new(desk: Desk) -> None:
    desk.back_up()
    assert desk.back_up(room=0).checked == 6
