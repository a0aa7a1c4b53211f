"""The receipt in a real browser: readable by everybody, and whole sheets on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import OF_ITS_OWN, Visit
from tests.making import file
from tests.pages.test_receipt import with_pictures
from tests.workshop.test_entry import ENTRY
from wizard.language.catalogs import FORMAT_LOCALES, available, speaking
from wizard.pages.receipt import receipt_page
from wizard.pages.workshop_summary import summary_page
from wizard.workshop.tally import tally

WORDS_ON_TWO_LINES = """() => {
  let words = 0, cut = [];
  for (const paragraph of document.querySelectorAll("p, td")) for (const text of paragraph.childNodes)
    for (const word of (text.data || "").matchAll(/[가-힣.,]+/g)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      words += 1;
      if (range.getClientRects().length > 1) cut.push(word[0]);
    }
  return [words, cut];
}"""


def saved(folder: Path, code: str) -> Path:
    """The receipt of two photos, with everything else that can be on one, as a file."""
    with speaking(code):
        written = receipt_page(with_pictures(folder))
    return file(folder / "receipt.html", written)


@pytest.mark.parametrize("code", FORMAT_LOCALES)
def test_axe_finds_nothing_that_shuts_anybody_out(
    browser: Browser, tmp_path: Path, code: str
) -> None:
    visit = Visit(browser, saved(tmp_path, code), 360, bypass_csp=True)
    assert visit.broken_rules("light") == []
    assert visit.broken_rules("dark") == []


@pytest.mark.parametrize(("paper", "points"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_a_short_receipt_fits_two_sheets_of_paper(
    browser: Browser, tmp_path: Path, paper: str, points: tuple[int, int]
) -> None:
    visit = Visit(browser, saved(tmp_path, "es"))
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", visit.page.pdf(format=paper))
    assert 1 <= len(boxes) <= 2
    for box in boxes:
        assert tuple(map(float, box)) == pytest.approx(points, abs=1.5)


@pytest.mark.parametrize("code", FORMAT_LOCALES)
def test_the_workshop_summary_fits_a_telephone(browser: Browser, tmp_path: Path, code: str) -> None:
    with speaking(code):
        written = summary_page(tally([ENTRY] * 7, available()))
    visit = Visit(browser, file(tmp_path / "summary.html", written), 360)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_names_under_a_pair_begin_on_one_line_though_one_picture_is_gone(
    browser: Browser, tmp_path: Path
) -> None:
    visit = Visit(browser, saved(tmp_path, "es"))
    gone = visit.page.locator(".pair:has(figure > p) figcaption").all()
    tops = {box["y"] for each in gone if (box := each.bounding_box())}
    assert len(gone) == 2 and len(tops) == 1


def test_it_asks_for_nothing_and_fits_a_telephone(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, saved(tmp_path, "ko"), 360, **OF_ITS_OWN)
    asked = [each for each in visit.requests if not each.startswith("data:")]
    assert asked == [(tmp_path / "receipt.html").as_uri()]
    assert visit.complaints == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_no_korean_word_is_cut_at_the_end_of_a_line(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, saved(tmp_path, "ko"), 360)
    words, cut = visit.page.evaluate(WORDS_ON_TWO_LINES)
    assert words > 50
    assert cut == []
