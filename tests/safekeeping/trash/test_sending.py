"""The computer's trash: only by the learner's later act, from the review folder only, and never on trust."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace

import pytest

from tests.making import file, files_in, photo, snapshot, untouched
from tests.safekeeping.desk import Desk
from tests.safekeeping.trash.trashing import (
    TEST_TEXT,
    in_trash,
    restore_by_hand,
    sends,
    stay,
)
from wizard.problems import MayNotTrash, TrashDoubt
from wizard.safekeeping import trash_rules
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_record import ReviewRecord, Sent

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks into a trash as Linux lays it out")


def test_everything_is_seen_in_the_trash_and_the_photos_are_as_they_were(
    desk: Desk, review: ReviewFolder
) -> None:
    held = {item.path: (review.path / item.where).read_bytes() for item in review.items}
    with untouched(desk.photos), untouched(desk.drive):
        result = sends(desk, review)
    assert {item.path for item in result.sent} == set(held) and result.stopped_by is None
    assert sorted(in_trash().values()) == sorted([*held.values(), TEST_TEXT.encode()])
    assert review.items == () and {sent.item.path for sent in review.sent} == set(held)
    assert in_trash()[result.test_file].decode() == TEST_TEXT


def test_the_next_session_knows_what_is_in_the_trash(desk: Desk, review: ReviewFolder) -> None:
    sends(desk, review)
    review.close()
    again = ReviewFolder(desk.review)
    assert again.items == () and len(again.sent) == 3
    again.close()


def test_what_a_person_restores_can_be_put_back(desk: Desk, review: ReviewFolder) -> None:
    with_all = {path: held for path, held in snapshot(desk.photos).items() if held[0] == "file"}
    sends(desk, review)
    review.close()
    assert restore_by_hand() == 3
    again = ReviewFolder(desk.review)
    assert again.sent == () and len(again.items) == 3
    for item in again.items:
        assert again.put_back(item) is None
    again.close()
    after = files_in(desk.photos)
    assert {"2024/sea.jpg", "2024/sea.xmp", "2024/cake.jpg"} | set(with_all) == set(after)


def test_only_what_the_record_names_goes(desk: Desk, review: ReviewFolder) -> None:
    file(review.path / "2026-11-22/0009/mine.jpg", "put here by hand")
    file(review.path / "mine too.jpg", "put here by hand")
    sends(desk, review)
    assert b"put here by hand" not in in_trash().values()
    assert (review.path / "2026-11-22/0009/mine.jpg").exists()


def test_names_that_are_equal_or_too_long_for_the_trash_do_not_meet(desk: Desk) -> None:
    for folder in ("a", "b"):
        photo(desk.photos / folder / ("가" * 80 + ".jpg"), 5 + ord(folder), (40, 30))
    photo(desk.photos / "stays.jpg", 9)
    desk.back_up()
    review = desk.new_review_folder()
    for folder in ("a", "b"):
        desk.set_aside(review, f"{folder}/{'가' * 80}.jpg", stays="stays.jpg")
    assert len(sends(desk, review).sent) == 2
    assert len(in_trash()) == 3 and all(name.endswith((".jpg", ".txt")) for name in in_trash())
    review.close()


def test_a_shared_computers_trash_is_not_used(desk: Desk, review: ReviewFolder) -> None:
    with untouched(desk.root), pytest.raises(MayNotTrash) as told:
        sends(desk, review, shared_computer=True)
    assert told.value.doubt is TrashDoubt.SHARED_COMPUTER
    assert in_trash() == {}


def test_an_administrators_trash_is_not_used(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash_rules, "as_administrator", lambda: True)
    stay(desk, review, TrashDoubt.ADMINISTRATOR)


def test_a_network_drives_trash_is_not_used(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wizard.safekeeping import bins_linux

    monkeypatch.setattr(bins_linux, "LOCAL", set())
    stay(desk, review, TrashDoubt.NETWORK_DRIVE)


def test_without_the_backups_drive_everything_stays(desk: Desk, review: ReviewFolder) -> None:
    os.rename(desk.drive, desk.root / "unplugged")
    stay(desk, review, TrashDoubt.NO_BACKUP)


def test_a_copy_in_the_review_folder_itself_is_no_backup(desk: Desk, review: ReviewFolder) -> None:
    shutil.move(desk.drive, review.path / "Backup")
    os.symlink(review.path / "Backup", desk.drive)
    stay(desk, review, TrashDoubt.NO_BACKUP)


def test_a_photo_whose_copy_was_spoilt_stays_with_all_of_its_own(
    desk: Desk, review: ReviewFolder
) -> None:
    copy = desk.drive / "data/2024/sea.xmp"
    copy.write_bytes(copy.read_bytes().swapcase())
    result = sends(desk, review)
    assert [item.path for item in result.sent] == ["2024/cake.jpg"]
    assert {(item.path, doubt) for item, doubt in result.staying} == {
        ("2024/sea.jpg", TrashDoubt.COPY_NOT_EQUAL),
        ("2024/sea.xmp", TrashDoubt.COPY_NOT_EQUAL),
    }


@pytest.mark.parametrize("gone", [True, False], ids=["gone", "changed"])
def test_a_photo_goes_only_while_the_one_that_stays_is_there(
    desk: Desk, review: ReviewFolder, gone: bool
) -> None:
    if gone:
        (desk.photos / "sea.jpg").unlink()
    else:
        file(desk.photos / "sea.jpg", "edited")
    result = sends(desk, review)
    assert [item.path for item in result.sent] == ["2024/cake.jpg"]
    assert {doubt for _, doubt in result.staying} == {TrashDoubt.NONE_STAYS}


def test_a_photo_goes_when_the_one_that_stayed_left_beside_a_third(desk: Desk) -> None:
    photo(desk.photos / "third.jpg", 1, (160, 120))
    desk.back_up()
    review = desk.new_review_folder()
    desk.set_aside(review, "2024/sea.jpg", stays="sea.jpg")
    desk.set_aside(review, "sea.jpg", stays="third.jpg")
    assert len(sends(desk, review).sent) == 2
    assert "third.jpg" in files_in(desk.photos)
    review.close()


def test_a_file_that_changed_stays_with_all_of_its_own(desk: Desk, review: ReviewFolder) -> None:
    item = next(item for item in review.items if item.path == "2024/sea.xmp")
    file(review.path / item.where, "edited")
    result = sends(desk, review)
    assert {(item.path, doubt) for item, doubt in result.staying} == {
        ("2024/sea.jpg", TrashDoubt.CHANGED),
        ("2024/sea.xmp", TrashDoubt.CHANGED),
    }
    assert (review.path / item.where).read_text() == "edited"


def test_a_file_edited_after_it_was_read_stays(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program has it open between our look and the sending."""
    begin = ReviewRecord.begin_send

    def edit_meanwhile(record: ReviewRecord, sent: Sent) -> None:
        if sent.item.path == "2024/cake.jpg":
            file(record.here(sent.item), "edited")
        begin(record, sent)

    monkeypatch.setattr(ReviewRecord, "begin_send", edit_meanwhile)
    result = sends(desk, review)
    assert [(item.path, doubt) for item, doubt in result.staying] == [
        ("2024/cake.jpg", TrashDoubt.CHANGED)
    ]
    assert b"edited" not in in_trash().values()
    assert [(review.path / item.where).read_text() for item in review.items] == ["edited"]


def test_a_film_of_two_photos_waits_for_both(desk: Desk, review: ReviewFolder) -> None:
    for name, seed in (("IMG_1.HEIC", 7), ("IMG_1.jpg", 8)):
        photo(desk.photos / name, seed, (40, 30))
    file(desk.photos / "IMG_1.MOV", "a film")
    desk.back_up()
    desk.set_aside(review, "IMG_1.jpg", stays="sea.jpg")
    desk.set_aside(review, "IMG_1.HEIC", "IMG_1.MOV", stays="sea.jpg")
    (desk.drive / "data/IMG_1.jpg").unlink()
    assert {item.path for item, _ in sends(desk, review).staying} == {
        *("IMG_1.jpg", "IMG_1.HEIC", "IMG_1.MOV")
    }


def test_a_record_that_leads_to_another_place_sends_nothing_from_there(
    desk: Desk, review: ReviewFolder
) -> None:
    """Only the slots of the review folder: not what a person put beside them, whatever a record says."""
    item = next(item for item in review.items if item.path == "2024/cake.jpg")
    shutil.copy2(review.path / item.where, review.path / "cake.jpg")
    review.record.items[item.id] = elsewhere = replace(item, where="cake.jpg")
    assert (elsewhere, TrashDoubt.NOT_HERE) in sends(desk, review).staying
    assert (review.path / "cake.jpg").exists()


def test_a_slot_that_is_a_link_now_leads_nowhere(desk: Desk, review: ReviewFolder) -> None:
    item = next(item for item in review.items if item.path == "2024/cake.jpg")
    slot = (review.path / item.where).parent
    os.rename(slot, desk.root / "elsewhere")
    slot.symlink_to(desk.root / "elsewhere")
    result = sends(desk, review)
    assert (item, TrashDoubt.NOT_HERE) in result.staying
    assert (desk.root / "elsewhere/cake.jpg").exists()


def test_a_record_of_an_earlier_version_is_read_and_its_photos_stay(
    desk: Desk, review: ReviewFolder
) -> None:
    """It does not say what the photo that stays held."""
    for key, item in review.record.items.items():
        review.record.items[key] = replace(item, stays_sha256="")
    result = sends(desk, review)
    assert result.sent == () and {doubt for _, doubt in result.staying} == {TrashDoubt.NONE_STAYS}
