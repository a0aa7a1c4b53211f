"""What lies in a folder is told whole: every file seen is in the list, or left alone with a reason."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest

from tests.making import file, photo, untouched
from wizard.photos.library import Library, walk
from wizard.problems import (
    FolderMissing,
    NoPermission,
    NotAFolder,
    Problem,
    ProblemKind,
    Skipped,
    SkipReason,
)


def paths(library: Library) -> list[str]:
    return [each.path for each in library.files]


def reasons(library: Library) -> dict[str, SkipReason]:
    return {each.path: each.reason for each in library.skipped}


def test_every_file_is_listed_with_its_size_and_time_in_the_order_of_names(tmp_path: Path) -> None:
    photo(tmp_path / "2024/b.jpg")
    photo(tmp_path / "2024/a.HEIC", format="JPEG")
    file(tmp_path / "notes.txt", "12345")
    library = walk(tmp_path)
    assert paths(library) == ["notes.txt", "2024/a.HEIC", "2024/b.jpg"]
    assert [each.path for each in library.pictures] == ["2024/a.HEIC", "2024/b.jpg"]
    notes = library.files[0]
    assert (notes.bytes, notes.modified_ns) == (5, (tmp_path / "notes.txt").stat().st_mtime_ns)
    assert library.bytes == sum(each.stat().st_size for each in tmp_path.rglob("*.*"))


def test_looking_changes_nothing(tmp_path: Path) -> None:
    photo(tmp_path / "a/b.jpg")
    with untouched(tmp_path):
        walk(tmp_path)


def test_links_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "photos", tmp_path / "elsewhere"
    photo(outside / "other.jpg")
    photo(inside / "a.jpg")
    (inside / "linked").symlink_to(outside)
    (inside / "round").symlink_to(inside)
    (inside / "b.jpg").symlink_to(inside / "a.jpg")
    (inside / "dangling.jpg").symlink_to("nowhere")
    library = walk(inside)
    assert paths(library) == ["a.jpg"]
    links = ("linked", "round", "b.jpg", "dangling.jpg")
    assert reasons(library) == dict.fromkeys(links, SkipReason.LINK)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_named_like_a_photo_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert reasons(walk(tmp_path)) == {"pipe.jpg": SkipReason.SPECIAL_FILE}


@pytest.mark.parametrize(
    "name", ["Photos Library.photoslibrary", "Old.aplibrary", "Catalog Previews.LRDATA"]
)
def test_a_photo_library_is_counted_but_not_entered(tmp_path: Path, name: str) -> None:
    file(tmp_path / name / "originals/1/a.jpg", b"x" * 10)
    file(tmp_path / name / "database/photos.db", b"x" * 5)
    library = walk(tmp_path)
    assert paths(library) == []
    assert library.skipped == (Skipped(name, SkipReason.PHOTO_LIBRARY, files=2, bytes=15),)


@pytest.mark.parametrize("chosen", ["Photos Library.photoslibrary", "A.photoslibrary/originals"])
def test_a_photo_library_that_was_itself_chosen_is_not_entered(tmp_path: Path, chosen: str) -> None:
    photo(tmp_path / chosen / "a.jpg")
    library = walk(tmp_path / chosen)
    assert paths(library) == []
    assert [each.reason for each in library.skipped] == [SkipReason.PHOTO_LIBRARY]


@pytest.mark.parametrize("name", ["Family.lrcat", "digikam4.db", "Thumbnails-digikam.db"])
def test_catalogs_of_photo_programs_are_left_alone(tmp_path: Path, name: str) -> None:
    file(tmp_path / name)
    assert reasons(walk(tmp_path)) == {name: SkipReason.PHOTO_LIBRARY}


@pytest.mark.parametrize("name", [".Trash-1000", "$RECYCLE.BIN", ".Trashes"])
def test_trash_folders_are_left_alone(tmp_path: Path, name: str) -> None:
    photo(tmp_path / name / "a.jpg")
    assert reasons(walk(tmp_path)) == {name: SkipReason.TRASH_FOLDER}


def test_our_own_backup_and_review_folders_are_left_alone(tmp_path: Path) -> None:
    photo(tmp_path / "Review/2024-01-01/0001/a.jpg")
    file(tmp_path / "Review/before-you-delete.json", '{"what": "review"}')
    assert reasons(walk(tmp_path)) == {"Review": SkipReason.OUR_OWN}


def test_icloud_placeholders_are_told_as_such(tmp_path: Path) -> None:
    file(tmp_path / ".a.jpg.icloud")
    assert reasons(walk(tmp_path)) == {".a.jpg.icloud": SkipReason.CLOUD_PLACEHOLDER}


def test_hidden_files_are_kept_for_the_backup_and_never_compared(tmp_path: Path) -> None:
    photo(tmp_path / "._a.jpg")
    library = walk(tmp_path)
    assert paths(library) == ["._a.jpg"]
    assert library.pictures == ()


def test_a_closed_folder_is_a_problem_and_the_rest_is_listed(as_ordinary_user: Path) -> None:
    photo(as_ordinary_user / "open/a.jpg")
    photo(as_ordinary_user / "shut/b.jpg")
    (as_ordinary_user / "shut").chmod(0)
    library = walk(as_ordinary_user)
    (as_ordinary_user / "shut").chmod(0o700)
    assert paths(library) == ["open/a.jpg"]
    assert library.problems == (Problem("shut", ProblemKind.NO_PERMISSION),)


def test_a_photo_library_with_a_closed_room_does_not_end_the_walk(as_ordinary_user: Path) -> None:
    room = as_ordinary_user / "L.photoslibrary/room"
    file(room / "a.jpg")
    photo(as_ordinary_user / "b.jpg")
    room.chmod(0o400)
    library = walk(as_ordinary_user)
    room.chmod(0o700)
    assert paths(library) == ["b.jpg"]
    assert reasons(library) == {"L.photoslibrary": SkipReason.PHOTO_LIBRARY}


def test_what_is_no_folder_is_said_by_name(tmp_path: Path, as_ordinary_user: Path) -> None:
    with pytest.raises(FolderMissing):
        walk(as_ordinary_user / "nowhere")
    with pytest.raises(NotAFolder):
        walk(file(as_ordinary_user / "a.txt"))
    (as_ordinary_user / "shut").mkdir(mode=0)
    with pytest.raises(NoPermission):
        walk(as_ordinary_user / "shut")


def test_a_stopped_walk_ends_early(tmp_path: Path) -> None:
    for number in range(5):
        photo(tmp_path / f"{number}/a.jpg")
    stop, seen = Event(), list[int]()

    def after_two(count: int) -> None:
        seen.append(count)
        if count == 2:
            stop.set()

    assert len(walk(tmp_path, stop=stop, seen=after_two).files) < 5
    assert seen == [0, 1, 2]
