"""The frame of every handout: one column or two languages side by side, the ways to other pages, large print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import zip_longest
from pathlib import Path

from wizard.language.catalogs import SOURCE_LANGUAGE, _, language, own_name
from wizard.teaching.handouts.content import Content, Piece
from wizard.teaching.lessons import page_in_english, part_in_english

STYLE_FILE = "style.css"
POLICY = "default-src 'none'; style-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'"
"""No script at all, nothing from elsewhere; `file:` because a browser need not take a folder for 'self'."""


def style() -> bytes:
    """The style of all pages."""
    return Path(__file__).with_name(STYLE_FILE).read_bytes()


def single(content: Content, languages: Sequence[str]) -> str:
    """A page in the language in use."""
    main = "".join(_section(piece) for piece in content.pieces)
    if content.spoken != language():
        main = _note(page_in_english(language())) + main
    return _page(content, language(), languages, main, content.spoken)


def completed(content: Content, english: Content) -> Content:
    """With the sections that only English has, each after the one that it follows there, and told."""
    if content.spoken == english.spoken:
        return content
    pieces = {piece.id: piece for piece in content.pieces if piece.id}
    told = _note(part_in_english(language()))
    whole_pieces = list(content.pieces)
    before = ""
    for piece in english.pieces:
        if piece.id and piece.id not in pieces:
            there = [each.id for each in whole_pieces].index(before) + 1 if before else 0
            html = f'{told}<div lang="{english.spoken}">\n{piece.html}</div>\n'
            whole_pieces.insert(there, Piece(piece.id, html))
        before = piece.id or before
    return replace(content, pieces=tuple(whole_pieces))


def side_by_side(one: Content, other: Content, languages: Sequence[str]) -> str:
    """Two languages beside each other, section by section; a section that one lacks leaves a gap."""
    rows = "".join(
        f'<section class="pair"{_id(piece or beside)}>'
        f"{_half(piece, one.spoken)}{_half(beside, other.spoken)}</section>\n"
        for piece, beside in _pairs(one, other)
    )
    return _page(one, pair_name(language()), languages, rows, language(), "two")


def pair_name(code: str) -> str:
    """The folder of the pages in this language and English."""
    return f"{code}-{SOURCE_LANGUAGE}"


def whole(title: str, lang: str, head: str, body: str, body_class: str = "") -> str:
    """A whole page; `head` and `body` are HTML."""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n{head}</head>\n<body class="{body_class}">\n{body}</body>\n</html>\n'
    )


def _page(
    content: Content, here: str, languages: Sequence[str], main: str, spoken: str, more: str = ""
) -> str:
    names = " ".join(
        word
        for word in (f"sheet {content.name.removesuffix('.html')}" if content.sheet else "", more)
        if word
    )
    program, skip = _("Before You Delete"), _("Go to the text")
    licence = _("Before You Delete. You may copy, change and share this page: CC BY 4.0.")
    body = (
        f'<a class="skip" href="#page-text">{escape(skip)}</a>\n'
        f"{_top(content, here, languages)}"
        f'<main id="page-text" lang="{spoken}">\n{main}</main>\n'
        f"<footer><p>{escape(licence)}</p></footer>\n"
    )
    title = content.title if content.title == program else f"{content.title} - {program}"
    head = f'<link rel="stylesheet" href="../{STYLE_FILE}">\n'
    return whole(title, language(), head, body, names)


def _top(content: Content, here: str, languages: Sequence[str]) -> str:
    links = "".join(
        f'<li><a href="../{folder}/{content.name}"{current}>{words}</a></li>'
        for folder, words in _other_pages(languages)
        for current in [' aria-current="page"' if folder == here else ""]
    )
    home, large, label = _("All pages"), _("Large print"), _("Pages and languages")
    return (
        f'<header>\n<nav aria-label="{escape(label, quote=True)}">'
        f'<ul><li><a href="index.html">{escape(home)}</a></li>{links}</ul></nav>\n'
        f'<label><input type="checkbox" id="large-print"> {escape(large)}</label>\n</header>\n'
    )


def _other_pages(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Folder and name of each way to read a page: one language, or two side by side."""
    for code in languages:
        yield code, language_name(code)
    for code in languages:
        if code != SOURCE_LANGUAGE:
            yield pair_name(code), f"{language_name(code)} + {language_name(SOURCE_LANGUAGE)}"


def language_name(code: str) -> str:
    """A language in its own words, marked as such."""
    return f'<span lang="{code}">{escape(own_name(code))}</span>'


def _note(text: str) -> str:
    return f'<p class="stale" lang="{language()}">{escape(text)}</p>\n'


def _section(piece: Piece) -> str:
    return f"<section{_id(piece)}>\n{piece.html}</section>\n"


def _half(piece: Piece | None, spoken: str) -> str:
    return f'<div lang="{spoken}">\n{piece.html if piece else ""}</div>\n'


def _id(piece: Piece | None) -> str:
    return f' id="{escape(piece.id, quote=True)}"' if piece and piece.id else ""


def _pairs(one: Content, other: Content) -> Iterator[tuple[Piece | None, Piece | None]]:
    """Pieces of equal id; those without an id by their order among themselves."""
    beside = {piece.id: piece for piece in reversed(other.pieces) if piece.id}
    for piece in one.pieces:
        if piece.id:
            yield piece, beside.pop(piece.id, None)
    for piece in other.pieces:
        if piece.id in beside:
            yield None, piece
    without = ([piece for piece in each.pieces if not piece.id] for each in (one, other))
    yield from zip_longest(*without)
