"""A name is said whole, however long it is: whoever hears lines has no other place to look it up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import run
from tests.making import file, photo
from tests.plain.talking import ENGLISH, MINE, OWN_PHOTOS, TO_INSPECT, talk
from tests.steps.photos_of_ones_own import drive
from wizard.language.moves import files_back
from wizard.safekeeping.drives import Drive, Separation

FOLDER = "everything from the long summer at the lake with the whole family and all of our friends"
WALK = "a walk along the river that took the better part of a long and rainy afternoon in October"
LIBRARY = f"{WALK}.photoslibrary"
BESIDE, ASIDE, LEAVE, MOVE = f"{WALK} 1.jpg", f"{WALK} 2.jpg", "7", "1"
SET_THE_SECOND_ASIDE = ("5", "2", LEAVE)
PUT_BACK, ALL_OF_THEM = "2", "2"


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two photos that look alike, one that cannot be read and a photo library, all with long names."""
    folder = tmp_path / FOLDER
    photo(folder / BESIDE, quality=95)
    photo(folder / ASIDE, quality=85)
    file(folder / f"{WALK} 3.jpg", b"")
    file(folder / LIBRARY / "database", b"of a photo program")
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Drive:
    return drive(tmp_path, Separation.ANOTHER)


def nothing_is_cut(said: str) -> bool:
    """Whatever begins like one of the long names goes on like it."""
    return all(said.count(name[:12]) == said.count(name) > 0 for name in (FOLDER, WALK))


def test_on_the_whole_way(tmp_path: Path, photos: Path, stick: Drive) -> None:
    answers = (*TO_INSPECT, *SET_THE_SECOND_ASIDE, MOVE, PUT_BACK, ALL_OF_THEM)
    said = talk(tmp_path / "home", *answers, folder=photos, drives=[stick])
    assert nothing_is_cut(said)
    for line in (
        str(photos),
        f"Not in this backup: {LIBRARY} (belongs to a photo program)",
        f"  {WALK} 3.jpg: The file is empty.",
        f"  {ASIDE}",
        f"It goes from “{FOLDER}” to “Review folder”.",
        f"  {photos.parent / 'Review folder'}",
        "1 photo moved.",
        "1 file is back in its old place.",
    ):
        assert line in said.splitlines()
    assert f"  {LIBRARY} (1 file, " in said
    assert f" in {stick.path}" in said


def test_of_a_photo_that_could_not_be_moved(tmp_path: Path, photos: Path, stick: Drive) -> None:
    def it_changes() -> str:
        photo(photos / ASIDE, seed=2)
        return MOVE

    said = talk(
        tmp_path / "home",
        *TO_INSPECT,
        *SET_THE_SECOND_ASIDE,
        it_changes,
        folder=photos,
        drives=[stick],
    )
    assert f"0 of 1 photo moved. {ASIDE}: It changed since we looked at it." in said
    assert nothing_is_cut(said)


def test_of_a_photo_that_could_not_go_back(tmp_path: Path, photos: Path, stick: Drive) -> None:
    """That nothing went back is said too, and why."""

    def its_name_is_taken() -> str:
        file(photos / ASIDE, b"another file")
        return ALL_OF_THEM

    said = talk(
        tmp_path / "home",
        *TO_INSPECT,
        *SET_THE_SECOND_ASIDE,
        MOVE,
        PUT_BACK,
        its_name_is_taken,
        folder=photos,
        drives=[stick],
    )
    assert (
        f"No file went back to its old place. {ASIDE} could not go back: "
        "Another file with this name is in its place." in said
    )
    assert nothing_is_cut(said)


def test_of_the_folder_of_last_time(tmp_path: Path, photos: Path, stick: Drive) -> None:
    talk(tmp_path / "home", *TO_INSPECT, folder=photos, drives=[stick])
    said = talk(tmp_path / "home", ENGLISH, OWN_PHOTOS, MINE, "1", drives=[stick])
    assert f"Folder: “{FOLDER}”" in said


def test_commands_say_names_whole_too(tmp_path: Path, photos: Path) -> None:
    said = run("scan", photos).out + run("backup", photos, tmp_path / "stick").out
    assert f"  {WALK} 3.jpg: The file is empty." in said
    assert f"Not in this backup: {LIBRARY} (belongs to a photo program)" in said


def test_how_many_files_went_back() -> None:
    assert [files_back(count) for count in (0, 1, 2)] == [
        "No file went back to its old place.",
        "1 file is back in its old place.",
        "2 files are back in their old places.",
    ]
