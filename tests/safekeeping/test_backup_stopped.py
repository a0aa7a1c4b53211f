"""A backup that was stopped, or whose drive was full, goes on where it was; one window at a time."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from threading import Event
from typing import BinaryIO

import pytest

from tests.making import file, files_in, photo, untouched
from tests.safekeeping.desk import LEAFLETS, PLENTY, Desk, assert_valid, payload
from wizard.locks import FolderLock
from wizard.long_work import Progress, Stopped
from wizard.photos.library import walk
from wizard.problems import (
    AnotherSession,
    DriveFull,
)
from wizard.safekeeping import disk
from wizard.safekeeping.backup import Backup


def test_a_stopped_backup_keeps_what_was_checked_and_goes_on(desk: Desk) -> None:
    for seed in range(20):
        photo(desk.photos / f"more/{seed}.jpg", seed)
    stop = Event()

    def after_three(progress: Progress) -> None:
        if progress.files >= 3:
            stop.set()

    library = walk(desk.photos)
    with pytest.raises(Stopped):
        Backup.begin(desk.drive, LEAFLETS).make(
            library, room=PLENTY, stop=stop, progress=after_three
        )
    kept = len(desk.backup().copies.rows)
    assert 3 <= kept < 26
    assert kept == len(payload(desk.drive)), "what was copied is also on record"
    assert not [path for path in files_in(desk.drive) if path.endswith(".part")]
    assert desk.back_up().copied == 26 - kept
    assert payload(desk.drive) == files_in(desk.photos)
    assert_valid(desk.drive)


def test_a_stopped_backup_goes_on_though_the_drive_has_another_name_today(desk: Desk) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        Backup.begin(desk.drive, LEAFLETS).make(walk(desk.photos), room=PLENTY, stop=stop)
    file(
        desk.drive / "unfinished/.made-by-before-you-delete",
        '{"place": "of another folder", "token": "1"}',
    )
    file(desk.drive / "unfinished/0.part", "left by a power cut")
    desk.drive.parent.rename(desk.root / "Drive 1")
    result = Backup(desk.root / "Drive 1/Backup").make(walk(desk.photos), room=PLENTY)
    assert result.whole
    assert_valid(desk.root / "Drive 1/Backup")


def test_a_stop_is_heard_while_one_large_file_is_read_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A film of an hour takes minutes to read; nobody waits for its end."""
    film = file(desk.photos / "film.mov", bytes(disk.CHUNK * 3))
    stop, flush = Event(), disk.flush

    def learner_stops_when_it_is_written(written: BinaryIO) -> None:
        flush(written)
        if os.fstat(written.fileno()).st_size > disk.CHUNK:
            stop.set()

    with monkeypatch.context() as patch:
        patch.setattr(disk, "flush", learner_stops_when_it_is_written)
        with pytest.raises(Stopped):
            Backup.begin(desk.drive, LEAFLETS).make(walk(desk.photos), room=PLENTY, stop=stop)
    backup = desk.backup()
    assert film.name not in {row["path"] for row in backup.copies.rows}
    assert desk.back_up().whole


def test_a_check_is_stopped_in_the_middle_of_a_file(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    file(desk.photos / "film.mov", bytes(disk.CHUNK * 3))
    desk.back_up()
    stop = Event()
    with pytest.raises(Stopped):
        desk.backup().check(stop=stop, progress=lambda _progress: stop.set())


def test_a_full_drive_is_said_and_the_backup_goes_on_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> BinaryIO:
        raise OSError(errno.ENOSPC, "full", str(path))

    backup = Backup.begin(desk.drive, LEAFLETS)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "create", full)
        with untouched(desk.photos), pytest.raises(DriveFull):
            backup.make(walk(desk.photos), room=PLENTY)
    assert backup.make(walk(desk.photos), room=PLENTY).copied == 6
    assert_valid(desk.drive)


def test_two_windows_do_not_back_up_to_one_place(desk: Desk) -> None:
    desk.back_up()
    lock = FolderLock(desk.drive)
    with untouched(desk.drive / "data"), pytest.raises(AnotherSession):
        desk.backup().make(walk(desk.photos), room=PLENTY)
    lock.release()
    assert desk.backup().make(walk(desk.photos), room=PLENTY).copied == 0


def test_two_windows_one_after_the_other_do_not_forget_each_others_copies(desk: Desk) -> None:
    one = Backup.begin(desk.drive, LEAFLETS)
    other = Backup(desk.drive)
    one.make(walk(desk.photos), room=PLENTY)
    photo(desk.photos / "new.jpg", 9)
    assert other.make(walk(desk.photos), room=PLENTY).copied == 1
    assert len(desk.backup().copies.rows) == 7
    assert_valid(desk.drive)
