"""The computer's trash: only by the learner's later act, from the review folder only, and never on trust."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.making import file, files_in, photo, snapshot, untouched
from tests.safekeeping.desk import Desk
from tests.safekeeping.trash.trashing import (
    TEST_TEXT,
    home_trash,
    in_trash,
    instead_of_the_trash,
    restore_by_hand,
    sends,
)
from wizard.problems import MayNotTrash, NotWritable, TrashDoubt
from wizard.safekeeping import disk, trash_rules
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_record import ReviewRecord, Sent

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks into a trash as Linux lays it out")


def stay(desk: Desk, review: ReviewFolder, doubt: TrashDoubt) -> None:
    """Sending ends with this reason, and the trash gets nothing of the learner's."""
    with untouched(desk.photos), pytest.raises(MayNotTrash) as told:
        sends(desk, review)
    assert told.value.doubt is doubt
    assert set(in_trash().values()) <= {TEST_TEXT.encode()}
    assert len(review.items) == 3


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


@pytest.mark.parametrize("act", ["trashing", "trashed", "here_again"])
def test_a_word_of_the_record_that_came_through_with_an_error_is_not_written_twice(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    """The drive holds it, whatever it answered. Twice would make no sense, and lock all photos in."""
    append = disk.append_record
    failed: list[bytes] = []

    def fail_once(path: Path, line: bytes) -> None:
        append(path, line)
        if f'"act":"{act}"'.encode() in line and not failed:
            failed.append(line)
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(disk, "append_record", fail_once)
    if act == "here_again":
        _refuse_photos(monkeypatch)
    with pytest.raises(NotWritable):
        sends(desk, review)
    here = [item for item in review.items if item.path == "2024/cake.jpg"]
    assert failed and review.put_back(here[0]) is None
    review.close()
    again = ReviewFolder(desk.review)
    known = [item.path for item in again.items] + [sent.item.path for sent in again.sent]
    assert sorted(known) == ["2024/sea.jpg", "2024/sea.xmp"]
    again.close()


def test_a_slot_that_is_a_link_now_leads_nowhere(desk: Desk, review: ReviewFolder) -> None:
    item = next(item for item in review.items if item.path == "2024/cake.jpg")
    slot = (review.path / item.where).parent
    os.rename(slot, desk.root / "elsewhere")
    slot.symlink_to(desk.root / "elsewhere")
    result = sends(desk, review)
    assert (item, TrashDoubt.NOT_HERE) in result.staying
    assert (desk.root / "elsewhere/cake.jpg").exists()


def test_a_trash_that_deletes_gets_nothing_but_the_test_file(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_the_trash(monkeypatch, os.unlink)
    stay(desk, review, TrashDoubt.TEST_NOT_SEEN)


def test_a_trash_that_copies_gets_nothing_but_the_test_file(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As send2trash does across drives: a copy that was not written down yet, and the original removed."""

    def copy(path: Path) -> None:
        for folder, name, text in (
            ("files", path.name, path.read_text()),
            ("info", f"{path.name}.trashinfo", f"[Trash Info]\nPath={path.name}\n"),
        ):
            file(home_trash() / folder / name, text)
        path.unlink()

    instead_of_the_trash(monkeypatch, copy)
    stay(desk, review, TrashDoubt.TEST_NOT_SEEN)


def test_a_trash_that_is_a_link_gets_nothing_but_the_test_file(
    desk: Desk, review: ReviewFolder
) -> None:
    (desk.root / "elsewhere").mkdir()
    home_trash().symlink_to(desk.root / "elsewhere")
    with pytest.raises(MayNotTrash):
        sends(desk, review)
    assert len(review.items) == 3


def test_the_first_file_that_is_not_found_in_the_trash_is_the_last_one_sent(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from send2trash import send2trash

    def swallow(path: Path) -> None:
        if path.suffix == ".txt":
            send2trash(str(path))
        else:
            os.rename(path, desk.root / "swallowed.jpg")

    instead_of_the_trash(monkeypatch, swallow)
    result = sends(desk, review)
    assert (result.sent, result.stopped_by) == ((), TrashDoubt.LOST_SIGHT)
    assert {item.path for item in review.items} == {"2024/sea.xmp", "2024/cake.jpg"}
    assert [sent.item.path for sent in review.sent] == ["2024/sea.jpg"]


def test_an_error_of_the_trash_leads_to_no_deletion(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {item.path for item in review.items}
    _refuse_photos(monkeypatch)
    result = sends(desk, review)
    assert (result.sent, result.stopped_by) == ((), TrashDoubt.REFUSED)
    assert {item.path for item in review.items} == before
    for item in review.items:
        assert review.put_back(item) is None


def test_an_error_after_the_file_arrived_is_not_believed(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from send2trash import send2trash

    def complain(path: Path) -> None:
        send2trash(str(path))
        raise OSError(5, "Input/output error")

    instead_of_the_trash(monkeypatch, complain)
    assert len(sends(desk, review).sent) == 3


def test_a_record_of_an_earlier_version_is_read_and_its_photos_stay(
    desk: Desk, review: ReviewFolder
) -> None:
    """It does not say what the photo that stays held."""
    for key, item in review.record.items.items():
        review.record.items[key] = replace(item, stays_sha256="")
    result = sends(desk, review)
    assert result.sent == () and {doubt for _, doubt in result.staying} == {TrashDoubt.NONE_STAYS}


def _refuse_photos(monkeypatch: pytest.MonkeyPatch) -> None:
    from send2trash import send2trash

    def refuse(path: Path) -> None:
        if path.suffix != ".txt":
            raise RuntimeError("no")
        send2trash(str(path))

    instead_of_the_trash(monkeypatch, refuse)
