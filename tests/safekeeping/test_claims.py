"""Where a drive knows no rename that refuses, a name is claimed first: only our own, noted claim is moved over."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.making import file, snapshot, untouched
from tests.safekeeping.desk import Desk
from wizard.problems import Problem, ProblemKind
from wizard.safekeeping import disk
from wizard.safekeeping.review_folder import ReviewFolder


@pytest.fixture
def without_such_rename(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on exFAT and NTFS."""
    monkeypatch.setattr(disk, "_rename_without_replacing", lambda source, target: errno.EINVAL)


def interrupted(desk: Desk, monkeypatch: pytest.MonkeyPatch, door: str) -> None:
    """b.jpg is set aside, and its way back ends at this door's call as if the power had gone."""
    review = desk.new_review_folder()
    desk.set_aside(review, "b.jpg", stays="a.jpg")

    class PowerCut(BaseException):
        pass

    def cut(*_arguments: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(disk, door, cut)
        with pytest.raises(PowerCut):
            review.put_back(review.items[0])
    review.close()


@pytest.mark.usefixtures("without_such_rename")
def test_an_interrupted_move_over_our_own_claim_is_finished(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(desk.photos)
    desk.back_up()
    interrupted(desk, monkeypatch, "finish_claimed")
    assert (desk.photos / "b.jpg").stat().st_size == 0
    again = ReviewFolder(desk.review)
    assert again.items == ()
    again.close()
    assert snapshot(desk.photos) == before


@pytest.mark.usefixtures("either_rename")
def test_an_empty_file_of_the_learner_in_its_place_stays_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The power went before any name was claimed: whatever is there now is not ours."""
    desk.back_up()
    interrupted(desk, monkeypatch, "move_to_free_name")
    file(desk.photos / "b.jpg", b"")
    with untouched(desk.photos):
        again = ReviewFolder(desk.review)
        (item,) = again.items
        assert again.put_back(item) == Problem("b.jpg", ProblemKind.NAME_TAKEN)
        again.close()


@pytest.mark.usefixtures("without_such_rename")
@pytest.mark.parametrize("door", ["identity", "finish_claimed"])
def test_an_empty_file_that_may_be_the_learners_is_kept_and_the_photo_goes_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, door: str
) -> None:
    """The claim was not noted in time, or another empty file has its name now, or FAT numbered it anew."""
    before = snapshot(desk.photos)
    desk.back_up()
    interrupted(desk, monkeypatch, door)
    os.rename(desk.photos / "b.jpg", desk.root / "the claim itself")
    file(desk.photos / "b.jpg", b"")
    again = ReviewFolder(desk.review)
    assert again.items == ()
    again.close()
    assert snapshot(desk.photos) == before
    assert [path.name for path in desk.review.rglob("*.jpg")] == ["b.jpg"]
    assert not (next(desk.review.rglob("b.jpg"))).stat().st_size


def test_where_such_a_rename_is_known_no_claim_is_written_down(desk: Desk) -> None:
    desk.back_up()
    review = desk.new_review_folder()
    desk.set_aside(review, "b.jpg", stays="a.jpg")
    assert review.put_back(review.items[0]) is None
    review.close()
    assert "claim" not in Path(desk.review / "journal.jsonl").read_text(encoding="utf-8")
