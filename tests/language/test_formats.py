"""Numbers, sizes, percents, dates and spans as each language writes them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.language.catalogs import available, speaking
from wizard.language.formats import day, duration, listed, moment, number, percent, size

ALL = pytest.mark.parametrize("code", available())


@pytest.fixture
def evening_in_los_angeles(monkeypatch: pytest.MonkeyPatch) -> None:
    """This computer's clock stands eight hours behind UTC."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system does not let a program change its own time zone")
    monkeypatch.setenv("TZ", "PST8")
    time.tzset()


@pytest.fixture(autouse=True)
def own_time_zone_again() -> object:
    yield
    if hasattr(time, "tzset"):
        time.tzset()


@ALL
@pytest.mark.parametrize(
    ("value", "shown"),
    [(89.6, "89"), (90.6, "90"), (98.4, "98"), (99.9, "99"), (100.0, "100")],
)
def test_a_percent_is_cut_and_never_rounded(code: str, value: float, shown: str) -> None:
    with speaking(code):
        assert percent(value).removesuffix("%").rstrip() == shown


@pytest.mark.parametrize(("code", "shown"), [("en", "90%"), ("es", "90%"), ("ko", "90%")])
def test_a_percent_is_written_as_in_each_language(code: str, shown: str) -> None:
    with speaking(code):
        assert percent(90.6) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [("en", "sea, cake, and dog"), ("es", "sea, cake y dog"), ("ko", "sea, cake 및 dog")],
)
def test_a_list_is_told_as_in_each_language(code: str, shown: str) -> None:
    with speaking(code):
        assert listed(["sea", "cake", "dog"]) == shown


@given(st.floats(0, 100, exclude_max=True))
def test_a_hundred_percent_is_said_of_a_hundred_alone(value: float) -> None:
    assert percent(value) != "100%"
    assert int(percent(value).removesuffix("%")) <= value


@ALL
@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "0 KB"),
        (1, "1 KB"),
        (999, "1 KB"),
        (1_400, "1 KB"),
        (999_499, "999 KB"),
        (999_600, "1.0 MB"),
        (999_999, "1.0 MB"),
        (2_449_000, "2.4 MB"),
        (999_949_999, "999.9 MB"),
        (999_950_000, "1.0 GB"),
        (64_000_000_000, "64.0 GB"),
        (1_500_000_000_000, "1.5 TB"),
        (2_000_000_000_000_000, "2,000.0 TB"),
    ],
)
def test_a_size_has_one_decimal_from_a_megabyte_on(code: str, count: int, shown: str) -> None:
    with speaking(code):
        assert size(count) == shown


@ALL
def test_thousands_are_told_apart_by_a_comma(code: str) -> None:
    with speaking(code):
        assert number(1_234_567) == "1,234,567"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("en", "November 22, 2026"),
        ("es", "22 de noviembre de 2026"),
        ("ko", "2026년 11월 22일"),
    ],
)
def test_a_day_is_written_out(code: str, shown: str) -> None:
    with speaking(code):
        assert day("2026-11-22") == shown
        assert day("2026-11-22T15:04:05") == shown


@pytest.mark.usefixtures("evening_in_los_angeles")
def test_an_evening_belongs_to_its_own_day_and_not_to_tomorrow_in_utc() -> None:
    assert day("2026-11-23T03:00:00+00:00") == "November 22, 2026"
    assert "7:00" in moment("2026-11-23T03:00:00+00:00")


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("en", ("Nov 22, 2026", "3:04:05 PM")),
        ("es", ("22 nov 2026", "3:04:05 p.m.")),
        ("ko", ("2026년 11월 22일", "오후 3:04:05")),
    ],
)
def test_a_moment_is_told_as_people_of_that_language_tell_it(
    code: str, shown: tuple[str, str]
) -> None:
    with speaking(code):
        told = moment("2026-11-22T15:04:05.25")
    assert told.startswith(shown[0])
    assert told.replace(". m.", ".m.").endswith(shown[1])


@ALL
@pytest.mark.parametrize("hour", [0, 3, 11, 12, 15, 23])
def test_only_plain_spaces_reach_the_screen(code: str, hour: int) -> None:
    with speaking(code):
        told = moment(f"2026-11-22T{hour:02}:04:05") + day("2026-11-22") + size(123_456_789_000)
    assert not {"\u202f", "\u00a0", "\u2009"} & set(told)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "10 seconds"),
        (31, "40 seconds"),
        (49, "50 seconds"),
        (51, "1 minute"),
        (61, "2 minutes"),
        (99 * 60, "99 minutes"),
        (100 * 60, "2 hours"),
        (5 * 3600 + 1, "6 hours"),
    ],
)
def test_a_span_is_rounded_up_to_what_a_person_would_say(seconds: float, shown: str) -> None:
    assert duration(seconds) == shown


@ALL
@given(seconds=st.floats(0, 10**6))
def test_a_span_never_promises_too_little(code: str, seconds: float) -> None:
    with speaking(code):
        digits = "".join(letter for letter in duration(seconds) if letter.isdigit())
    assert int(digits) > 0
