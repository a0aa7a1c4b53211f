"""The lessons as they are shown beside a step: without front matter and ids, what is stale marked."""

from __future__ import annotations

import re
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
            stale = _stale_in(document)
            text = "\n\n".join(
                _shown(each, spoken, stale=each.id in stale) for each in document.sections
            )
            return Lesson(lesson_id, spoken, document.title, text.strip() + "\n", path)
    raise FileNotFoundError(lesson_id)


def lesson_ids() -> list[str]:
    """Every lesson that there is in English, in order."""
    return [name.removesuffix(".md") for name in names(LESSONS) if "/" not in name]


def _stale_in(document: Document) -> frozenset[str]:
    """The sections whose English text is newer; none in English itself."""
    source = path_of(LESSONS, SOURCE_LANGUAGE, name_of(document))
    if document.language == SOURCE_LANGUAGE or not source.is_file():
        return frozenset()
    return stale_sections(document, read(source, SOURCE_LANGUAGE))


def stale_note(language: str) -> str:
    """What is said to the reader above a stale section, in the language of the page."""
    with speaking(language):
        return _("The English text of this part is newer than this translation.")


def _shown(section: Section, language: str, *, stale: bool) -> str:
    parts = ["#" * section.rank + " " + section.heading] if section.rank else []
    parts += [f"> {stale_note(language)}"] if stale else []
    return "\n\n".join([*parts, _PICTURE.sub("", section.text).strip()]).strip()
