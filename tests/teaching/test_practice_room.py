"""The practice room: fresh for everybody, and nobody's own files in it are ever cleared away."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.making import file, files_in, ordinary_user, photo, untouched
from wizard.language.catalogs import FORMAT_LOCALES, speaking
from wizard.pages.leaflets import backup_leaflets
from wizard.photos.library import walk
from wizard.places import Places, within
from wizard.problems import AnotherSession, DriveFull, FolderNotEmpty, NotEnoughRoom, NotWritable
from wizard.safekeeping.backup import Backup
from wizard.safekeeping.drives import Separation
from wizard.teaching import practice_set
from wizard.teaching.practice_room import PracticeRoom


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return within(tmp_path / "profile")


def few_photos(photos: Path, truth: Path) -> None:
    """In the place of practice photos, which take seconds to make."""
    file(photos / "a.jpg", b"a" * 5_000_000)
    file(truth)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice_set, "make_practice_photos", few_photos)


def test_what_the_last_learner_did_is_gone_when_the_next_one_begins(places: Places) -> None:
    first = PracticeRoom.fresh(places)
    backup = Backup.begin(places.practice / "drive" / "Before You Delete" / "photos", {})
    backup.make(walk(places.practice_photos), room=10**9)
    (places.practice_photos / "a.jpg").rename(places.practice_photos / "moved.jpg")
    first.close()
    PracticeRoom.fresh(places).close()
    assert list(files_in(places.practice_photos)) == ["a.jpg"]
    assert files_in(places.practice / "drive") == {}


def test_one_pretend_drive_is_large_enough_and_one_is_not(places: Places) -> None:
    room = PracticeRoom.fresh(places)
    library = walk(places.practice_photos)
    large, small = room.drives(places.practice_photos)
    assert all(drive.pretend for drive in (large, small))
    assert {large.separation, small.separation} == {Separation.ANOTHER}
    made = Backup.begin(large.path / "b", backup_leaflets()).make(library, room=large.free)
    assert made.whole
    with pytest.raises(NotEnoughRoom):
        Backup.begin(small.path / "b", backup_leaflets()).make(library, room=small.free)
    assert room.drives(places.practice_photos)[0].free < large.free
    room.close()


def test_the_drives_are_named_as_practice_in_every_language(places: Places) -> None:
    room = PracticeRoom.fresh(places)
    labels: set[str] = set()
    for code in FORMAT_LOCALES:
        with speaking(code):
            labels.update(drive.label for drive in room.drives(places.practice_photos))
    assert len(labels) == 2 * len(FORMAT_LOCALES)
    room.close()


def test_a_second_window_is_refused_and_takes_nothing_away(places: Places) -> None:
    room = PracticeRoom.fresh(places)
    with untouched(places.practice_photos), pytest.raises(AnotherSession):
        PracticeRoom.fresh(places)
    room.close()
    PracticeRoom.fresh(places).close()


def test_a_folder_with_files_of_ones_own_is_left_alone(places: Places) -> None:
    file(places.practice / "my photos/a.jpg")
    with untouched(places.practice), pytest.raises(FolderNotEmpty):
        PracticeRoom.fresh(places)


def test_a_folder_that_cannot_be_written_is_told() -> None:
    with ordinary_user() as folder:
        os.chmod(folder, 0o555)
        try:
            with pytest.raises(NotWritable):
                PracticeRoom.fresh(replace(within(folder), practice=folder / "practice"))
        finally:
            os.chmod(folder, 0o755)


def test_after_a_full_disk_the_room_can_be_made_again(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(photos: Path, truth: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(practice_set, "make_practice_photos", full)
    with pytest.raises(DriveFull):
        PracticeRoom.fresh(places)
    monkeypatch.setattr(practice_set, "make_practice_photos", few_photos)
    PracticeRoom.fresh(places).close()


def test_what_a_learner_put_into_the_room_stays_and_a_new_room_is_made_beside_it(
    tmp_path: Path,
) -> None:
    places = within(tmp_path)
    PracticeRoom.fresh(places).close()
    mine = photo(places.practice_photos / "mine.jpg", 99)
    album = file(places.practice / "My own album" / "grandma.jpg")
    second = PracticeRoom.fresh(places)
    second.close()
    assert second.places.practice != places.practice
    assert mine.exists() and album.exists()
    third = PracticeRoom.fresh(places)
    third.close()
    assert third.places.practice == second.places.practice
