"""The handouts in a real browser: nothing that shuts anybody out, and whole sheets on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser import print_page, violations
from tests.browsing import Visit, chromium
from tests.making import file
from wizard.language.catalogs import FORMAT_LOCALES, available
from wizard.teaching.handouts import make_handouts

PAPERS = {"A4": (595, 842), "letter": (612, 792)}
"""Points."""
ALONE = list(FORMAT_LOCALES)
WINDOWS = {"phone": 390, "laptop": 1000}
"""Columns of dots."""
RUNS_OFF = """() => ["plain", "large print"].filter((print) => {
  const large = document.getElementById("large-print");
  if (large.checked !== (print === "large print")) large.click();
  if (large.checked !== (print === "large print")) throw new Error("no large print");
  return document.documentElement.scrollWidth > window.innerWidth;
})"""
IS_A_SHEET = '<body class="sheet '
HEAD = '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="../style.css"><body class="sheet">'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of all languages."""
    folder = tmp_path_factory.mktemp("handouts") / "site"
    make_handouts(folder, available())
    return folder


@pytest.fixture(scope="module")
def pages(site: Path, full: bool) -> list[Path]:
    """All of them; every day each one alone in one language and beside English in one, the next in the next."""
    if full:
        return sorted(site.glob("*/*.html"))
    beside = [f"{code}-en" for code in ALONE if code != "en"]
    names = sorted(page.name for page in (site / "en").glob("*.html"))
    return [
        site / folders[number % len(folders)] / name
        for folders in (ALONE, beside)
        for number, name in enumerate(names)
    ]


def test_axe_finds_nothing_on_any_page(site: Path, pages: list[Path], tmp_path: Path) -> None:
    found = violations(site, tmp_path, [site / "index.html", *pages])
    assert {page: told for page, told in found.items() if told} == {}


def test_dark_pages_have_the_contrast_of_light_ones(site: Path, tmp_path: Path, full: bool) -> None:
    """Of all pages alike but for their colours, every day each third."""
    english = sorted((site / "en").glob("*.html"))
    found = violations(site, tmp_path, english if full else english[::3], dark=True)
    assert {page: told for page, told in found.items() if told} == {}


def test_nothing_runs_off_the_side_even_in_large_print(site: Path, pages: list[Path]) -> None:
    """A line that runs off the side is lost on paper. Each page is opened once, in a window that changes."""
    too_wide = []
    with chromium() as browser:
        visit = Visit(browser, site / "index.html")
        for page in pages:
            visit.page.goto(page.as_uri())
            for window, width in WINDOWS.items():
                visit.widen(width)
                for print_ in visit.page.evaluate(RUNS_OFF):
                    too_wide.append((page.relative_to(site).as_posix(), window, print_))
    assert too_wide == []


def test_axe_finds_what_is_wrong(tmp_path: Path) -> None:
    bad = '<!doctype html><html lang="en"><head><title>t</title></head><body><img src="a.png"></body></html>'
    bad_page = file(tmp_path / "site" / "bad.html", bad)
    file(tmp_path / "site" / "style.css")
    found = violations(tmp_path / "site", tmp_path, [bad_page])["bad.html"]
    assert "image-alt" in {told[0] for told in found}


@pytest.mark.parametrize("paper", PAPERS)
def test_every_sheet_is_one_page_of_paper(site: Path, tmp_path: Path, paper: str) -> None:
    style = (site / "style.css").read_text(encoding="utf-8")
    file(tmp_path / "style.css", style.replace("@page {", f"@page {{ size: {paper};"))
    pages = (page for code in FORMAT_LOCALES for page in sorted((site / code).glob("*.html")))
    sheets = [page for page in pages if IS_A_SHEET in page.read_text(encoding="utf-8")]
    assert len(sheets) >= 4 * len(FORMAT_LOCALES)
    together = file(tmp_path / "en" / "all.html", HEAD + "".join(map(printed, sheets)))
    pdf = tmp_path / "all.pdf"
    print_page(together, pdf, tmp_path)
    assert page_sizes(pdf) == [PAPERS[paper]] * len(sheets), [page.name for page in sheets]


def printed(page: Path) -> str:
    """What is printed of a page, to stand before others: one start of Chromium instead of twelve."""
    written = page.read_text(encoding="utf-8")
    lang = re.search(r'<html lang="(\w+)"', written)
    assert lang is not None
    main = written[written.index("<main") : written.index("</body>")]
    return f'<div lang="{lang[1]}" style="break-after: page">{main}</div>'


def page_sizes(pdf: Path) -> list[tuple[int, int]]:
    """Width and height of every page, in points."""
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes())
    return [(round(float(width)), round(float(height))) for width, height in boxes]
