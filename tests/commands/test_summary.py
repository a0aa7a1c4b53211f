"""From a learner's yes to the page for the report: nothing is noted without it, and nothing personal with it."""

from __future__ import annotations

import getpass
import re
from datetime import datetime
from pathlib import Path

import pytest

from tests.commands.running import call, run
from tests.drawn_once import FEW, lay_drawn
from tests.making import file, files_in
from tests.plain.test_whole_way import through_a_pipe
from tests.steps.walking import at, press, until, until_said, wizard
from tests.workshop.test_entry import ENTRY
from wizard.journey import StepName
from wizard.language.catalogs import available
from wizard.places import within
from wizard.workshop.entry import Amount, Score, keep_entry, read_entry

TO_INSPECT = ["1", "1", "1", "1", "1"]
SET_COPIES_ASIDE_AND_LEAVE = ["2", "7", "1"]


def practise(tmp_path: Path, code: str, *answers: str) -> Path:
    """A whole practice whose facilitator collects; the answers are those at the end."""
    kept = tmp_path / "stick/counted"
    language = str(available().index(code) + 1)
    way = [language, *TO_INSPECT, *SET_COPIES_ASIDE_AND_LEAVE, *answers]
    through_a_pipe("practice", tmp_path / "room of Rosa", "--summary", kept, answers=way, sets=FEW)
    return kept


@pytest.mark.parametrize("answers", [[], ["7", "1"], ["7"]])
def test_without_a_yes_nothing_is_noted(tmp_path: Path, answers: list[str]) -> None:
    assert not practise(tmp_path, "en", *answers, "4").exists()


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_a_yes_notes_ranges_and_nothing_of_the_person(tmp_path: Path, code: str) -> None:
    kept = practise(tmp_path, code, "7", "2", "4")
    (entry,) = kept.iterdir()
    read = read_entry(entry, available())
    assert (read.language, read.set_aside) == (code, Amount.FEW)
    assert (read.put_back, read.score) == (Amount.NONE, Score.NONE_UNIQUE)
    now = datetime.now()
    held = entry.name + entry.read_text(encoding="utf-8")
    for secret in ("Rosa", "room", "IMG", ".jpg", getpass.getuser(), str(now.year), f"{now:%H:}"):
        assert secret not in held
    assert {path.name for path in kept.parent.rglob("*")} == {"counted", entry.name}


def test_nobody_is_asked_twice_and_nobody_where_the_facilitator_does_not_collect(
    tmp_path: Path,
) -> None:
    kept = practise(tmp_path, "en", "7", "2", "7", "2", "4")
    assert len(list(kept.iterdir())) == 1
    said = through_a_pipe("practice", tmp_path / "room", "--step", "7", "--lang", "en", answers=[])
    assert "Help the library count" not in said


async def test_on_the_screen_no_is_what_enter_means_and_every_word_is_shown_before(
    tmp_path: Path,
) -> None:
    lay_drawn(within(tmp_path))
    kept = tmp_path / "counted"
    async with wizard(tmp_path, practice=True, summary=kept) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        walker.app.begin_practice(StepName.FINISH)  # type: ignore[attr-defined]
        await until(walker, lambda: at(walker, StepName.FINISH))
        await press(walker, "7")
        await until_said(walker, "This is all. No name, no photo, no file name")
        await until_said(walker, "not scored")
        await press(walker, "enter")
        await until_said(walker, "This is your receipt.")
        assert not kept.exists()
        await press(walker, "7", "2")
        await until_said(walker, "Thank you. Those lines were noted, and nothing else.")
    (entry,) = kept.iterdir()
    assert read_entry(entry, available()).score is Score.NOT_SCORED


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_the_page_is_there_in_every_language_and_holds_nothing_of_a_file(
    tmp_path: Path, code: str
) -> None:
    names = [keep_entry(ENTRY, tmp_path / "counted").stem for _person in range(6)]
    ran = call("summary", tmp_path / "counted", "--lang", code)
    assert ran.code == 0
    pages = {
        name: text.decode("utf-8")
        for name, text in files_in(tmp_path / "counted").items()
        if name.startswith("workshop-summary")
    }
    assert set(pages) == {
        f"workshop-summary.{each}{ending}" for each in available() for ending in (".html", ".txt")
    }
    for name, text in pages.items():
        assert name in ran.out
        assert not any(stem in text for stem in names) and str(tmp_path) not in text
        assert not re.search(r"\d\d:\d\d", text)


def test_a_file_that_is_no_entry_is_named_and_the_others_are_counted(tmp_path: Path) -> None:
    for _person in range(5):
        keep_entry(ENTRY, tmp_path / "counted")
    file(tmp_path / "counted/session-notes.json", "Rosa came at 10:30")
    ran = run("summary", tmp_path / "counted", "--lang", "en")
    assert ran.code == 1 and "session-notes.json" in ran.err
    text = (tmp_path / "counted/workshop-summary.en.txt").read_text(encoding="utf-8")
    assert "5 to 9" in text and "Rosa" not in text


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    ran = call("summary", tmp_path / "none", "--lang", "en")
    assert ran.code == 2 and "none" in ran.err
