"""Languages in step: what is missing or stale is named, stamped by one command, and told to the reader."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.teaching.texts import use_texts_of, write_lesson
from wizard.language.catalogs import FORMAT_LOCALES, speaking
from wizard.teaching import __main__ as command
from wizard.teaching.checks import LINK, troubles
from wizard.teaching.documents import ROOMS, Document, names, path_of, read
from wizard.teaching.handouts import make_handouts
from wizard.teaching.lessons import lesson, stale_note
from wizard.teaching.stamps import Lag, behind, stamp

TRANSLATED = [code for code in FORMAT_LOCALES if code != "en"]
EVERY_FILE = [(room, name) for room in ROOMS for name in names(room)]
STEP = re.compile(r"^\d+\. ", re.MULTILINE)
ANSWER = re.compile(r"\n\n> ")
NAME = "03-made-up"


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One lesson in English and in Spanish, stamped."""
    use_texts_of(tmp_path, monkeypatch)
    write_lesson(tmp_path, "en", NAME)
    (tmp_path / "facilitator_guide").mkdir()
    stamp(write_lesson(tmp_path, "es", NAME, do="Una frase."))
    return tmp_path


def test_nothing_is_missing_and_nothing_is_stale() -> None:
    told = [f"{each.path}:{each.line} #{each.section} {each.lag}" for each in behind(TRANSLATED)]
    assert told == [], "read these against the English text, then: python -m wizard.teaching stamp"


@pytest.mark.parametrize("code", TRANSLATED)
@pytest.mark.parametrize(("room", "name"), EVERY_FILE)
def test_a_translation_has_the_same_parts_in_the_same_order(
    room: str, name: str, code: str
) -> None:
    english = read(path_of(room, "en", name), "en")
    translated = read(path_of(room, code, name), code)
    assert shape(translated) == shape(english)


def shape(document: Document) -> list[tuple[str, int, int, int, int]]:
    """Of each section: its id, its rank, its numbered steps, its pictures, its answers to exercises."""
    return [
        (
            section.id,
            section.rank,
            len(STEP.findall(section.text)),
            sum(bool(picture) for picture, _words, _link in LINK.findall(section.text)),
            len(ANSWER.findall(section.text)),
        )
        for section in document.sections
    ]


@pytest.mark.parametrize("code", FORMAT_LOCALES)
@pytest.mark.parametrize(("room", "name"), EVERY_FILE)
def test_nothing_is_wrong_with_any_text(room: str, name: str, code: str) -> None:
    english = read(path_of(room, "en", name), "en")
    source = english if code != "en" else None
    assert list(troubles(read(path_of(room, code, name), code), source)) == []


@pytest.mark.parametrize(("room", "name"), [each for each in EVERY_FILE if each[0] == ROOMS[1]])
@pytest.mark.parametrize("code", FORMAT_LOCALES)
def test_the_minutes_of_an_agenda_add_up(room: str, name: str, code: str) -> None:
    document = read(path_of(room, code, name), code)
    for section in document.sections:
        rows = re.findall(r"^\| *(\d+) *\|", section.text, re.MULTILINE)
        if section.id == "agenda" and "minutes" in document.facts:
            assert sum(map(int, rows)) == int(document.facts["minutes"])


def test_a_changed_english_sentence_makes_its_own_section_stale(texts: Path) -> None:
    assert list(behind()) == []
    write_lesson(texts, "en", NAME, do="Another sentence.")
    assert [(each.section, each.lag) for each in behind()] == [("do", Lag.STALE)]


def test_a_line_that_is_wrapped_anew_makes_nothing_stale(texts: Path) -> None:
    write_lesson(texts, "en", NAME, do="A\nsentence.")
    assert list(behind()) == []


def test_a_section_and_a_file_that_are_missing_are_named(texts: Path) -> None:
    translated = path_of("lessons", "es", NAME + ".md")
    written = translated.read_text(encoding="utf-8")
    translated.write_text(written.replace("{#check}", ""), encoding="utf-8")
    write_lesson(texts, "en", "04-new")
    lags = {(each.path.name, each.section, each.lag) for each in behind()}
    assert lags == {
        (NAME + ".md", "check", Lag.SECTION_MISSING),
        ("04-new.md", "", Lag.FILE_MISSING),
    }


def test_stamping_one_section_leaves_the_others_stale(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(texts, "en", NAME, do="Another.", check="Another.")
    translated = path_of("lessons", "es", NAME + ".md")
    assert command.main(["stamp", f"{translated}#do"]) == 0
    assert [each.section for each in behind()] == ["check"]
    assert command.main([]) == 1
    assert "#check" in capsys.readouterr().out


def test_stamping_everything_is_one_command_and_changes_only_front_matter(texts: Path) -> None:
    translated = path_of("lessons", "es", NAME + ".md")
    before = translated.read_text(encoding="utf-8").rpartition("---\n")[2]
    write_lesson(texts, "en", NAME, do="Another.", check="Another.")
    assert command.main(["stamp", "--all"]) == 0
    assert command.main([]) == 0
    assert translated.read_text(encoding="utf-8").rpartition("---\n")[2] == before
    assert translated.read_text(encoding="utf-8").count("source_stamps:") == 1


def test_what_is_no_translation_is_not_stamped(texts: Path) -> None:
    english = path_of("lessons", "en", NAME + ".md")
    before = english.read_bytes()
    assert command.main(["stamp", str(english)]) == 2
    assert english.read_bytes() == before


def test_the_reader_is_told_on_the_page_and_beside_the_step(texts: Path, tmp_path: Path) -> None:
    note = stale_note("es")
    assert note not in lesson(NAME, "es").text
    write_lesson(texts, "en", NAME, do="Another sentence.")
    assert lesson(NAME, "es").text.count(note) == 1
    make_handouts(tmp_path / "site", ["es"])
    for page in ("es", "es-en"):
        html = (tmp_path / "site" / page / f"{NAME}.html").read_text(encoding="utf-8")
        assert html.count(note) == 1
        assert html.index('id="do"') < html.index(note) < html.index('id="check"')


def test_the_note_is_said_in_the_language_of_the_page() -> None:
    notes = {stale_note(code) for code in FORMAT_LOCALES}
    assert len(notes) == len(FORMAT_LOCALES)
    with speaking("ko"):
        assert stale_note("es") != stale_note("ko")


def test_the_folder_of_a_fourth_language_is_asked_for_everything(texts: Path) -> None:
    shutil.copytree(texts / "lessons" / "en", texts / "lessons" / "vi")
    assert {each.lag for each in behind(["vi"])} == {Lag.STALE}
