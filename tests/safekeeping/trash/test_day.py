"""A later calendar day than the move, and a clock that can be believed; else everything stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.safekeeping.desk import Desk
from tests.safekeeping.trash.trashing import in_trash, sends
from wizard.problems import MayNotTrash, TrashDoubt
from wizard.safekeeping import checked, setting_aside
from wizard.safekeeping.review_folder import ReviewFolder

EVENING = datetime(2026, 11, 22, 23, 59, 30, tzinfo=UTC)


class Clock(datetime):
    """A clock that says what the test says."""

    said = EVENING

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return cls.said


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    """It is half a minute before midnight when photos are backed up and set aside."""
    monkeypatch.setattr(Clock, "said", EVENING)
    monkeypatch.setattr(setting_aside, "datetime", Clock)
    monkeypatch.setattr(checked, "datetime", Clock)
    return Clock


@pytest.fixture
def desk(clock: type[Clock], desk: Desk) -> Desk:
    """Backed up on that clock, for no record may be from later."""
    (desk.drive / checked.RECORD).rename(desk.root / "record on another clock")
    desk.back_up()
    return desk


def doubt_at(now: datetime, desk: Desk, review: ReviewFolder) -> TrashDoubt | None:
    """Why nothing goes to the trash at this moment; None when all went."""
    try:
        assert len(sends(desk, review, now).sent) == 3
    except MayNotTrash as told:
        assert in_trash() == {} and len(review.items) == 3
        return told.doubt
    return None


def test_on_the_same_day_everything_stays(desk: Desk, review: ReviewFolder) -> None:
    assert doubt_at(EVENING + timedelta(seconds=20), desk, review) is TrashDoubt.TOO_SOON


def test_after_midnight_is_a_later_day(desk: Desk, review: ReviewFolder) -> None:
    assert doubt_at(EVENING + timedelta(minutes=1), desk, review) is None


def test_the_day_is_the_learners_own(desk: Desk, review: ReviewFolder) -> None:
    """At midnight in London it is four in the afternoon in Los Angeles."""
    there = (EVENING + timedelta(minutes=1)).astimezone(ZoneInfo("America/Los_Angeles"))
    assert doubt_at(there, desk, review) is TrashDoubt.TOO_SOON


@pytest.mark.parametrize(
    "now",
    [
        datetime(1980, 1, 1, tzinfo=UTC),
        EVENING - timedelta(seconds=1),
        EVENING - timedelta(days=2),
        datetime(2099, 12, 31, 23, 59, 58, tzinfo=UTC),
    ],
    ids=["1980", "a second back", "two days back", "2099"],
)
def test_a_clock_that_jumped_is_not_believed(
    desk: Desk, review: ReviewFolder, now: datetime
) -> None:
    assert doubt_at(now, desk, review) is TrashDoubt.CLOCK


@pytest.mark.parametrize("year", [1980, 2099])
def test_a_clock_that_was_wrong_when_photos_were_set_aside_is_not_believed(
    desk: Desk, clock: type[Clock], year: int
) -> None:
    clock.said = datetime(year, 1, 1, tzinfo=UTC)
    review = desk.new_review_folder()
    desk.set_aside(review, "2024/sea.jpg", "2024/sea.xmp", stays="sea.jpg")
    desk.set_aside(review, "2024/cake.jpg", stays="cake.jpg")
    for now in (EVENING + timedelta(days=30), clock.said + timedelta(days=1)):
        assert doubt_at(now, desk, review) is TrashDoubt.CLOCK
    review.close()


def test_a_later_record_shows_that_the_clock_went_back(
    desk: Desk, review: ReviewFolder, clock: type[Clock]
) -> None:
    clock.said = EVENING + timedelta(days=9)
    (desk.photos / "new.txt").write_text("new")
    desk.back_up()
    assert doubt_at(EVENING + timedelta(days=3), desk, review) is TrashDoubt.CLOCK
    assert doubt_at(EVENING + timedelta(days=10), desk, review) is None


@pytest.mark.parametrize("written", ["", "yesterday", "2026-11-22T10:00:00"])
def test_a_moment_that_cannot_be_read_is_not_believed(
    desk: Desk, review: ReviewFolder, written: str
) -> None:
    from dataclasses import replace

    for key, item in review.record.items.items():
        review.record.items[key] = replace(item, set_aside_at=written)
    assert doubt_at(EVENING + timedelta(days=1), desk, review) is TrashDoubt.CLOCK
