"""Keeps languages in step: a stamp per section says which English text it was translated from.

A changed English sentence makes just its own section stale. Stamping is the only thing written.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from wizard.language.catalogs import SOURCE_LANGUAGE
from wizard.teaching.documents import (
    ROOMS,
    STAMPS,
    Document,
    Section,
    languages_of,
    names,
    path_of,
    read,
)

LENGTH = 8
"""Hex digits of a SHA-256: 32 bits tell the versions of one section apart."""
_WRITTEN_STAMPS = re.compile(rf"^{STAMPS}:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)


class Lag(StrEnum):
    """How a translation is behind the English text."""

    FILE_MISSING = "file_missing"
    SECTION_MISSING = "section_missing"
    STALE = "stale"


@dataclass(frozen=True)
class Behind:
    """One section, or a whole file where `section` is empty. `line` is 0 where there is none."""

    path: Path
    line: int
    section: str
    lag: Lag


def stamp_of(section: Section) -> str:
    """The stamp of a section: of its words alone, so that a line that is wrapped anew changes nothing."""
    words = " ".join(f"{section.heading} {section.text}".split())
    return hashlib.sha256(words.encode()).hexdigest()[:LENGTH]


def stale_sections(translated: Document, source: Document) -> frozenset[str]:
    """The ids whose English text is another than the one they were translated from."""
    now = {section.id: stamp_of(section) for section in source.sections}
    return frozenset(
        section.id
        for section in translated.sections
        if section.id in now and translated.stamps.get(section.id) != now[section.id]
    )


def behind(languages: Collection[str] | None = None) -> Iterator[Behind]:
    """Everything missing and everything stale, in all translated lessons, sheets and pages of the guide."""
    for room, language, name in _translations(languages):
        path = path_of(room, language, name)
        if not path.is_file():
            yield Behind(path, 0, "", Lag.FILE_MISSING)
            continue
        source, translated = source_of(room, name), read(path, language)
        stale = stale_sections(translated, source)
        for section in source.sections:
            mine = translated.section(section.id)
            if mine is None:
                yield Behind(path, 0, section.id, Lag.SECTION_MISSING)
            elif section.id in stale:
                yield Behind(path, mine.line, section.id, Lag.STALE)


def stamp(path: Path, sections: Collection[str] = ()) -> int:
    """Writes into a translated file that these sections, or all, are true to the English of now.

    Returns how many stamps changed. Raises OSError, and ValueError where it is no translation.
    """
    room, language, name = _place_of(path)
    source, translated = source_of(room, name), read(path, language)
    now = {
        each.id: stamp_of(each)
        for each in source.sections
        if each.id and translated.section(each.id) is not None
    }
    fresh = {
        section: each if section in sections or not sections else translated.stamps[section]
        for section, each in now.items()
        if section in sections or not sections or section in translated.stamps
    }
    if fresh != translated.stamps:
        written = _with_stamps(path.read_text(encoding="utf-8"), fresh)
        path.write_text(written, encoding="utf-8", newline="\n")
    return sum(translated.stamps.get(section) != each for section, each in fresh.items())


def translated_files() -> list[Path]:
    """Every file that is a translation of an English one."""
    files = (path_of(room, language, name) for room, language, name in _translations(None))
    return [path for path in files if path.is_file()]


def _translations(languages: Collection[str] | None) -> Iterator[tuple[str, str, str]]:
    for room in ROOMS:
        for language in languages_of(room):
            if language != SOURCE_LANGUAGE and (languages is None or language in languages):
                for name in names(room):
                    yield room, language, name


def source_of(room: str, name: str) -> Document:
    """The English file."""
    return read(path_of(room, SOURCE_LANGUAGE, name), SOURCE_LANGUAGE)


def _place_of(path: Path) -> tuple[str, str, str]:
    """Room, language and name of a translated file."""
    for room, language, name in _translations(None):
        if path_of(room, language, name).resolve() == path.resolve():
            return room, language, name
    raise ValueError(path)


def _with_stamps(written: str, stamps: dict[str, str]) -> str:
    """The file's text with these stamps at the end of its front matter."""
    block = f"{STAMPS}:\n" + "".join(f"  {name}: {each}\n" for name, each in stamps.items())
    if not written.startswith("---\n"):
        return f"---\n{block}---\n{written}"
    front, rest = written[4:].split("\n---\n", 1)
    return f"---\n{_WRITTEN_STAMPS.sub('', front + chr(10))}{block}---\n{rest}"
