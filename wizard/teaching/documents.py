"""A lesson, a sheet or a page of the guide as its file holds it: front matter, and sections with ids.

Reads only. The ids are the same in every language, so that sections can be set side by side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from wizard.language.catalogs import SOURCE_LANGUAGE
from wizard.places import shared_folder

LESSONS, GUIDE = "lessons", "facilitator_guide"
ROOMS = (LESSONS, GUIDE)
"""The folders that hold one folder for each language."""
STAMPS = "source_stamps"
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]*\{#([\w-]+)\})?[ \t]*")
_FENCE = re.compile(r"[ \t]*(```|~~~)")
SECTION_RANKS = 2
"""Headings of the first and second rank begin a section; a deeper one does when it has an id."""


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it. `id` is empty where the heading has none.

    `line` is the heading's, from 1; the lines of `text` follow it.
    """

    id: str
    heading: str
    rank: int
    text: str
    line: int


@dataclass(frozen=True)
class Document:
    """One file. `stamps`: for each section the stamp of the English one that it was translated from."""

    path: Path
    language: str
    facts: dict[str, str]
    stamps: dict[str, str]
    sections: tuple[Section, ...]

    @property
    def id(self) -> str:
        """The file's name without its ending: the same in every language."""
        return self.path.stem

    @property
    def title(self) -> str:
        """The title of the front matter, else the id."""
        return self.facts.get("title") or self.id

    def section(self, section_id: str) -> Section | None:
        """The first section of this id."""
        return next((each for each in self.sections if each.id == section_id), None)


def read(path: Path, language: str) -> Document:
    """Reads one file. Raises OSError or UnicodeDecodeError."""
    written = path.read_text(encoding="utf-8")
    front = _FRONT_MATTER.match(written)
    facts, stamps = _front_matter(front.group(1) if front else "")
    start = front.end() if front else 0
    first_line = written.count("\n", 0, start) + 1
    return Document(path, language, facts, stamps, tuple(_sections(written[start:], first_line)))


def path_of(room: str, language: str, name: str) -> Path:
    """Where a file of this name is, or would be, in a language."""
    return shared_folder(room) / language / name


def name_of(document: Document) -> str:
    """Its name in the folder of its language."""
    home = next(each for each in document.path.parents if each.name == document.language)
    return document.path.relative_to(home).as_posix()


def pictures_folder() -> Path:
    """The pictures of the wizard's screens."""
    return shared_folder(LESSONS) / "pictures"


def names(room: str, language: str = SOURCE_LANGUAGE) -> list[str]:
    """The files of a language, relative to its folder with `/`, in order: `04-inspect.md`, `sheets/x.md`."""
    folder = shared_folder(room) / language
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))


def languages_of(room: str) -> list[str]:
    """The languages that have a folder in the room, English first."""
    folders = (
        path.name
        for path in shared_folder(room).iterdir()
        if path.is_dir() and any(path.glob("*.md"))
    )
    return sorted(folders, key=lambda code: (code != SOURCE_LANGUAGE, code))


def _front_matter(written: str) -> tuple[dict[str, str], dict[str, str]]:
    """`key: value` lines, and the indented ones under `source_stamps:`."""
    facts: dict[str, str] = {}
    stamps: dict[str, str] = {}
    for line in written.splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            continue
        if line[0] in " \t" and STAMPS in facts:
            stamps[key.strip()] = value.strip()
        else:
            facts[key.strip()] = value.strip().strip('"')
    return facts, stamps


def _sections(written: str, first_line: int) -> list[Section]:
    found: list[Section] = []
    begun = Section("", "", 0, "", first_line - 1)
    lines: list[str] = []
    fenced = False

    def end() -> None:
        text = "\n".join(lines).rstrip()
        if begun.rank or text.strip():
            found.append(Section(begun.id, begun.heading, begun.rank, text, begun.line))

    for number, line in enumerate(written.splitlines(), first_line):
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.fullmatch(line)
        if heading and (len(heading[1]) <= SECTION_RANKS or heading[3]):
            end()
            begun = Section(heading[3] or "", heading[2], len(heading[1]), "", number)
            lines = []
        else:
            lines.append(line)
    end()
    return found
