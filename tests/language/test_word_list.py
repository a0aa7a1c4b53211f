"""The words: the ones chosen, none of the avoided ones, one way of speaking to people in each language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.language.catalog_files import texts
from wizard.language.catalogs import FORMAT_LOCALES, available
from wizard.places import shared_folder

PARTICLES = "은 는 이 가 을 를 와 과 로 으로 의 에 에서 에게 께 도 만 부터 까지 이나 나 이랑 랑 하고 보다 처럼 마다 이에요 예요"
AFTER_A_PLACEHOLDER = re.compile(r"\}[”’»\"')]*(?:" + "|".join(PARTICLES.split()) + r")(?![가-힣])")
"""은 or 는 depends on the sound before it, which nobody knows of a file's name."""
HANGUL_AT_THE_END = re.compile(r"[가-힣]\Z")


def avoided() -> Iterator[tuple[str, str]]:
    """Language and word."""
    written = (shared_folder("locales") / "glossary.toml").read_text(encoding="utf-8")
    for entry in tomllib.loads(written)["word"]:
        for code, words in entry.get("avoid", {}).items():
            yield from ((code, word) for word in words)


def pages(code: str) -> list[Path]:
    """The lessons and the guide in this language."""
    folders = (shared_folder(name) / code for name in ("lessons", "facilitator_guide"))
    return sorted(page for folder in folders for page in folder.rglob("*.md"))


def uses(text: str, word: str) -> bool:
    """True when a text uses a word in any of its forms; Korean joins words to what follows."""
    boundary = "" if HANGUL_AT_THE_END.search(word) else r"\b"
    return re.search(boundary + re.escape(word), text, re.IGNORECASE) is not None


def test_the_word_list_has_every_language_for_every_word() -> None:
    written = (shared_folder("locales") / "glossary.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(written)["word"]
    assert len(entries) > 50
    assert all(entry[code] for entry in entries for code in FORMAT_LOCALES)


@pytest.mark.parametrize(("code", "word"), list(avoided()))
def test_an_avoided_word_is_not_said(code: str, word: str) -> None:
    assert [text.text for text in texts(code) if uses(text.text, word)] == []


@pytest.mark.parametrize(("code", "word"), list(avoided()))
def test_an_avoided_word_is_not_written_in_lessons_or_guide(code: str, word: str) -> None:
    written = {page: page.read_text(encoding="utf-8") for page in pages(code)}
    assert [str(page) for page, text in written.items() if uses(text, word)] == []


@pytest.mark.parametrize("code", available())
def test_no_emoji(code: str) -> None:
    emoji = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]")
    assert [text.text for text in texts(code) if emoji.search(text.text)] == []


def test_korean_puts_a_noun_or_a_counter_after_a_placeholder() -> None:
    assert [text.text for text in texts("ko") if AFTER_A_PLACEHOLDER.search(text.text)] == []
