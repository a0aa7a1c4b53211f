"""What was decided moves, with its companions; all of it goes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journey.learner import Learner, inspection_of, look_and_set_aside, photo_of
from tests.making import JULY, file, files_in, photo, snapshot, untouched
from wizard.journey import Journey, receipt_of, save_receipt
from wizard.photos.library import walk
from wizard.problems import Problem, ProblemKind


@pytest.fixture
def journey(learner: Learner) -> Journey:
    """Everything is ready, and two photos and two exact copies are to go."""
    journey = learner.starts()
    inspection = learner.gets_ready(journey)
    look_and_set_aside(inspection, "sea small.jpg", "sea.jpg")
    look_and_set_aside(inspection, "2024/sea tiny.jpg", "sea.jpg")
    inspection.saw(photo_of(inspection, "cake.jpg"), photo_of(inspection, "2024/cake.jpg"))
    inspection.keep_only(photo_of(inspection, "cake.jpg"))
    return journey


def away(journey: Journey) -> set[str]:
    assert journey.review is not None
    return {item.path for item in journey.review.items}


def test_photos_go_with_their_companions_and_nothing_is_lost(
    learner: Learner, journey: Journey
) -> None:
    before = snapshot(learner.photos)
    moved = learner.moves(journey)
    assert (moved.photos, moved.files, moved.problems) == (4, 5, ())
    assert journey.review is not None
    for item in journey.review.items:
        contents, modified = before.pop(item.path)[1:]
        here = journey.review.path / item.where
        assert (here.read_bytes(), here.stat().st_mtime_ns) == (contents, modified)
    assert snapshot(learner.photos) == before
    assert "sea small.xmp" in away(journey)
    assert inspection_of(journey).decided == ()


def test_moving_again_moves_nothing(learner: Learner, journey: Journey) -> None:
    learner.moves(journey)
    with untouched(learner.photos):
        assert journey.move_decided().files == 0


def test_a_photo_that_changed_after_the_look_stays(learner: Learner, journey: Journey) -> None:
    changed = photo(learner.photos / "sea small.jpg", 9).read_bytes()
    moved = learner.moves(journey)
    assert moved.photos == 3
    assert Problem("sea small.jpg", ProblemKind.CHANGED) in moved.problems
    assert (learner.photos / "sea small.jpg").read_bytes() == changed
    assert (learner.photos / "sea small.xmp").exists()


def test_when_the_one_that_stays_changed_nothing_leaves_it(
    learner: Learner, journey: Journey
) -> None:
    photo(learner.photos / "cake.jpg", 9)
    moved = learner.moves(journey)
    assert away(journey) == {"sea small.jpg", "sea small.xmp", "2024/sea tiny.jpg"}
    assert {problem.path for problem in moved.problems} == {"cake.jpg"}


def test_when_a_companion_changed_the_photo_stays_with_it(
    learner: Learner, journey: Journey
) -> None:
    file(learner.photos / "sea small.xmp", "later notes")
    moved = learner.moves(journey)
    assert "sea small.jpg" not in away(journey) and "sea small.xmp" not in away(journey)
    assert [problem.path for problem in moved.problems] == ["sea small.xmp"]


def test_a_companion_that_came_after_the_backup_keeps_its_photo_here(
    learner: Learner,
) -> None:
    journey = learner.starts()
    learner.backs_up(journey)
    file(learner.photos / "sea small.aae", "an edit")
    journey.library = walk(learner.photos)
    journey.look()
    journey.open_review_folder("Review folder", {})
    look_and_set_aside(inspection_of(journey), "sea small.jpg", "sea.jpg")
    with untouched(learner.photos):
        moved = journey.move_decided()
    assert moved.problems == (Problem("sea small.aae", ProblemKind.MISSING_FROM_BACKUP),)


@pytest.mark.parametrize("wanted", [["2024/sea tiny.jpg"], ["cake again.jpg", "2024/cake.jpg"]])
def test_one_or_some_go_back_and_the_rest_stays(
    learner: Learner, journey: Journey, wanted: list[str]
) -> None:
    before = snapshot(learner.photos)
    learner.moves(journey)
    assert journey.review is not None
    gone = away(journey)
    items = [item for item in journey.review.items if item.path in wanted]
    assert journey.put_back(items).files == len(wanted)
    now = snapshot(learner.photos)
    assert all(now[path] == before[path] for path in wanted)
    assert away(journey) == gone - set(wanted)


@pytest.mark.parametrize("backwards", [False, True])
def test_everything_goes_back_with_its_bytes_and_its_time(
    learner: Learner, journey: Journey, backwards: bool
) -> None:
    before = snapshot(learner.photos)
    learner.moves(journey)
    assert journey.review is not None
    items = journey.review.items[:: -1 if backwards else 1]
    back = journey.put_back(items)
    assert (back.files, back.problems) == (5, ())
    assert snapshot(learner.photos) == before
    assert (learner.photos / "sea small.jpg").stat().st_mtime_ns == JULY
    assert away(journey) == set()


def test_a_companion_goes_back_with_its_photo(learner: Learner, journey: Journey) -> None:
    learner.moves(journey)
    assert journey.review is not None
    side = [item for item in journey.review.items if item.path == "sea small.xmp"]
    assert journey.put_back(side).files == 2
    assert (learner.photos / "sea small.jpg").exists()


def test_a_name_that_is_taken_is_told_and_nothing_is_replaced(
    learner: Learner, journey: Journey
) -> None:
    learner.moves(journey)
    taken = file(learner.photos / "2024/sea tiny.jpg", "new").read_bytes()
    assert journey.review is not None
    back = journey.put_back(journey.review.items)
    assert back.files == 4
    assert back.problems == (Problem("2024/sea tiny.jpg", ProblemKind.NAME_TAKEN),)
    assert (learner.photos / "2024/sea tiny.jpg").read_bytes() == taken
    assert away(journey) == {"2024/sea tiny.jpg"}


def test_after_putting_back_the_photo_can_be_decided_anew(
    learner: Learner, journey: Journey
) -> None:
    learner.moves(journey)
    assert journey.review is not None
    journey.put_back(journey.review.items)
    inspection = inspection_of(journey)
    assert inspection.choice(photo_of(inspection, "sea small.jpg")) is None
    assert inspection.decided == ()
    inspection.set_aside(photo_of(inspection, "sea small.jpg"))
    assert learner.moves(journey).files == 2


def test_without_a_review_folder_there_is_nothing_to_put_back(learner: Learner) -> None:
    journey = learner.starts()
    journey.choose(learner.photos)
    assert journey.put_back([]).files == 0


def test_a_receipt_is_never_written_over_another(learner: Learner, journey: Journey) -> None:
    learner.moves(journey)
    first = save_receipt(journey, {"receipt.txt": "one", "receipt.html": "<p>one</p>"})
    second = save_receipt(journey, {"receipt.txt": "two"})
    assert first != second and first.read_text(encoding="utf-8") == "one"
    assert journey.review is not None
    assert {path for path in files_in(journey.review.path) if path.startswith("receipt")} == {
        first.name,
        first.with_suffix(".html").name,
        second.name,
    }


def test_the_receipt_tells_what_was_done(learner: Learner, journey: Journey) -> None:
    learner.moves(journey)
    receipt = receipt_of(journey)
    assert receipt.photos == Path(learner.photos)
    assert (receipt.pictures, receipt.groups, len(receipt.items)) == (7, 2, 5)
    assert receipt.bytes_set_aside == sum(item.bytes for item in receipt.items) > 0
    assert receipt.backup == journey.backup_folder and receipt.checked_at is not None


def test_a_film_of_two_photos_leaves_with_the_last_of_them(learner: Learner) -> None:
    photo(learner.photos / "live.jpg", 1, (200, 150))
    photo(learner.photos / "live.png", 1, (180, 130))
    file(learner.photos / "live.mov", "a film of both")
    before = snapshot(learner.photos)
    journey = learner.starts()
    look_and_set_aside(learner.gets_ready(journey), "live.jpg", "sea.jpg")
    learner.moves(journey)
    assert away(journey) == {"live.jpg"}
    look_and_set_aside(inspection_of(journey), "live.png", "sea.jpg")
    learner.moves(journey)
    assert away(journey) == {"live.jpg", "live.png", "live.mov"}
    assert journey.review is not None
    first = next(item for item in journey.review.items if item.path == "live.jpg")
    assert journey.put_back([first]).files == 2
    assert away(journey) == {"live.png"}
    journey.put_back(journey.review.items)
    assert snapshot(learner.photos) == before
