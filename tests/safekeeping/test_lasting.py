"""A power cut takes what was not yet on the drive itself: each step waits until the one before it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.safekeeping.desk import Desk
from wizard.safekeeping import disk

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows makes names lasting by itself")


class Watched:
    """What has reached the drive: of each file its size when that was waited for, of each folder its names."""

    def __init__(self) -> None:
        self._sizes: dict[int, int] = {}
        self._names: dict[int, list[str]] = {}

    def reached_the_drive(self, descriptor: int) -> None:
        status = os.fstat(descriptor)
        self._sizes[status.st_ino] = status.st_size
        if os.path.isdir(descriptor):
            self._names[status.st_ino] = sorted(os.listdir(descriptor))

    def holds(self, path: Path) -> bool:
        """True when all that the file holds would be there after a power cut."""
        status = path.stat()
        return self._sizes.get(status.st_ino) == status.st_size

    def names_in(self, folder: Path) -> list[str]:
        """The names that would be there after a power cut."""
        return self._names.get(folder.stat().st_ino, [])

    def names(self, folder: Path) -> bool:
        """True when all names in the folder would be as they are."""
        return self.names_in(folder) == sorted(os.listdir(folder))


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    watched, fsync = Watched(), os.fsync

    def noted(descriptor: int) -> None:
        fsync(descriptor)
        watched.reached_the_drive(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    yield watched


def test_the_intent_is_on_the_drive_before_a_photo_moves(
    desk: Desk, drive: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.back_up()
    review = desk.new_review_folder()
    journal, moves = desk.review / "journal.jsonl", list[str]()
    move = disk.move_to_free_name

    def watched_move(source: Path, target: Path, *notes: disk.Notes) -> None:
        assert drive.holds(journal)
        assert drive.names(journal.parent)
        assert source.name.encode() in journal.read_bytes()
        moves.append(source.name)
        move(source, target, *notes)

    monkeypatch.setattr(disk, "move_to_free_name", watched_move)
    desk.set_aside(review, "b.jpg", "b.xmp", stays="a.jpg")
    for item in review.items:
        assert review.put_back(item) is None
    assert moves == ["b.jpg", "b.xmp"] * 2


def test_all_moves_of_a_bundle_are_on_the_drive_before_the_first_is_called_done(
    desk: Desk, drive: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.back_up()
    review = desk.new_review_folder()
    append, done = disk.append_record, list[bytes]()

    def watched_append(path: Path, line: bytes) -> None:
        if b'"act":"set_aside"' in line:
            for slot in desk.review.glob("*/*"):
                assert drive.names(slot)
            assert drive.names(desk.photos)
            done.append(line)
        append(path, line)

    monkeypatch.setattr(disk, "append_record", watched_append)
    desk.set_aside(review, "b.jpg", "b.xmp", stays="a.jpg")
    assert len(done) == 2


def test_a_move_has_come_before_it_has_left(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """FAT has no journal: of the two folders of a move, the power may go between one and the other."""
    desk.back_up()
    review, flush, flushed = desk.new_review_folder(), disk.flush_folder, list[Path]()

    def watched_flush(path: Path) -> None:
        flushed.append(path)
        flush(path)

    monkeypatch.setattr(disk, "flush_folder", watched_flush)
    desk.set_aside(review, "2024/b.jpg", stays="a.jpg")
    (item,) = review.items
    slot, folder = (desk.review / item.where).parent, desk.photos / "2024"
    assert [path for path in flushed if path in (slot, folder)] == [slot, folder]
    flushed.clear()
    assert review.put_back(item) is None
    assert [path for path in flushed if path in (slot, folder)] == [folder, slot]


def test_a_copy_is_on_the_drive_before_it_counts(
    desk: Desk, drive: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, rows = disk.append_record, list[bytes]()

    def watched_append(path: Path, lines: bytes) -> None:
        for line in lines.splitlines() if path.name == "checked.jsonl" else ():
            payload = desk.drive / line.partition(b'"payload":"')[2].partition(b'"')[0].decode()
            assert drive.holds(payload)
            assert payload.name in drive.names_in(payload.parent)
            rows.append(line)
        append(path, lines)

    monkeypatch.setattr(disk, "append_record", watched_append)
    desk.back_up()
    assert len(rows) == 6
