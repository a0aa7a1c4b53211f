"""The door that removes opens only for what this program made, in a folder it made and marked."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from tests.making import file, files_in, untouched
from wizard.own_files import MARK, NotOurs, OwnFolder
from wizard.problems import FolderNotEmpty


@pytest.fixture
def learners(tmp_path: Path) -> Path:
    """A learner's folder, which nothing may touch."""
    file(tmp_path / "learners/a.jpg", "a photo")
    file(tmp_path / "learners/2024/b.jpg", "another")
    return tmp_path / "learners"


def test_a_folder_of_ours_is_emptied_and_removed(tmp_path: Path) -> None:
    folder = OwnFolder.at(tmp_path / "cache/own")
    folder.write("a.txt", "one")
    file(folder.path / "deep/er/b.txt")
    (folder.path / "deep/er").chmod(0o500)
    folder.clear()
    assert set(files_in(folder.path)) == {MARK}
    folder.remove()
    assert list(tmp_path.iterdir()) == [tmp_path / "cache"]


def test_a_folder_with_other_things_in_it_does_not_become_ours(learners: Path) -> None:
    with untouched(learners), pytest.raises(FolderNotEmpty):
        OwnFolder.at(learners)


def test_a_folder_of_ours_is_found_again(tmp_path: Path) -> None:
    first = OwnFolder.at(tmp_path / "own")
    file(tmp_path / "own/a.txt")
    again = OwnFolder.at(tmp_path / "own")
    assert again == first
    again.remove()


def test_a_link_is_removed_and_what_it_leads_to_stays(tmp_path: Path, learners: Path) -> None:
    folder = OwnFolder.at(tmp_path / "own")
    (folder.path / "sub").mkdir()
    for name in ("link", "sub/link"):
        (folder.path / name).symlink_to(learners)
    (folder.path / "a.jpg").symlink_to(learners / "a.jpg")
    with untouched(learners):
        folder.remove()
    assert not folder.path.exists()


def test_a_file_elsewhere_is_not_removed(tmp_path: Path, learners: Path) -> None:
    folder = OwnFolder.at(tmp_path / "own")
    (folder.path / "link").symlink_to(learners)
    for path in (
        learners / "a.jpg",
        folder.path / "../learners/a.jpg",
        folder.path / "link/a.jpg",
        folder.path / "link/2024/b.jpg",
        folder.path,
        Path("/"),
    ):
        with untouched(learners), pytest.raises((NotOurs, OSError)):
            folder.remove_file(path)


def test_a_file_elsewhere_is_not_written(tmp_path: Path, learners: Path) -> None:
    folder = OwnFolder.at(tmp_path / "own")
    (folder.path / "link").symlink_to(learners)
    for name in ("../learners/a.jpg", str(learners / "a.jpg"), "link/a.jpg"):
        with untouched(learners), pytest.raises(NotOurs):
            folder.write(name, "words")


def test_a_link_in_place_of_our_file_is_replaced_and_not_followed(
    tmp_path: Path, learners: Path
) -> None:
    folder = OwnFolder.at(tmp_path / "own")
    (folder.path / "state.json").symlink_to(learners / "a.jpg")
    with untouched(learners):
        folder.write("state.json", "words")
    assert (folder.path / "state.json").read_text(encoding="utf-8") == "words"
    assert not (folder.path / "state.json").is_symlink()


def test_a_copied_mark_opens_nothing(tmp_path: Path, learners: Path) -> None:
    folder = OwnFolder.at(tmp_path / "own")
    shutil.copy(folder.path / MARK, learners / MARK)
    with untouched(learners), pytest.raises(FolderNotEmpty):
        OwnFolder.at(learners)
    with untouched(learners), pytest.raises((FolderNotEmpty, NotOurs)):
        OwnFolder(learners, folder.token).remove()


def test_a_copied_folder_is_not_ours(tmp_path: Path) -> None:
    folder = OwnFolder.at(tmp_path / "own")
    shutil.copytree(folder.path, tmp_path / "copy")
    with untouched(tmp_path / "copy"), pytest.raises(FolderNotEmpty):
        OwnFolder.at(tmp_path / "copy").clear()


@pytest.mark.parametrize("mark", ["", "{", "[]", "{}", '{"token": "1"}', "\0"])
def test_a_mark_without_sense_opens_nothing(learners: Path, mark: str) -> None:
    file(learners / MARK, mark)
    with untouched(learners), pytest.raises(FolderNotEmpty):
        OwnFolder.at(learners)


def test_another_token_opens_nothing(tmp_path: Path) -> None:
    folder = OwnFolder.at(tmp_path / "own")
    file(folder.path / "a.txt")
    with untouched(folder.path), pytest.raises(NotOurs):
        OwnFolder(folder.path, "0" * 32).clear()
    (folder.path / MARK).unlink()
    with untouched(folder.path), pytest.raises(FolderNotEmpty):
        folder.clear()


def test_a_mark_that_a_power_cut_left_half_written_shuts_nobody_out(tmp_path: Path) -> None:
    for left in ("", '{"tok'):
        file(tmp_path / "own" / (MARK + ".begun"), left)
        folder = OwnFolder.at(tmp_path / "own")
        assert set(files_in(folder.path)) == {MARK}
        folder.remove()


def test_a_file_is_the_old_one_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = OwnFolder.at(tmp_path / "own")
    folder.write("state.json", "old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        folder.write("state.json", "new")
    assert (folder.path / "state.json").read_text(encoding="utf-8") == "old"


def test_what_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    folder = OwnFolder.at(tmp_path / "own")
    folder.remove_file(folder.path / "never.txt")
    file(folder.path / "a.txt")
    folder.remove_file(folder.path / "a.txt")
    assert set(files_in(folder.path)) == {MARK}


def test_the_mark_tells_nobody_where_the_folder_was(tmp_path: Path) -> None:
    """A stick's folder often has a user's name in its path, and the stick goes from hand to hand."""
    OwnFolder.at(tmp_path / "rosa/stick")
    mark = (tmp_path / "rosa/stick" / MARK).read_text(encoding="utf-8")
    assert "rosa" not in mark and set(json.loads(mark)) == {"token", "place"}


def test_a_temporary_folder_is_a_folder_of_ours() -> None:
    folder = OwnFolder.temporary("test-")
    assert OwnFolder.marked(folder.path) == folder
    folder.remove()
    assert not folder.path.exists()
