"""The chosen words: where an English text has one that is fixed, so has its translation, in any of its forms."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from tests.language.catalog_files import forms, key, messages, po_file, translated
from wizard.places import shared_folder
from wizard.teaching.documents import ROOMS, Section, names, path_of, read

ENDS_IN_A_VOWEL = re.compile(r"(?<=\w{3})[aeo]\Z")
"""What changes in a Spanish word's plural and from a man to a woman: copia, exactas."""

Chosen = tuple[str, str]
"""The English word, and the one of the other language."""


def fixed(code: str) -> Iterator[Chosen]:
    written = (shared_folder("locales") / "glossary.toml").read_text(encoding="utf-8")
    for entry in tomllib.loads(written)["word"]:
        if entry.get("fixed"):
            yield entry["en"], entry[code]


ALL = [(code, chosen) for code in translated() for chosen in fixed(code)]
EACH = pytest.mark.parametrize(
    ("code", "chosen"), ALL, ids=[f"{code}-{chosen[0]}" for code, chosen in ALL]
)


@EACH
def test_a_catalog_uses_the_chosen_word(code: str, chosen: Chosen) -> None:
    english, word = in_english(chosen[0]), in_any_form(chosen[1])
    meant = [each for each in messages(po_file(code)) if english.search(key(each)[1][-1])]
    assert [form for each in meant for form in forms(each) if not word.search(form)] == []


@EACH
def test_lessons_and_guide_use_the_chosen_word(code: str, chosen: Chosen) -> None:
    english, word = in_english(chosen[0]), in_any_form(chosen[1])
    assert [
        place
        for place, source, section in sections(code)
        if english.search(source) and not word.search(section)
    ] == []


def test_every_fixed_word_is_used_somewhere() -> None:
    written = " ".join(source for _place, source, _section in sections("es"))
    written += " ".join(key(each)[1][-1] for each in messages(po_file("es")))
    assert [word for word, _es in fixed("es") if not in_english(word).search(written)] == []


def in_english(word: str) -> re.Pattern[str]:
    """One or many of them, wherever the line ends."""
    return re.compile(r"\b" + spaced(word) + r"(?:s|es)?\b", re.IGNORECASE)


def in_any_form(word: str) -> re.Pattern[str]:
    """The word with other endings; Korean may also be written without the spaces."""
    if re.search("[가-힣]", word):
        return re.compile(spaced(word, r"\s*"))
    stems = (re.escape(ENDS_IN_A_VOWEL.sub("", part)) + r"\w*" for part in word.split())
    return re.compile(r"\b" + r"\s+".join(stems), re.IGNORECASE)


def spaced(word: str, between: str = r"\s+") -> str:
    return between.join(map(re.escape, word.split()))


def sections(code: str) -> Iterator[tuple[str, str, str]]:
    """Of each section of lessons and guide: where it stands, its English text, its translation."""
    for room in ROOMS:
        for name in names(room):
            translation = read(path_of(room, code, name), code)
            for source in read(path_of(room, "en", name), "en").sections:
                if section := translation.section(source.id):
                    yield f"{room}/{code}/{name}#{source.id}", whole(source), whole(section)


def whole(section: Section) -> str:
    return f"{section.heading}\n{section.text}"
