"""What is noted of a learner: words from fixed lists, and no way for anything else to get in or to be read."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import file
from wizard.language.catalogs import available
from wizard.problems import NotAnEntry, NotWritable
from wizard.workshop.entry import (
    NO_TIME_NS,
    Amount,
    Entry,
    Minutes,
    Score,
    amount,
    keep_entry,
    minutes,
    read_entry,
    score,
)

ENTRY = Entry("es", Minutes.UP_TO_60, Amount.SOME, Amount.FEW, Amount.FEW, Score.ONE_OR_TWO)
WORDS = {*available(), *Minutes, *Amount, *Score, *(field.name for field in fields(Entry))}


def test_every_entry_that_can_be_written_is_made_of_the_fixed_words() -> None:
    """All of them, one by one: no name, no path, no date and no time fits between."""
    for values in product(available(), Minutes, Amount, Amount, Amount, Score):
        written = Entry(*values).text()
        assert set(re.findall(r'"([^"]*)"', written)) <= WORDS
        assert re.sub(r'"[^"]*"', "", written).strip("{}:, \n") == ""


@given(st.floats(0, 1e6), st.integers(0, 100_000))
def test_every_span_and_every_count_falls_into_a_range(seconds: float, count: int) -> None:
    assert minutes(seconds) in Minutes and amount(count) in Amount and score(count) in Score


def test_the_ranges_begin_where_their_words_say() -> None:
    assert [minutes(60 * each) for each in (0, 30, 31, 60, 61, 90, 91)] == [
        Minutes.UP_TO_30,
        Minutes.UP_TO_30,
        Minutes.UP_TO_60,
        Minutes.UP_TO_60,
        Minutes.UP_TO_90,
        Minutes.UP_TO_90,
        Minutes.MORE,
    ]
    assert [amount(each) for each in (0, 1, 5, 6, 15, 16)] == [
        Amount.NONE,
        Amount.FEW,
        Amount.FEW,
        Amount.SOME,
        Amount.SOME,
        Amount.MANY,
    ]
    assert [score(each) for each in (0, 1, 2, 3)] == [
        Score.NONE_UNIQUE,
        Score.ONE_OR_TWO,
        Score.ONE_OR_TWO,
        Score.MORE,
    ]


def test_the_file_tells_no_time_and_its_name_no_person(tmp_path: Path) -> None:
    one, other = keep_entry(ENTRY, tmp_path / "kept"), keep_entry(ENTRY, tmp_path / "kept")
    for path in (one, other):
        assert path.stat().st_mtime_ns == NO_TIME_NS
        assert re.fullmatch(r"session-[0-9a-f]{16}\.json", path.name)
    assert one.read_bytes() == other.read_bytes() and one.name != other.name
    assert read_entry(one, available()) == ENTRY


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWritable):
        keep_entry(ENTRY, file(tmp_path / "a file") / "kept")


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Rosa"},
        {"minutes": "at 10:30"},
        {"minutes": 45},
        {"language": "Rosa Ana"},
        {"language": ["es"]},
        {"score": None},
    ],
)
def test_whatever_holds_more_or_something_else_is_no_entry(
    tmp_path: Path, changed: dict[str, object]
) -> None:
    held = json.loads(ENTRY.text()) | changed
    with pytest.raises(NotAnEntry):
        read_entry(file(tmp_path / "session-1.json", json.dumps(held)), available())


@pytest.mark.parametrize(
    "contents", [b"", b"[]", b"{}", b"\xff", b'"es"', b"[" * 3000, b" " * 5000]
)
def test_hostile_files_are_no_entries(tmp_path: Path, contents: bytes) -> None:
    with pytest.raises(NotAnEntry):
        read_entry(file(tmp_path / "session-1.json", contents), available())


def test_a_link_is_no_entry(tmp_path: Path) -> None:
    kept = keep_entry(ENTRY, tmp_path / "kept")
    (tmp_path / "session-2.json").symlink_to(kept)
    with pytest.raises(NotAnEntry):
        read_entry(tmp_path / "session-2.json", available())
