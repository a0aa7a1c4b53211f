"""`put-back` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import call, run
from tests.making import file, files_in, snapshot, untouched
from tests.safekeeping.desk import Desk


@pytest.fixture
def tidied(desk: Desk) -> Desk:
    """A photo with its note, and an exact copy, are set aside."""
    desk.back_up()
    review = desk.new_review_folder()
    desk.set_aside(review, "sea small.jpg", "sea small.xmp", stays="sea.jpg")
    desk.set_aside(review, "2024/cake.jpg", stays="cake.jpg")
    review.close()
    return desk


def test_without_names_it_lists_and_moves_nothing(tidied: Desk) -> None:
    with untouched(tidied.photos):
        told = call("put-back", tidied.review)
    assert told.code == 0
    for name in ("sea small.jpg", "sea small.xmp", "2024/cake.jpg"):
        assert name in told.out
    assert "3 files are set aside." in told.out and "--all" in told.out


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_it_speaks_three_languages(tidied: Desk, code: str) -> None:
    said = {"en": "set aside", "es": "--all", "ko": "--all"}
    listed = call("put-back", tidied.review, "--lang", code)
    assert listed.code == 0 and said[code] in listed.out
    assert ("set aside" in listed.out) == (code == "en")


def test_all_go_back_as_they_were(desk: Desk) -> None:
    before = snapshot(desk.photos)
    desk.back_up()
    review = desk.new_review_folder()
    desk.set_aside(review, "sea small.jpg", "sea small.xmp", stays="sea.jpg")
    review.close()
    assert run("put-back", desk.review, "--all").code == 0
    assert snapshot(desk.photos) == before
    again = run("put-back", desk.review, "--all")
    assert again.code == 0 and "No file went back to its old place." in again.out


def test_one_goes_back_by_its_name_with_what_belongs_to_it(tidied: Desk) -> None:
    told = call("put-back", tidied.review, "sea small.jpg")
    assert told.code == 0 and "2 files are back" in told.out
    assert {"sea small.jpg", "sea small.xmp"} <= set(files_in(tidied.photos))
    assert "2024/cake.jpg" not in files_in(tidied.photos)


def test_a_name_that_is_taken_is_told_and_the_rest_goes_back(tidied: Desk) -> None:
    file(tidied.photos / "2024/cake.jpg", "new")
    told = call("put-back", tidied.review, "--all")
    assert told.code == 1
    assert "2024/cake.jpg: Another file with this name is in its place." in told.out
    assert "2 files are back" in told.out
    assert (tidied.photos / "2024/cake.jpg").read_bytes() == b"new"


def test_a_name_that_is_not_there_is_told(tidied: Desk) -> None:
    with untouched(tidied.photos):
        told = call("put-back", tidied.review, "no such.jpg")
    assert told.code == 1
    assert "no such.jpg: It is not there." in told.out


def test_another_folder_is_a_usage_error(tidied: Desk, tmp_path: Path) -> None:
    for folder in (tidied.photos, tidied.drive, tmp_path / "nowhere"):
        told = call("put-back", folder, "--all")
        assert told.code == 2 and "is not a review folder" in told.err
