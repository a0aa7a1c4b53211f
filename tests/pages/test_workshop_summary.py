"""The page for the library's report: ranges in three languages, and why small numbers are missing."""

from __future__ import annotations

import re

import pytest

from tests.workshop.test_entry import ENTRY
from wizard.language.catalogs import available, speaking
from wizard.pages.workshop_summary import summary_page, summary_text
from wizard.workshop.tally import tally


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_the_page_and_the_text_hold_the_same_ranges(code: str) -> None:
    counted = tally([ENTRY] * 7, available())
    with speaking(code):
        shown, text = summary_page(counted), summary_text(counted)
    assert f'lang="{code}"' in shown
    tags_off = re.sub(r"<[^>]+>", " ", shown)
    for words in ("Español", "5", "9"):
        assert words in tags_off and words in text
    assert "7" not in text  # the true count is in no sentence


@pytest.mark.parametrize("people", [0, 1, 4])
def test_of_fewer_than_five_people_no_number_is_shown(people: int) -> None:
    counted = tally([ENTRY] * people, available())
    assert "<table" not in summary_page(counted)
    assert "Fewer than 5 people" in summary_text(counted)
    assert summary_text(counted) == summary_text(tally([], available()))
