"""Many entries as ranges: small groups are not shown, and nothing can be found by subtracting."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import file
from tests.workshop.test_entry import ENTRY
from wizard.language.catalogs import available
from wizard.problems import FolderMissing, NotAFolder
from wizard.workshop.entry import Amount, Entry, Minutes, Score, keep_entry
from wizard.workshop.tally import LEAST, Range, as_range, entries_in, tally

ENGLISH = Entry("en", Minutes.UP_TO_90, Amount.MANY, Amount.NONE, Amount.NONE, Score.NOT_SCORED)


def test_fewer_than_five_people_are_never_shown() -> None:
    assert [as_range(count) for count in range(LEAST)] == [None] * LEAST
    assert as_range(5) == as_range(9) == Range(5, 9)
    assert as_range(10) == Range(10, 14)


def test_a_small_group_within_a_large_one_is_not_shown() -> None:
    counted = tally([ENTRY] * 12 + [ENGLISH] * 4, available())
    assert counted.people == Range(15, 19)
    assert counted.languages == {"en": None, "es": Range(10, 14), "ko": None}
    assert counted.minutes[Minutes.UP_TO_60] == Range(10, 14)
    assert counted.minutes[Minutes.UP_TO_90] is None
    assert counted.scores[Score.NOT_SCORED] is None


@pytest.mark.parametrize("few", range(LEAST))
def test_nobody_can_tell_how_many_are_in_a_group_that_is_not_shown(few: int) -> None:
    """With none to four people who speak English the ranges of the others stay what they are."""
    spanish = [ENTRY] * 10
    shown = tally(spanish + [ENGLISH] * few, available())
    assert shown == tally(spanish, available())


def test_every_answer_has_its_row_also_when_nobody_gave_it() -> None:
    counted = tally([], available())
    assert counted.people is None
    for rows, possible in (
        (counted.languages, available()),
        (counted.minutes, Minutes),
        (counted.groups_seen, Amount),
        (counted.set_aside, Amount),
        (counted.put_back, Amount),
        (counted.scores, Score),
    ):
        assert list(rows) == list(possible)


def test_entries_of_several_sticks_come_together_each_once(tmp_path: Path) -> None:
    one = keep_entry(ENTRY, tmp_path / "one")
    keep_entry(ENGLISH, tmp_path / "other")
    file(tmp_path / "other" / one.name, one.read_bytes())
    bad = file(tmp_path / "other/session-bad.json", "Rosa, 10:30")
    file(tmp_path / "other/holiday.jpg")
    entries, left_out = entries_in([tmp_path / "one", tmp_path / "other"], available())
    assert sorted(entry.language for entry in entries) == ["en", "es"]
    assert left_out == [bad]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        entries_in([tmp_path / "none"], available())
    with pytest.raises(NotAFolder):
        entries_in([file(tmp_path / "a file")], available())
