"""What is set aside goes back to where it was, in any order, to the last bit and nanosecond."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from tests.making import file, files_in, never_overwritten, photo, sha256, snapshot, untouched
from tests.safekeeping.desk import Desk
from wizard.photos.library import walk
from wizard.problems import AnotherSession, Problem, ProblemKind, SkipReason
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_places import find, place_for

pytestmark = pytest.mark.usefixtures("either_rename")
NAMES = ["1/IMG.jpg", "2/IMG.jpg", "3/img.JPG", "line\nbreak [x].jpg"]


@pytest.fixture
def review(desk: Desk) -> Iterator[ReviewFolder]:
    """A review folder, and photos of which several have one name."""
    for number, name in enumerate(NAMES):
        path = photo(desk.photos / name, number + 10)
        os.utime(path, ns=(0, 1_600_000_000_000_000_001 + number))
    desk.back_up()
    review = desk.new_review_folder()
    yield review
    review.close()


@pytest.mark.parametrize("order", list(permutations(range(len(NAMES)))))
def test_everything_goes_back_in_any_order(
    desk: Desk, review: ReviewFolder, order: tuple[int, ...]
) -> None:
    before = snapshot(desk.photos)
    for name in NAMES:
        desk.set_aside(review, name, stays="a.jpg")
    assert not set(NAMES) & set(snapshot(desk.photos))
    for position in order:
        (item,) = (each for each in review.items if each.path == NAMES[position])
        with never_overwritten(desk.photos), never_overwritten(desk.drive):
            assert review.put_back(item) is None
    assert review.items == ()
    assert snapshot(desk.photos) == before


def test_a_photo_set_aside_keeps_its_name_where_a_person_finds_it(
    desk: Desk, review: ReviewFolder
) -> None:
    held = (desk.photos / "b.jpg").read_bytes()
    desk.set_aside(review, "b.jpg", "b.xmp", stays="a.jpg")
    found = {Path(path).name: path for path in files_in(desk.review) if "/" in path}
    assert set(found) == {"b.jpg", "b.xmp"}
    assert Path(found["b.jpg"]).parent == Path(found["b.xmp"]).parent
    assert (desk.review / found["b.jpg"]).read_bytes() == held


def test_a_plain_list_says_where_each_came_from(desk: Desk, review: ReviewFolder) -> None:
    digest = sha256(desk.photos / "1/IMG.jpg")
    desk.set_aside(review, "1/IMG.jpg", stays="a.jpg")
    review.put_back(review.items[0])
    with (desk.review / "list.csv").open(encoding="utf-8", newline="") as listed:
        rows = list(csv.DictReader(listed))
    assert [(row["what"], row["photo_folder"], row["sha256"]) for row in rows] == [
        ("set_aside", "1/IMG.jpg", digest),
        ("put_back", "1/IMG.jpg", digest),
    ]


def test_a_missing_folder_is_made_again_for_what_goes_back(
    desk: Desk, review: ReviewFolder
) -> None:
    before = snapshot(desk.photos)
    desk.set_aside(review, "1/IMG.jpg", stays="a.jpg")
    (desk.photos / "1").rmdir()
    assert review.put_back(review.items[0]) is None
    assert snapshot(desk.photos) == before


@pytest.mark.parametrize("taken", [b"another photo", b""])
def test_a_name_taken_meanwhile_is_said_and_nothing_moves(
    desk: Desk, review: ReviewFolder, taken: bytes
) -> None:
    desk.set_aside(review, "1/IMG.jpg", stays="a.jpg")
    file(desk.photos / "1/IMG.jpg", taken)
    held = files_in(desk.review)
    with untouched(desk.photos):
        problem = review.put_back(review.items[0])
    assert problem == Problem("1/IMG.jpg", ProblemKind.NAME_TAKEN)
    assert {path: held[path] for path in held if path[:2] == "20"}.items() <= files_in(
        desk.review
    ).items()
    assert [item.path for item in review.items] == ["1/IMG.jpg"]
    (desk.photos / "1/IMG.jpg").unlink()
    assert review.put_back(review.items[0]) is None


def test_a_file_in_place_of_the_folder_is_said_and_the_review_folder_still_opens(
    desk: Desk, review: ReviewFolder
) -> None:
    desk.set_aside(review, "1/IMG.jpg", stays="a.jpg")
    (desk.photos / "1").rmdir()
    file(desk.photos / "1", "a file now")
    with untouched(desk.photos):
        assert review.put_back(review.items[0]) == Problem("1/IMG.jpg", ProblemKind.NAME_TAKEN)
    review.close()
    again = ReviewFolder(desk.review)
    assert [item.path for item in again.items] == ["1/IMG.jpg"]
    again.close()


def test_what_was_changed_in_the_review_folder_goes_back_and_that_is_said(
    desk: Desk, review: ReviewFolder
) -> None:
    desk.set_aside(review, "1/IMG.jpg", stays="a.jpg")
    (item,) = review.items
    file(desk.review / item.where, "painted over")
    with never_overwritten(desk.photos):
        assert review.put_back(item) == Problem("1/IMG.jpg", ProblemKind.BACK_BUT_CHANGED)
    assert (desk.photos / "1/IMG.jpg").read_bytes() == b"painted over"
    assert review.items == ()


def test_what_left_the_review_folder_or_became_a_link_is_left_to_the_person(
    desk: Desk, review: ReviewFolder
) -> None:
    desk.set_aside(review, "1/IMG.jpg", stays="a.jpg")
    (item,) = review.items
    (desk.review / item.where).unlink()
    with untouched(desk.photos):
        assert review.put_back(item) == Problem("1/IMG.jpg", ProblemKind.NOT_FOUND)
        (desk.review / item.where).symlink_to(desk.photos / "a.jpg")
        assert review.put_back(item) == Problem("1/IMG.jpg", ProblemKind.CHANGED)


def test_the_next_session_finds_all_that_was_set_aside(desk: Desk, review: ReviewFolder) -> None:
    desk.set_aside(review, "b.jpg", "b.xmp", stays="a.jpg")
    desk.set_aside(review, "1/IMG.jpg", stays="a.jpg")
    items = review.items
    review.close()
    again = ReviewFolder(desk.review)
    assert again.items == items
    assert [item.path for item in again.bundle_of(items[0])] == ["b.jpg", "b.xmp"]
    assert again.photos == desk.photos
    again.close()


def test_a_second_window_is_refused(desk: Desk, review: ReviewFolder) -> None:
    with untouched(desk.photos), pytest.raises(AnotherSession):
        ReviewFolder(desk.review)
    review.close()
    ReviewFolder(desk.review).close()


def test_the_review_folder_is_found_again_and_never_scanned(
    desk: Desk, review: ReviewFolder
) -> None:
    assert find(desk.photos) == desk.review
    assert find(desk.drive) is None
    reasons = {skipped.path: skipped.reason for skipped in walk(desk.root).skipped}
    assert reasons["Review"] is SkipReason.OUR_OWN


def test_a_place_is_free_and_on_the_photos_own_volume(desk: Desk, review: ReviewFolder) -> None:
    assert place_for(desk.photos, "New") == desk.root / "New"
    assert place_for(desk.photos, "Review") == desk.root / "Review 2"
