"""How hard the texts are to read, page by page: English, Spanish and Korean by a measure of each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import textstat

from wizard.teaching.documents import ROOMS, Document, names, path_of, read

ENGLISH_GRADE = 6.0
"""Flesch-Kincaid grade, at most."""
SPANISH_EASE = 80.0
"""Fernandez Huerta, at least: easy to read."""
KOREAN_WORDS = 12
"""Words between spaces in one sentence, at most."""
PAGES = [(room, name) for room in ROOMS for name in names(room)]
_STARTS_A_BLOCK = re.compile(r"\s*(#|[-*] |\d+\. |>|\|)")
_MARKS = re.compile(r"^\s*(#+|[-*]|\d+\.|>)\s+|[*`|]|_{4,}")
_ENDS = re.compile(r"[.?!:][”’\"')»*]*$")
_SENTENCES = re.compile(r"(?<=[.?!:])[”’\"')»]*\s+")


def sentences(document: Document) -> list[str]:
    """The text without its marks; a point of a list, a heading and a cell are sentences of their own."""
    found: list[str] = []
    for section in document.sections:
        for block in _blocks(f"{section.heading}\n\n{section.text}"):
            found += [part for part in _SENTENCES.split(block) if re.search(r"\w", part)]
    return found


def _blocks(text: str) -> list[str]:
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line.strip() or _STARTS_A_BLOCK.match(line):
            blocks.append([])
        for cell in line.strip().strip("|").split("|") if line.startswith("|") else [line]:
            blocks[-1].append(_MARKS.sub("", cell).strip())
            if line.startswith("|"):
                blocks.append([])
    joined = (" ".join(" ".join(block).split()) for block in blocks)
    return [text if _ENDS.search(text) else text + "." for text in joined if text]


def words_of(path: Path, language: str) -> str:
    return " ".join(sentences(read(path, language)))


@pytest.mark.parametrize(("room", "name"), PAGES)
def test_english_is_plain(room: str, name: str) -> None:
    textstat.set_lang("en")
    assert textstat.flesch_kincaid_grade(words_of(path_of(room, "en", name), "en")) <= ENGLISH_GRADE


@pytest.mark.parametrize(("room", "name"), PAGES)
def test_spanish_is_easy(room: str, name: str) -> None:
    textstat.set_lang("es")
    assert textstat.fernandez_huerta(words_of(path_of(room, "es", name), "es")) >= SPANISH_EASE


@pytest.mark.parametrize(("room", "name"), PAGES)
def test_korean_sentences_are_short(room: str, name: str) -> None:
    told = sentences(read(path_of(room, "ko", name), "ko"))
    assert [each for each in told if len(each.split()) > KOREAN_WORDS] == []


def test_a_hard_text_is_found_out(tmp_path: Path) -> None:
    hard = tmp_path / "hard.md"
    hard.write_text(
        "# Title {#title}\n\nNotwithstanding considerable heterogeneity, organizational "
        "digitization initiatives necessitate comprehensive documentation.\n",
        encoding="utf-8",
    )
    textstat.set_lang("en")
    assert textstat.flesch_kincaid_grade(words_of(hard, "en")) > ENGLISH_GRADE
    assert len(sentences(read(hard, "en"))) == 2
