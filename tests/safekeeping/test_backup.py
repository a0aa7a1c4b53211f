"""A backup holds every byte, each read back from the drive, in a form that can be checked without this program."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from pathlib import Path

import bagit
import pytest

from tests.making import file, files_in, never_overwritten, photo, sha256, snapshot, untouched
from tests.safekeeping.desk import LEAFLETS, PLENTY, Desk
from wizard.long_work import Progress
from wizard.photos.library import walk
from wizard.problems import (
    FolderNotEmpty,
    NotABackup,
    NotEnoughRoom,
    OneInsideTheOther,
    Skipped,
    SkipReason,
)
from wizard.safekeeping.backup import Backup


def assert_valid(bag: Path) -> None:
    """As an archivist would check it: with the Library of Congress's program, and with sha256sum."""
    bagit.Bag(str(bag)).validate()
    if shutil.which("sha256sum"):
        subprocess.run(
            ["sha256sum", "--check", "--strict", "--quiet", "manifest-sha256.txt"],
            cwd=bag,
            check=True,
        )


def payload(bag: Path) -> dict[str, bytes]:
    return files_in(bag / "data")


def test_every_byte_is_copied_and_every_file_counted(desk: Desk) -> None:
    result = desk.back_up()
    assert payload(desk.drive) == files_in(desk.photos)
    assert (result.seen, result.checked, result.copied) == (6, 6, 6)
    assert result.bytes == sum(len(held) for held in files_in(desk.photos).values())
    assert result.whole
    assert_valid(desk.drive)


def test_times_are_kept(desk: Desk) -> None:
    desk.back_up()
    copies, originals = snapshot(desk.drive / "data"), snapshot(desk.photos)
    assert {path: copies[path] for path in originals} == originals


def test_what_is_not_in_the_backup_is_said(desk: Desk) -> None:
    file(desk.photos / "Photos Library.photoslibrary/a", b"12345")
    (desk.photos / "link.jpg").symlink_to("a.jpg")
    result = desk.back_up()
    assert result.skipped == (
        Skipped("Photos Library.photoslibrary", SkipReason.PHOTO_LIBRARY, 1, 5),
        Skipped("link.jpg", SkipReason.LINK),
    )
    assert result.seen == result.checked + len(result.skipped) + len(result.problems) == 8


def test_the_bag_says_what_it_is_and_names_nobody(desk: Desk) -> None:
    desk.back_up()
    written = {path: held.decode() for path, held in files_in(desk.drive).items() if path[:5] != "data/"}
    assert {name: written[name] for name in LEAFLETS} == LEAFLETS
    assert written["bagit.txt"].splitlines()[0] == "BagIt-Version: 1.0"
    assert "Payload-Oxum: " in written["bag-info.txt"]
    assert not any(str(desk.photos) in text for text in written.values())


def test_the_inventory_tells_true_names_sizes_times_and_digests(desk: Desk) -> None:
    file(desk.photos / "100%.jpg", b"12345")
    desk.back_up()
    with (desk.drive / "inventory.csv").open(encoding="utf-8", newline="") as inventory:
        rows = {row["in_this_backup"]: row for row in csv.DictReader(inventory)}
    assert rows["data/100_.jpg"] == {
        "in_this_backup": "data/100_.jpg",
        "true_name": "100%.jpg",
        "bytes": "5",
        "modified": "2024-07-03T09:46:40+00:00",
        "sha256": sha256(desk.photos / "100%.jpg"),
    }


def test_nothing_unfinished_is_left(desk: Desk) -> None:
    desk.back_up()
    assert not [path for path in files_in(desk.drive) if "unfinished" in path or ".part" in path]


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


def test_progress_ends_with_everything(desk: Desk) -> None:
    told: list[Progress] = []
    library = walk(desk.photos)
    Backup.begin(desk.drive, LEAFLETS).make(library, room=PLENTY, progress=told.append)
    assert told[0] == Progress(0, 6, 0, library.bytes)
    assert told[-1] == Progress(6, 6, library.bytes, library.bytes)


def test_too_little_room_is_said_before_the_first_byte(desk: Desk) -> None:
    backup = Backup.begin(desk.drive, LEAFLETS)
    with untouched(desk.drive / "data"), pytest.raises(NotEnoughRoom) as raised:
        backup.make(walk(desk.photos), room=1000)
    assert raised.value.free == 1000
    assert raised.value.needed >= walk(desk.photos).bytes


def test_room_is_needed_only_for_what_is_new(desk: Desk) -> None:
    desk.back_up()
    assert desk.back_up(room=0).checked == 6


@pytest.mark.parametrize("where", ["Photos/Backup", "Photos", "."])
def test_a_backup_and_its_photos_do_not_lie_in_each_other(desk: Desk, where: str) -> None:
    before = snapshot(desk.photos)
    with never_overwritten(desk.photos), pytest.raises((OneInsideTheOther, FolderNotEmpty)):
        Backup.begin(desk.root / where, LEAFLETS).make(walk(desk.photos), room=PLENTY)
    after = snapshot(desk.photos)
    assert {path: after[path] for path in before} == before
    assert "before-you-delete.json" not in after


def test_a_folder_with_other_things_in_it_does_not_become_a_backup(desk: Desk) -> None:
    file(desk.drive / "letter.txt")
    with untouched(desk.drive), pytest.raises(FolderNotEmpty):
        Backup.begin(desk.drive, LEAFLETS)


@pytest.mark.parametrize("mark", ["", "{}", '{"what": "review"}', "[]", '"backup"', "\0"])
def test_what_is_no_backup_of_ours_is_not_opened(tmp_path: Path, mark: str) -> None:
    file(tmp_path / "before-you-delete.json", mark)
    (tmp_path / "data").mkdir()
    with pytest.raises(NotABackup):
        Backup(tmp_path)
