"""The handouts: all that was promised is on the pages, nothing else is written, nothing is fetched."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.making import file, files_in, snapshot, untouched
from wizard.cli import main
from wizard.language.catalogs import FORMAT_LOCALES, available, speaking
from wizard.pages.letter import letter
from wizard.problems import FolderNotEmpty
from wizard.teaching.handouts import make_handouts
from wizard.teaching.recovery import checked_line, recovery_windows
from wizard.teaching.stamps import translated_files

MEGABYTES, SECONDS = 5, 10


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(page: Path) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of all languages."""
    folder = tmp_path_factory.mktemp("handouts") / "site"
    make_handouts(folder, available())
    return folder


def pages(site: Path) -> Iterator[Path]:
    yield from sorted(site.rglob("*.html"))


def test_every_language_has_every_page_alone_and_beside_english(site: Path) -> None:
    wanted = {path.name for path in (site / "en").iterdir()}
    assert {"04-inspect.html", "glossary.html", "family-agreement.html"} <= wanted
    assert any(name.startswith("guide-") for name in wanted)
    for folder in ("es", "ko", "es-en", "ko-en"):
        assert {path.name for path in (site / folder).iterdir()} == wanted


def test_every_link_leads_somewhere_and_nothing_is_fetched(site: Path) -> None:
    for page in pages(site):
        for tag, attributes in tags(page):
            assert tag not in ("script", "iframe", "object", "form", "base"), page
            assert not [name for name in attributes if name.startswith("on")], page
            link = attributes.get("href") or attributes.get("src") or "#"
            if link.startswith("https://") and tag == "a":
                continue
            target, _hash, section = link.partition("#")
            led_to = (page.parent / target).resolve() if target else page
            assert led_to.is_file(), (page, link)
            if section:
                assert f'id="{section}"' in led_to.read_text(encoding="utf-8"), (page, link)


def test_the_style_fetches_nothing(site: Path) -> None:
    style = (site / "style.css").read_text(encoding="utf-8")
    assert "url(" not in style and "@import" not in style


def test_every_page_says_its_language_and_every_picture_is_described(site: Path) -> None:
    for page in pages(site):
        found = tags(page)
        assert found[0][0] == "html" and found[0][1]["lang"] in FORMAT_LOCALES
        for tag, attributes in found:
            assert tag != "img" or attributes["alt"], page


def test_two_languages_stand_side_by_side_by_section(site: Path) -> None:
    written = (site / "ko-en" / "04-inspect.html").read_text(encoding="utf-8")
    for section in ("title", "questions", "do", "words"):
        pair = re.search(rf'<section class="pair" id="{section}">(.*?)</section>', written, re.S)
        assert pair is not None
        assert re.findall(r'<div lang="(\w+)">', pair[1]) == ["ko", "en"]


def test_the_first_page_offers_each_language_in_its_own_words(site: Path) -> None:
    written = (site / "index.html").read_text(encoding="utf-8")
    assert all(name in written for name in ("English", "Español", "한국어"))


def test_every_step_and_every_question_leads_to_its_lesson(site: Path) -> None:
    for code in ("en", "es", "ko"):
        written = (site / code / "index.html").read_text(encoding="utf-8")
        steps = written[written.index('id="steps"') : written.index('id="sheets"')]
        assert len(re.findall("<li>", steps)) == 7
        questions = written[written.index('id="by-question"') :]
        assert len(re.findall("<li>", questions)) >= 30


@pytest.mark.parametrize("code", list(FORMAT_LOCALES))
def test_recovery_windows_are_told_with_the_day_they_were_read_and_how_sure(
    site: Path, code: str
) -> None:
    with speaking(code):
        told = checked_line()
        services = {window.service for window in recovery_windows()}
    for page in ("06-already-lost-photos.html", "recovery-windows.html"):
        written = (site / code / page).read_text(encoding="utf-8")
        assert told in written
        assert all(service in written for service in services)
        assert all(window.source in written for window in recovery_windows())


@pytest.mark.parametrize("code", list(FORMAT_LOCALES))
def test_the_letter_is_there_word_for_word(site: Path, code: str) -> None:
    written = (site / code / "letter-to-support.html").read_text(encoding="utf-8")
    with speaking(code):
        for line in letter().splitlines():
            assert line.replace("'", "&#x27;") in written


@pytest.mark.parametrize("code", list(FORMAT_LOCALES))
def test_a_sheet_has_gaps_to_fill_that_are_named_and_never_sent(site: Path, code: str) -> None:
    for page, gaps in (("certificate.html", 4), ("family-agreement.html", 10)):
        found = [each for tag, each in tags(site / code / page) if tag == "input"]
        blanks = [each for each in found if each.get("class") == "blank"]
        assert len(blanks) == gaps
        assert all(each["aria-label"] and each["autocomplete"] == "off" for each in blanks)
        assert "____" not in (site / code / page).read_text(encoding="utf-8")


def test_the_pages_are_small_and_made_quickly(tmp_path: Path) -> None:
    started = time.process_time()
    made = make_handouts(tmp_path / "site", available())
    assert time.process_time() - started < SECONDS
    assert sum(len(contents) for contents in files_in(tmp_path / "site").values()) < MEGABYTES * 1e6
    assert made.pages == len(list(pages(tmp_path / "site")))


def test_made_again_the_pages_are_the_same(site: Path) -> None:
    before = files_in(site)
    assert make_handouts(site, available()).left_alone == ()
    assert files_in(site) == before


def test_pages_that_are_no_longer_wanted_go(tmp_path: Path) -> None:
    make_handouts(tmp_path / "site", available())
    make_handouts(tmp_path / "site", ["ko"])
    folders = {path.name for path in (tmp_path / "site").iterdir() if any(path.glob("*.html"))}
    assert folders == {"ko", "ko-en"}


def test_a_folder_with_anything_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file(tmp_path / "mine" / "photo.jpg")
    with untouched(tmp_path / "mine"):
        assert main(["handouts", str(tmp_path / "mine")]) == 1
        with pytest.raises(FolderNotEmpty):
            make_handouts(tmp_path / "mine", ["en"])
    assert str(tmp_path / "mine") in capsys.readouterr().err


def test_what_somebody_wrote_into_the_folder_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    make_handouts(site, ["en"])
    changed = file(site / "en" / "04-inspect.html", "my own words")
    added = file(site / "en" / "notes.txt", "my notes")
    assert main(["handouts", "--lang", "en", str(site)]) == 1
    assert changed.read_text() == "my own words" and added.read_text() == "my notes"
    assert str(changed) in capsys.readouterr().err
    make_handouts(site, ["ko"])
    assert changed.exists() and added.exists()


def test_a_link_in_the_folder_is_not_followed_out_of_it(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    mine = file(elsewhere / "04-inspect.html", "mine")
    make_handouts(site, ["es"])
    (site / "en").symlink_to(elsewhere, target_is_directory=True)
    (site / "ko").mkdir()
    (site / "ko" / "04-inspect.html").symlink_to(mine)
    with untouched(elsewhere):
        made = make_handouts(site, ["en", "ko"])
    assert site / "ko" / "04-inspect.html" in made.left_alone
    assert site / "en" / "04-inspect.html" in made.left_alone


def test_nothing_is_written_beside_the_folder_or_into_the_texts(tmp_path: Path) -> None:
    texts = translated_files()[0].parents[1]
    before = snapshot(texts)
    assert main(["handouts", str(tmp_path / "site")]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert snapshot(texts) == before


def test_markdown_is_read_by_nobody_who_makes_no_handouts() -> None:
    code = "import sys, wizard.cli; print('markdown' in sys.modules, 'wizard.teaching.handouts' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split()[0] == "False"
