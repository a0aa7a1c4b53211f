"""What an attacker, or an accident that looks like one, cannot bring about."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.making import file, files_in, photo
from wizard.own_files import OwnFolder
from wizard.photos.library import walk
from wizard.problems import (
    FolderNotEmpty,
    KitError,
    NotABackup,
    PhotosMoved,
    ProblemKind,
)
from wizard.safekeeping import disk, existing_copy
from wizard.safekeeping.backup import Backup
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.setting_aside import Bundle, Leaving, Staying

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes as POSIX has them")


def family(tmp_path: Path) -> tuple[Path, Backup, ReviewFolder]:
    """Two photos with a checked backup and a review folder."""
    photos = tmp_path / "Photos"
    photo(photos / "sub" / "a.jpg", 1)
    photo(photos / "b.jpg", 2)
    backup = Backup.begin(tmp_path / "drive" / "backup", {})
    backup.make(walk(photos), room=10**9)
    return photos, backup, ReviewFolder.begin(tmp_path / "Review", photos, {})


def set_aside(backup: Backup, review: ReviewFolder) -> list[ProblemKind]:
    """Sets a.jpg aside beside b.jpg; returns why not."""
    leaving, staying = backup.copies.of_path("sub/a.jpg"), backup.copies.of_path("b.jpg")
    assert leaving is not None and staying is not None
    bundle = Bundle(
        (Leaving("sub/a.jpg", leaving.sha256, leaving),), Staying("b.jpg", staying.sha256, "now")
    )
    return [problem.kind for problem in review.set_aside(bundle)]


def test_a_photo_stays_when_its_copy_is_destroyed_at_the_last_moment(tmp_path: Path) -> None:
    photos, backup, review = family(tmp_path)
    copy = backup.folder / "data/sub/a.jpg"
    copy.write_bytes(b"\0" * copy.stat().st_size)
    assert set_aside(backup, review) == [ProblemKind.MISSING_FROM_BACKUP]
    assert (photos / "sub/a.jpg").exists()


def test_a_review_folder_opened_through_a_link_puts_back_to_the_true_place(tmp_path: Path) -> None:
    photos, backup, review = family(tmp_path)
    assert set_aside(backup, review) == []
    review.close()
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/Review").symlink_to(tmp_path / "Review")
    again = ReviewFolder(tmp_path / "desk/Review")
    assert again.put_back(again.items[0]) is None
    assert (photos / "sub/a.jpg").exists()
    assert not (tmp_path / "desk/Photos").exists()


def test_nothing_goes_back_while_the_photo_folder_is_not_where_it_was(tmp_path: Path) -> None:
    photos, backup, review = family(tmp_path)
    assert set_aside(backup, review) == []
    review.close()
    photos.rename(tmp_path / "Renamed")
    with pytest.raises(PhotosMoved):
        ReviewFolder(tmp_path / "Review")
    assert not photos.exists()
    (tmp_path / "Renamed").rename(photos)
    again = ReviewFolder(tmp_path / "Review")
    assert again.put_back(again.items[0]) is None


def test_put_back_follows_no_link_on_the_way(tmp_path: Path) -> None:
    photos, backup, review = family(tmp_path)
    assert set_aside(backup, review) == []
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (photos / "sub").rmdir()
    (photos / "sub").symlink_to(elsewhere)
    problem = review.put_back(review.items[0])
    assert problem is not None and problem.kind is ProblemKind.LINK_ON_THE_WAY
    assert list(elsewhere.iterdir()) == []


def test_a_payload_folder_that_is_a_link_to_the_photos_is_no_backup(tmp_path: Path) -> None:
    photos = tmp_path / "Photos"
    photo(photos / "a.jpg")
    backup = Backup.begin(tmp_path / "backup", {})
    (backup.folder / "data").rmdir()
    (backup.folder / "data").symlink_to(photos)
    with pytest.raises(NotABackup):
        Backup(tmp_path / "backup")


def test_a_second_name_of_the_original_is_no_copy_of_it(tmp_path: Path) -> None:
    photos, old = tmp_path / "Photos", tmp_path / "old"
    photo(photos / "a.jpg")
    old.mkdir()
    os.link(photos / "a.jpg", old / "a.jpg")
    copies, result = existing_copy.match(walk(photos), old, tmp_path / "record")
    assert result.checked == 0
    assert copies.of_path("a.jpg") is None


def test_a_list_that_was_swapped_for_a_link_is_not_written_through(tmp_path: Path) -> None:
    precious = file(tmp_path / "precious.jpg")
    (tmp_path / "list.csv").symlink_to(precious)
    with pytest.raises(OSError):
        disk.append_record(tmp_path / "list.csv", b"line\n")
    assert precious.read_bytes() == b"contents"


@pytest.mark.parametrize("name", ["before-you-delete.json", "journal.jsonl"])
def test_a_pipe_in_place_of_a_record_does_not_hang(tmp_path: Path, name: str) -> None:
    _photos, _backup, review = family(tmp_path)
    review.close()
    (tmp_path / "Review" / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / "Review" / name)
    with pytest.raises(KitError):
        ReviewFolder(tmp_path / "Review")


def test_a_mark_reached_through_a_link_removes_nothing(tmp_path: Path) -> None:
    photos = tmp_path / "Photos"
    OwnFolder.at(photos)
    photo(photos / "a.jpg")
    backup = Backup.begin(tmp_path / "backup", {})
    (backup.folder / "unfinished").symlink_to(photos)
    with pytest.raises(FolderNotEmpty):
        OwnFolder.marked(backup.folder / "unfinished")
    before = files_in(photos)
    other = tmp_path / "Other"
    photo(other / "c.jpg")
    backup.make(walk(other), room=10**9)
    assert files_in(photos) == before


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs root to chown")
def test_a_folder_that_another_user_marked_is_not_ours(tmp_path: Path) -> None:
    folder = OwnFolder.at(tmp_path / "theirs")
    os.chown(folder.path, 65534, 65534)
    with pytest.raises(FolderNotEmpty):
        OwnFolder.marked(folder.path)
