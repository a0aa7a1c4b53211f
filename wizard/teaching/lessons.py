"""The lessons as they are shown beside a step: without front matter and ids, what is stale marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wizard.language.catalogs import SOURCE_LANGUAGE, _, speaking
from wizard.teaching.documents import LESSONS, Document, Section, name_of, names, path_of, read
from wizard.teaching.stamps import stale_sections

_PICTURE = re.compile(r"^!\[.*?\]\(.*?\)[ \t]*\n?", re.MULTILINE)


@dataclass(frozen=True)
class Lesson:
    """One lesson in one language. `text` is Markdown for the terminal."""

    id: str
    language: str
    title: str
    text: str
    path: Path


def lesson(lesson_id: str, language: str) -> Lesson:
    """The lesson, or the English one where this language has none yet. Raises FileNotFoundError."""
    for spoken in (language, SOURCE_LANGUAGE):
        path = path_of(LESSONS, spoken, f"{lesson_id}.md")
        if path.is_file():
            document = read(path, spoken)
            parts = [] if spoken == language else [f"> {page_in_english(language)}"]
            text = "\n\n".join([*parts, *_sections(document)])
            return Lesson(lesson_id, spoken, document.title, text.strip() + "\n", path)
    raise FileNotFoundError(lesson_id)


def lesson_ids() -> list[str]:
    """Every lesson that there is in English, in order."""
    return [name.removesuffix(".md") for name in names(LESSONS) if "/" not in name]


def _sections(document: Document) -> Iterator[str]:
    """Each section as it is shown, what is stale marked; those that only English has come last, in English."""
    path = path_of(LESSONS, SOURCE_LANGUAGE, name_of(document))
    if document.language == SOURCE_LANGUAGE or not path.is_file():
        yield from (_shown(each) for each in document.sections)
        return
    source = read(path, SOURCE_LANGUAGE)
    stale = stale_sections(document, source)
    for each in document.sections:
        yield _shown(each, stale_note(document.language) if each.id in stale else "")
    for each in source.sections:
        if each.id and document.section(each.id) is None:
            yield _shown(each, part_in_english(document.language))


def page_in_english(language: str) -> str:
    """What is said to the reader above a page that this language has not yet."""
    with speaking(language):
        return _("This page is not translated yet. You read it in English.")


def part_in_english(language: str) -> str:
    """What is said to the reader above a section that this language has not yet."""
    with speaking(language):
        return _("This part is not translated yet. You read it in English.")


def stale_note(language: str) -> str:
    """What is said to the reader above a stale section, in the language of the page."""
    with speaking(language):
        return _("The English text of this part is newer than this translation.")


def _shown(section: Section, note: str = "") -> str:
    parts = ["#" * section.rank + " " + section.heading] if section.rank else []
    parts += [f"> {note}"] if note else []
    return "\n\n".join([*parts, _PICTURE.sub("", section.text).strip()]).strip()
