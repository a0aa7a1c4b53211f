"""The texts of the handouts, gathered: for each language every page, with the English one where it lacks one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from wizard.language.catalogs import SOURCE_LANGUAGE
from wizard.teaching.checks import Trouble, TroubleKind, troubles
from wizard.teaching.documents import GUIDE, LESSONS, ROOMS, Document, name_of, names, path_of, read
from wizard.teaching.stamps import stale_sections

PREFIX = {LESSONS: "", GUIDE: "guide-"}
"""Lessons and guide are numbered alike: the guide's pages are named so."""
SHEETS = "sheets/"


@dataclass(frozen=True)
class Page:
    """A text in the place it has in one language. `document` may be English; `stale` are section ids."""

    name: str
    room: str
    sheet: bool
    document: Document
    stale: frozenset[str]


@dataclass(frozen=True)
class Shelf:
    """Pages by language, in order."""

    pages: dict[str, tuple[Page, ...]]
    troubles: tuple[Trouble, ...]

    @classmethod
    def filled(cls, languages: Collection[str]) -> Shelf:
        """Reads every file of these languages once."""
        found: list[Trouble] = []
        english = dict(_english(found))
        pages = {
            code: tuple(
                english[name] if code == SOURCE_LANGUAGE else _translated(code, page, found)
                for name, page in english.items()
            )
            for code in languages
        }
        return cls(pages, tuple(found))

    def page(self, language: str, name: str) -> Page:
        """The page of this name. Raises StopIteration when there is none."""
        return next(page for page in self.pages[language] if page.name == name)

    def named(self, language: str) -> dict[Path, str]:
        """Page names by the files that links may lead to."""
        found = {}
        for page in self.pages[language]:
            for code in {language, page.document.language}:
                found[_path(page.room, code, page.document)] = page.name
        return found


def _english(found: list[Trouble]) -> Iterator[tuple[str, Page]]:
    for room in ROOMS:
        for name in names(room):
            document = _read(path_of(room, SOURCE_LANGUAGE, name), SOURCE_LANGUAGE, found)
            if document is not None:
                found += troubles(document, None)
                sheet = name.startswith(SHEETS)
                page_name = f"{PREFIX[room]}{document.id}.html"
                yield page_name, Page(page_name, room, sheet, document, frozenset())


def _translated(language: str, english: Page, found: list[Trouble]) -> Page:
    """The page in this language; the English one, told, where there is none."""
    path = _path(english.room, language, english.document)
    document = _read(path, language, found)
    if document is None:
        return english
    found += troubles(document, english.document)
    stale = stale_sections(document, english.document)
    return Page(english.name, english.room, english.sheet, document, stale)


def _read(path: Path, language: str, found: list[Trouble]) -> Document | None:
    try:
        return read(path, language)
    except FileNotFoundError:
        found.append(Trouble(path, 0, TroubleKind.FILE_MISSING))
    except (OSError, UnicodeDecodeError):
        found.append(Trouble(path, 0, TroubleKind.UNREADABLE))
    return None


def _path(room: str, language: str, document: Document) -> Path:
    """Where this document is, or would be, in a language."""
    return path_of(room, language, name_of(document))
