"""A check reads everything again; a copy that is not what it was counts no more, and can be made anew."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest

from tests.making import JULY, file, files_in, photo, sha256, untouched
from tests.safekeeping.desk import LEAFLETS, PLENTY, Desk, assert_valid, payload
from wizard.long_work import Progress, Stopped
from wizard.photos.library import walk
from wizard.problems import DamagedRecord, Problem, ProblemKind
from wizard.safekeeping.backup import Backup


def flip(path: Path) -> None:
    """One bit rots; size and time stay."""
    held = bytearray(path.read_bytes())
    held[len(held) // 2] ^= 1
    file(path, bytes(held))


def test_a_whole_backup_checks(desk: Desk) -> None:
    desk.back_up()
    told: list[Progress] = []
    with untouched(desk.drive):
        result = desk.backup().check(progress=told.append)
    size = sum(len(held) for held in payload(desk.drive).values())
    assert (result.checked, result.bytes, result.problems) == (6, size, ())
    assert told[-1] == Progress(6, 6, size, size)


def test_a_flipped_bit_and_a_missing_file_are_found(desk: Desk) -> None:
    desk.back_up()
    flip(desk.drive / "data/a.jpg")
    (desk.drive / "data/2024/b.jpg").unlink()
    result = desk.backup().check()
    assert result.checked == 4
    assert set(result.problems) == {
        Problem("data/a.jpg", ProblemKind.NOT_EQUAL),
        Problem("data/2024/b.jpg", ProblemKind.MISSING_FROM_BACKUP),
    }


def test_a_lost_copy_counts_no_more(desk: Desk) -> None:
    desk.back_up()
    digest = sha256(desk.photos / "a.jpg")
    backup = desk.backup()
    assert backup.copies.of_digest(digest) is not None
    flip(desk.drive / "data/a.jpg")
    backup.check()
    for copies in (backup.copies, desk.backup().copies):
        assert copies.of_digest(digest) is None
        assert copies.of_path("a.jpg") is None


@pytest.mark.parametrize("now", ["gone", "shorter", "a link", "a folder"])
def test_a_copy_that_is_plainly_not_there_does_not_count_even_before_a_check(
    desk: Desk, now: str
) -> None:
    desk.back_up()
    copy = desk.drive / "data/a.jpg"
    copy.unlink()
    if now == "shorter":
        file(copy, b"x")
    elif now == "a link":
        copy.symlink_to(desk.photos / "a.jpg")
    elif now == "a folder":
        copy.mkdir()
    assert desk.backup().copies.of_digest(sha256(desk.photos / "a.jpg")) is None
    assert [each.path for each in desk.backup().missing(walk(desk.photos))] == ["a.jpg"]


def test_the_next_backup_makes_a_lost_copy_anew_and_the_bag_is_sound(desk: Desk) -> None:
    desk.back_up()
    flip(desk.drive / "data/a.jpg")
    rotten = (desk.drive / "data/a.jpg").read_bytes()
    desk.backup().check()
    assert desk.back_up().copied == 1
    assert desk.backup().check().problems == ()
    copy = desk.backup().copies.of_digest(sha256(desk.photos / "a.jpg"))
    assert copy is not None and copy.where.read_bytes() == (desk.photos / "a.jpg").read_bytes()
    assert rotten in files_in(desk.drive).values(), "even a damaged copy may be somebody's last"
    assert_valid(desk.drive)


def test_a_place_written_anew_proves_only_what_is_there_now(desk: Desk) -> None:
    file(desk.photos / "a.jpg", b"first bytes")
    first = sha256(desk.photos / "a.jpg")
    desk.back_up()
    (desk.drive / "data/a.jpg").unlink()
    desk.backup().check()
    file(desk.photos / "a.jpg", b"other bytes")
    os.utime(desk.photos / "a.jpg", ns=(JULY + 1, JULY + 1))
    desk.back_up()
    assert (desk.drive / "data/a.jpg").read_bytes() == b"other bytes"
    assert desk.backup().copies.of_digest(first) is None
    assert desk.backup().copies.of_digest(sha256(desk.photos / "a.jpg")) is not None


def test_what_a_stopped_backup_copied_is_checked_too(desk: Desk) -> None:
    desk.back_up()
    photo(desk.photos / "new.jpg", 9)
    backup, stop = desk.backup(), Event()

    def stop_at_the_end(progress: Progress) -> None:
        if progress.files == progress.of_files:
            raise Stopped

    with pytest.raises(Stopped):
        backup.make(walk(desk.photos), room=PLENTY, stop=stop, progress=stop_at_the_end)
    flip(desk.drive / "data/new.jpg")
    assert desk.backup().check().problems == (Problem("data/new.jpg", ProblemKind.NOT_EQUAL),)


def test_a_backup_on_a_locked_drive_can_be_checked(as_ordinary_user: Path) -> None:
    desk = Desk(as_ordinary_user)
    photo(desk.photos / "a.jpg")
    desk.back_up()
    flip(desk.drive / "data/a.jpg")
    for locked in (desk.drive / "checked.jsonl", desk.drive):
        locked.chmod(0o500)
    backup = desk.backup()
    result = backup.check()
    desk.drive.chmod(0o700)
    assert result.problems == (Problem("data/a.jpg", ProblemKind.NOT_EQUAL),)
    assert backup.copies.of_path("a.jpg") is None


def test_a_check_can_be_stopped(desk: Desk) -> None:
    desk.back_up()
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        desk.backup().check(stop=stop)


@pytest.mark.parametrize(
    "line",
    [
        "0" * 64 + "  ../../etc/passwd",
        "0" * 64 + "  /etc/passwd",
        "0" * 64 + "  data/../../x",
        "words",
    ],
)
def test_a_forged_manifest_is_not_followed_out_of_the_bag(desk: Desk, line: str) -> None:
    desk.back_up()
    file(desk.drive / "manifest-sha256.txt", line + "\n")
    with pytest.raises(DamagedRecord):
        desk.backup().check()


def test_a_forged_record_of_copies_is_not_followed_out_of_the_bag(desk: Desk) -> None:
    Backup.begin(desk.drive, LEAFLETS)
    outside = walk(desk.photos).files[-1]
    for payload_path in ("../../Photos/b.xmp", str(desk.photos / "b.xmp")):
        Backup(desk.drive).copies.add(outside, "data/x", "0" * 64)
        record = (desk.drive / "checked.jsonl").read_bytes()
        (desk.drive / "checked.jsonl").unlink()
        assert b"data/x" in record
        from wizard.safekeeping.journal import Journal

        Journal(desk.drive / "checked.jsonl").append(
            {
                "act": "checked",
                "path": "b.xmp",
                "payload": payload_path,
                "bytes": outside.bytes,
                "modified_ns": 0,
                "sha256": sha256(desk.photos / "b.xmp"),
                "at": "2024",
            }
        )
        with pytest.raises(DamagedRecord):
            Backup(desk.drive)
        (desk.drive / "checked.jsonl").unlink()
