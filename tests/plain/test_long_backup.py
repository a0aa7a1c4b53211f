"""A backup that turns out long asks once, in lines too, whether to start with one folder; nothing that was copied is lost."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.making import file, files_in
from tests.plain.talking import talk
from tests.steps.photos_of_ones_own import drive, family_photos
from wizard.plain import copying
from wizard.safekeeping.drives import Separation

ASKED = "You can also start with one folder."
GO_ON_WITH_FOLDER, FIRST_DRIVE = "1", "1"


def many_files(folder: Path) -> Path:
    """So many that none of the copying threads is done before it is asked to stop."""
    photos = family_photos(folder)
    for number in range(200):
        file(photos / f"letters/{number}.txt", f"letter {number}")
    return photos


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock by which every look at it comes a quarter of an hour later."""
    clock = count(step=900)
    monkeypatch.setattr(copying, "time", SimpleNamespace(monotonic=lambda: float(next(clock))))


@pytest.mark.usefixtures("slow")
def test_one_folder_can_be_chosen_instead(tmp_path: Path) -> None:
    photos, stick = many_files(tmp_path), drive(tmp_path, Separation.ANOTHER)
    answers = (GO_ON_WITH_FOLDER, FIRST_DRIVE, "2", "11", "1")
    said = talk(tmp_path / "home", *answers, folder=photos, drives=[stick])
    after = said.partition(ASKED)[2]
    assert "1. Go on with this backup" in after
    assert "2. Start with one folder. This backup stops here." in after
    assert "Step 2 of 7" in after and "2024" in after
    assert after.count("This is what we found.") == 1


@pytest.mark.usefixtures("slow")
def test_going_on_copies_the_rest_and_does_not_ask_again(tmp_path: Path) -> None:
    photos, stick = many_files(tmp_path), drive(tmp_path, Separation.ANOTHER)
    answers = (GO_ON_WITH_FOLDER, FIRST_DRIVE, "1")
    said = talk(tmp_path / "home", *answers, folder=photos, drives=[stick])
    assert said.count(ASKED) == 1
    assert "The backup, as it was read back from the drive." in said
    (bag,) = (stick.path / "Before You Delete").glob("*/data")
    assert files_in(bag) == files_in(photos)


def test_a_short_one_is_not_interrupted(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    said = talk(tmp_path / "home", GO_ON_WITH_FOLDER, FIRST_DRIVE, folder=photos, drives=[stick])
    assert ASKED not in said and "files checked." in said
