"""A backup holds every byte, each read back from the drive, in a form that can be checked without this program."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.making import file, files_in, never_overwritten, sha256, snapshot, untouched
from tests.safekeeping.desk import LEAFLETS, PLENTY, Desk, assert_valid, payload
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
    written = {
        path: held.decode() for path, held in files_in(desk.drive).items() if path[:5] != "data/"
    }
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
