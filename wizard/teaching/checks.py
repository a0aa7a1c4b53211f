"""What is wrong with a lesson, a sheet or a page of the guide: found, named by file and line, never mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from wizard.language.catalogs import _
from wizard.teaching.documents import Document, Section

LESSON_SECTIONS = (
    "title", "questions", "objectives", "why", "do", "check", "trouble", "keypoints", "words",
    "facilitator",
)  # fmt: skip
"""What every numbered lesson has, in this order."""
_RAW_HTML = re.compile(r"</?[A-Za-z][^>\n]*>?|<!--|<!\[CDATA|<\?")
_AUTOLINK = re.compile(r"<https?://[^<>\s]*>")
_CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"(!?)\[([^\]\n]*)\]\(\s*<?([^)>\s]*)[^)\n]*\)")
WEB = re.compile(r"https?://[\w.-]+(/[^\s<>\"'\\\x00-\x20]*)?")
INSIDE = re.compile(r"(?!/)[\w./-]*(#[\w-]+)?")
"""A file beside this one, or a section: letters, digits, `.`, `-`, `_` and `/`, so no other scheme."""


class TroubleKind(StrEnum):
    """What can be the matter."""

    UNREADABLE = "unreadable"
    FILE_MISSING = "file_missing"
    SECTION_MISSING = "section_missing"
    HEADING_WITHOUT_ID = "heading_without_id"
    ID_TWICE = "id_twice"
    RAW_HTML = "raw_html"
    BROKEN_LINK = "broken_link"
    PICTURE_WITHOUT_WORDS = "picture_without_words"


@dataclass(frozen=True)
class Trouble:
    """One thing: in which file, on which line (0: the whole file), and what it is about."""

    path: Path
    line: int
    kind: TroubleKind
    what: str = ""


def troubles(document: Document, source: Document | None) -> Iterator[Trouble]:
    """What is wrong with a file. `source` is the English one, None where this is it."""
    yield from _sections(document, source)
    for section in document.sections:
        for line, text in _lines(section):
            yield from _raw_html(document.path, line, text)
            yield from _links(document, line, text)


def is_numbered_lesson(document: Document) -> bool:
    """True for the lessons 00 to 10; the glossary, the sheets and the guide have sections of their own."""
    return "teaching_minutes" in document.facts and document.id[:2].isdigit()


def says(trouble: Trouble) -> str:
    """The trouble in a sentence, without its place."""
    return SENTENCES[trouble.kind]().format(what=trouble.what)


SENTENCES: dict[TroubleKind, Callable[[], str]] = {
    TroubleKind.UNREADABLE: lambda: _("This file cannot be read."),
    TroubleKind.FILE_MISSING: lambda: _("This file is not there yet. The English page is used."),
    # Translators: {what} such as #do
    TroubleKind.SECTION_MISSING: lambda: _("The section {what} is missing."),
    # Translators: {what} is a heading
    TroubleKind.HEADING_WITHOUT_ID: lambda: _("The heading “{what}” has no id."),
    # Translators: {what} such as #do
    TroubleKind.ID_TWICE: lambda: _("The id {what} is there twice. Links lead to the first one."),
    # Translators: {what} is a piece of HTML
    TroubleKind.RAW_HTML: lambda: _("HTML is shown as plain letters: {what}"),
    # Translators: {what} is the target of a link
    TroubleKind.BROKEN_LINK: lambda: _("This link leads nowhere, so only its words are used: {what}"),
    # Translators: {what} is the name of a picture file
    TroubleKind.PICTURE_WITHOUT_WORDS: lambda: _("The picture {what} has no words that describe it."),
}  # fmt: skip


def target_of(document: Document, link: str) -> Path | None:
    """The file that a link without a scheme leads to, or None when it leads nowhere."""
    if not INSIDE.fullmatch(link):
        return None
    name, _hash, section = link.partition("#")
    path = (document.path.parent / name).resolve() if name else document.path.resolve()
    if not path.is_file():
        return None
    if section and path == document.path.resolve() and document.section(section) is None:
        return None
    return path


def _sections(document: Document, source: Document | None) -> Iterator[Trouble]:
    path, ids = document.path, Counter[str]()
    for section in document.sections:
        if section.rank and not section.id:
            yield Trouble(path, section.line, TroubleKind.HEADING_WITHOUT_ID, section.heading)
        ids[section.id] += 1
        if section.id and ids[section.id] > 1:
            yield Trouble(path, section.line, TroubleKind.ID_TWICE, f"#{section.id}")
    wanted = [section.id for section in source.sections if section.id] if source else []
    if is_numbered_lesson(document):
        wanted += [each for each in LESSON_SECTIONS if each not in wanted]
    for section_id in wanted:
        if section_id not in ids:
            yield Trouble(path, 1, TroubleKind.SECTION_MISSING, f"#{section_id}")


def _lines(section: Section) -> Iterator[tuple[int, str]]:
    """The lines of a section with their numbers, code left out; the heading is one of them."""
    fenced = False
    for number, text in enumerate((section.heading, *section.text.split("\n")), section.line):
        fence = text.lstrip().startswith(("```", "~~~"))
        if not fenced and not fence:
            yield number, _CODE.sub("", text)
        fenced ^= fence


def _raw_html(path: Path, line: int, text: str) -> Iterator[Trouble]:
    for found in _RAW_HTML.finditer(_AUTOLINK.sub("", text)):
        yield Trouble(path, line, TroubleKind.RAW_HTML, found[0])


def _links(document: Document, line: int, text: str) -> Iterator[Trouble]:
    for picture, words, link in LINK.findall(text):
        if not (WEB.fullmatch(link) and not picture) and target_of(document, link) is None:
            yield Trouble(document.path, line, TroubleKind.BROKEN_LINK, link)
        if picture and not words.strip():
            yield Trouble(document.path, line, TroubleKind.PICTURE_WITHOUT_WORDS, link)
