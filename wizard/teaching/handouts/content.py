"""What a page says, piece by piece: each piece has an id that is equal in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from wizard.language.catalogs import _, language, speaking
from wizard.teaching.checks import WEB, target_of
from wizard.teaching.documents import Document, Section, pictures_folder
from wizard.teaching.handouts.generated import step_picture, windows_piece
from wizard.teaching.handouts.markup import SafeMarkdown, with_blanks
from wizard.teaching.handouts.shelf import Page, Shelf
from wizard.teaching.lessons import stale_note

ALREADY_LOST = "06-already-lost-photos"
"""The lesson beside which the recovery windows stand."""
PICTURE_FOLDER = "pictures"


@dataclass(frozen=True)
class Piece:
    """HTML of one section, without the element around it."""

    id: str
    html: str


@dataclass(frozen=True)
class Content:
    """One page's text in one language. `spoken` is the language it is written in, for `lang`."""

    name: str
    title: str
    spoken: str
    sheet: bool
    pieces: tuple[Piece, ...]


def content_of(page: Page, shelf: Shelf, code: str) -> Content:
    """The text of a page as it is in this language."""
    document = page.document
    named = shelf.named(code)
    markdown = SafeMarkdown(lambda link, picture: _resolve(document, named, link, picture))
    with speaking(code):
        pieces = list(_pieces(page, markdown))
        if document.id == ALREADY_LOST:
            pieces.append(Piece("windows", windows_piece(2)))
    return Content(page.name, document.title, document.language, page.sheet, tuple(pieces))


def questions_of(document: Document) -> list[str]:
    """The questions that a lesson answers: the points of its section `questions`."""
    section = document.section("questions")
    points: list[str] = []
    for line in section.text.splitlines() if section else []:
        if line.startswith("- "):
            points.append(line[2:].strip())
        elif points and line.strip():
            points[-1] += " " + line.strip()
    return points


def pictures() -> dict[str, bytes]:
    """The pictures of the lessons, by their names on the site."""
    return {
        f"{PICTURE_FOLDER}/{path.name}": path.read_bytes()
        for path in sorted(pictures_folder().glob("*.png"))
    }


def _pieces(page: Page, markdown: SafeMarkdown) -> Iterator[Piece]:
    seen = set[str]()
    document = page.document
    if not any(section.rank == 1 for section in document.sections):
        yield Piece("", f"<h1>{escape(document.title)}</h1>\n")
    for section in document.sections:
        html = _heading(section, markdown)
        if section.id in page.stale:
            html += f'<p class="stale">{escape(stale_note(language()))}</p>\n'
        body = markdown.html(section.text)
        html += with_blanks(body) if page.sheet else body
        if section.id == "do":
            html += step_picture(document)
        yield Piece("" if section.id in seen else section.id, html)
        seen.add(section.id)
    if page.sheet:
        hint = _("Write in the gaps here, or print the page and use a pen. Nothing is saved.")
        yield Piece("", f'<p class="hint">{escape(hint)}</p>\n')


def _heading(section: Section, markdown: SafeMarkdown) -> str:
    if not section.rank:
        return ""
    return f"<h{section.rank}>{markdown.inline(section.heading)}</h{section.rank}>\n"


def _resolve(document: Document, named: dict[Path, str], link: str, picture: bool) -> str | None:
    """Where a link of the text leads on the site; a picture is never fetched from elsewhere."""
    if WEB.fullmatch(link) and not picture:
        return link
    path = target_of(document, link)
    if path is None:
        return None
    _name, hash_, section = link.partition("#")
    if path.suffix == ".md":
        place = next((name for file, name in named.items() if file.resolve() == path), None)
        return None if place is None else f"{place}{hash_}{section}"
    shown = pictures_folder().resolve()
    return f"../{PICTURE_FOLDER}/{path.name}" if path.parent == shown else None
