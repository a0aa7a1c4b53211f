"""The door to a learner's drive creates and renames; a name that is taken stays as it was."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from tests.making import file, sha256, snapshot, untouched
from wizard.problems import DriveFull, DriveGone, NotWritable
from wizard.safekeeping import disk


@pytest.mark.usefixtures("either_rename")
def test_a_move_keeps_bytes_and_time(tmp_path: Path) -> None:
    file(tmp_path / "a.jpg", b"picture")
    (before,) = snapshot(tmp_path).values()
    disk.move_to_free_name(tmp_path / "a.jpg", tmp_path / "b.jpg")
    assert snapshot(tmp_path) == {"b.jpg": before}


@pytest.mark.usefixtures("either_rename")
@pytest.mark.parametrize(
    "taken", ["a file", "an empty file", "a folder", "a link", "a dangling link"]
)
def test_a_taken_name_is_refused_and_nothing_changes(tmp_path: Path, taken: str) -> None:
    source, target = file(tmp_path / "a.jpg", b"picture"), tmp_path / "b.jpg"
    match taken:
        case "a file":
            file(target, b"other")
        case "an empty file":
            file(target, b"")
        case "a folder":
            target.mkdir()
        case "a link":
            target.symlink_to(source)
        case _:
            target.symlink_to("nowhere")
    with untouched(tmp_path), pytest.raises(FileExistsError):
        disk.move_to_free_name(source, target)


@pytest.mark.usefixtures("either_rename")
def test_a_source_that_is_gone_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        disk.move_to_free_name(tmp_path / "a.jpg", tmp_path / "b.jpg")
    assert snapshot(tmp_path) == {}


def test_other_failures_of_the_drive_are_not_taken_for_missing_support(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "_rename_without_replacing", lambda source, target: errno.EIO)
    file(tmp_path / "a.jpg")
    with untouched(tmp_path), pytest.raises(OSError, match=r"b\.jpg") as raised:
        disk.move_to_free_name(tmp_path / "a.jpg", tmp_path / "b.jpg")
    assert raised.value.errno == errno.EIO


@pytest.mark.parametrize("claim", [b"somebody wrote into it", None])
def test_only_an_empty_claim_is_moved_over(tmp_path: Path, claim: bytes | None) -> None:
    source, target = file(tmp_path / "a.jpg"), tmp_path / "b.jpg"
    if claim is None:
        file(tmp_path / "c.jpg", b"")
        target.symlink_to(tmp_path / "c.jpg")
    else:
        file(target, claim)
    with untouched(tmp_path), pytest.raises(FileExistsError):
        disk.finish_claimed(source, target, disk.identity(os.lstat(target)))


def test_an_empty_file_of_somebody_else_is_not_moved_over(tmp_path: Path) -> None:
    source, target = file(tmp_path / "a.jpg"), file(tmp_path / "b.jpg", b"")
    ours = disk.identity(os.lstat(file(tmp_path / "another", b"")))
    with untouched(tmp_path), pytest.raises(FileExistsError):
        disk.finish_claimed(source, target, ours)


def test_nothing_new_takes_an_old_name(tmp_path: Path) -> None:
    file(tmp_path / "a")
    with untouched(tmp_path):
        with pytest.raises(FileExistsError):
            disk.create(tmp_path / "a")
        with pytest.raises(FileExistsError):
            disk.write_new(tmp_path / "a", b"other")
        with pytest.raises(FileExistsError):
            disk.make_folder(tmp_path / "a")


def test_folders_are_made_where_they_are_missing(tmp_path: Path) -> None:
    file(tmp_path / "a/letter")
    disk.make_folders(tmp_path / "a/b/c")
    disk.make_folders(tmp_path / "a/b/c")
    assert set(snapshot(tmp_path)) == {"a", "a/letter", "a/b", "a/b/c"}


def test_a_digest_is_that_of_the_whole_file(tmp_path: Path) -> None:
    path = file(tmp_path / "a", os.urandom(disk.CHUNK * 2 + 1))
    assert disk.digest_from_drive(path) == sha256(path)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DriveFull),
        (errno.EDQUOT, DriveFull),
        (errno.EROFS, NotWritable),
        (errno.ENODEV, DriveGone),
        (errno.ENOTCONN, DriveGone),
    ],
)
def test_a_failing_drive_is_named_as_such(tmp_path: Path, number: int, kind: type) -> None:
    assert isinstance(disk.told_as(OSError(number, ""), tmp_path), kind)


def test_one_bad_file_is_not_a_bad_drive(tmp_path: Path) -> None:
    assert disk.told_as(OSError(errno.EIO, ""), tmp_path) is None
    assert isinstance(disk.told_as(OSError(errno.EIO, ""), tmp_path / "gone"), DriveGone)


@pytest.mark.skipif(sys.platform != "linux", reason="asks as Linux is asked")
def test_a_copy_is_read_back_from_the_drive_and_not_from_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system is told to forget what it holds of the file, before the first byte is read."""
    path = file(tmp_path / "copy.jpg", "bytes")
    forget = os.posix_fadvise
    told: list[tuple[int, int, int]] = []

    def watch(descriptor: int, start: int, length: int, advice: int) -> None:
        told.append((os.fstat(descriptor).st_ino, os.lseek(descriptor, 0, os.SEEK_CUR), advice))
        forget(descriptor, start, length, advice)

    monkeypatch.setattr(os, "posix_fadvise", watch)
    assert disk.digest_from_drive(path) == sha256(path)
    assert told == [(path.stat().st_ino, 0, os.POSIX_FADV_DONTNEED)]
