"""The time left is said when it can be believed, and then it is near the truth."""

from __future__ import annotations

import gc

import pytest

from wizard.long_work import Pace, Progress, lasting, settle

GIGABYTE = 10**9


def told(seconds_per_percent: list[float]) -> list[tuple[float, float | None]]:
    """After each percent: the seconds that are truly left, and those that are told."""
    whole, now = sum(seconds_per_percent), 0.0
    pace, said = Pace(0.0), []
    pace.seconds_left(Progress(0, 100, 0, GIGABYTE), now)
    for percent, seconds in enumerate(seconds_per_percent, 1):
        now += seconds
        progress = Progress(percent, 100, percent * GIGABYTE // 100, GIGABYTE)
        said.append((whole - now, pace.seconds_left(progress, now)))
    return said


def test_at_a_steady_pace_it_is_right() -> None:
    for true, seconds in told([1.0] * 100)[10:]:
        assert seconds is not None and abs(seconds - true) <= 0.03 * true + 0.1


def test_nothing_is_said_in_the_first_ten_seconds() -> None:
    assert all(seconds is None for _true, seconds in told([0.9] * 11))


def test_a_stick_that_becomes_slow_is_believed_slow() -> None:
    later = told([0.2] * 20 + [2.0] * 80)[50:99]
    assert all(seconds is not None for _true, seconds in later)
    assert all(seconds and abs(seconds - true) <= 0.3 * true for true, seconds in later)


def test_while_the_pace_changes_nothing_is_said() -> None:
    just_slowed_down = told([1.0] * 40 + [8.0] * 4 + [1.0] * 56)[42]
    assert just_slowed_down[1] is None


def test_a_drive_that_stands_still_has_no_time_left_to_tell() -> None:
    pace = Pace(0.0)
    pace.seconds_left(Progress(0, 10, 0, 10), 0.0)
    assert pace.seconds_left(Progress(5, 10, 5, 10), 20.0) is not None
    for second in range(21, 200):
        said = pace.seconds_left(Progress(5, 10, 5, 10), float(second))
    assert said is None


def test_the_collector_waits_while_much_is_made_and_goes_on_after_an_error() -> None:
    with pytest.raises(OSError), lasting():
        assert not gc.isenabled()
        raise OSError
    assert gc.isenabled()


def test_what_is_settled_is_not_looked_through_again() -> None:
    known = [[number] for number in range(1000)]
    settle()
    try:
        assert not any(each is known for each in gc.get_objects())
    finally:
        gc.unfreeze()
