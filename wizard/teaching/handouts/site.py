"""Which pages there are, and the lists that lead to them: by step and by question, so that nothing need be searched."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from wizard.language.catalogs import SOURCE_LANGUAGE, _, language, speaking
from wizard.language.formats import number
from wizard.teaching.documents import GUIDE, LESSONS
from wizard.teaching.handouts.content import Content, Piece, content_of, pictures, questions_of
from wizard.teaching.handouts.frame import (
    STYLE_FILE,
    completed,
    language_name,
    pair_name,
    side_by_side,
    single,
    style,
    whole,
)
from wizard.teaching.handouts.generated import (
    letter_piece,
    letter_title,
    step_of,
    windows_piece,
    windows_title,
)
from wizard.teaching.handouts.shelf import Page, Shelf

LETTER, WINDOWS, INDEX = "letter-to-support.html", "recovery-windows.html", "index.html"


def files_of(shelf: Shelf) -> dict[str, bytes]:
    """Every file of the site, by its name in the folder."""
    languages = list(shelf.pages)
    english = _with_english(shelf)
    files = {STYLE_FILE: style(), INDEX: _first_page(languages).encode(), **pictures()}
    beside = {content.name: content for content in _contents(english, SOURCE_LANGUAGE)}
    for code in languages:
        with speaking(code):
            for content in _contents(shelf, code):
                one = completed(content, beside[content.name])
                files[f"{code}/{content.name}"] = single(one, languages).encode()
                if code != SOURCE_LANGUAGE:
                    pair = side_by_side(content, beside[content.name], languages)
                    files[f"{pair_name(code)}/{content.name}"] = pair.encode()
    return files


def _with_english(shelf: Shelf) -> Shelf:
    return shelf if SOURCE_LANGUAGE in shelf.pages else Shelf.filled([SOURCE_LANGUAGE])


def _contents(shelf: Shelf, code: str) -> Iterator[Content]:
    """Everything to be read in one language."""
    with speaking(code):
        yield _index(shelf, code)
        yield Content(WINDOWS, windows_title(), code, True, (Piece("windows", windows_piece(1)),))
        yield Content(LETTER, letter_title(), code, True, (Piece("letter", letter_piece()),))
    for page in shelf.pages[code]:
        yield content_of(page, shelf, code)


def _index(shelf: Shelf, code: str) -> Content:
    pages = shelf.pages[code]
    sheets = [(page.name, page.document.title) for page in pages if page.sheet]
    sheets += [(WINDOWS, windows_title()), (LETTER, letter_title())]
    title = _("Before You Delete")
    pieces = (
        Piece("title", f"<h1>{escape(title)}</h1>\n"),
        Piece("steps", _heading(_("By step")) + _steps(pages)),
        Piece("sheets", _heading(_("Sheets to print")) + _list(sheets)),
        Piece("lessons", _heading(_("All lessons")) + _list(_of(pages, LESSONS))),
        Piece("guide", _heading(_("Facilitator's guide")) + _list(_of(pages, GUIDE))),
        Piece("by-question", _heading(_("By question")) + _questions(pages)),
    )
    return Content(INDEX, title, language(), False, pieces)


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>\n"


def _of(pages: tuple[Page, ...], room: str) -> list[tuple[str, str]]:
    return [
        (each.name, each.document.title) for each in pages if each.room == room and not each.sheet
    ]


def _list(links: list[tuple[str, str]]) -> str:
    points = "".join(f'<li><a href="{name}">{escape(title)}</a></li>\n' for name, title in links)
    return f"<ul>\n{points}</ul>\n"


def _steps(pages: tuple[Page, ...]) -> str:
    """The lessons that stand beside a step, in the order of the steps."""
    beside = {step.number: page for page in pages if (step := step_of(page.document)) is not None}
    # Translators: a step of the wizard and its lesson; {n} is 1 to 7
    words = _("Step {n}: {title}")
    return _list(
        [
            (page.name, words.format(n=number(step), title=page.document.title))
            for step, page in sorted(beside.items())
        ]
    )


def _questions(pages: tuple[Page, ...]) -> str:
    """Every question of every lesson, each a way to its lesson."""
    return "".join(
        f"<h3>{escape(page.document.title)}</h3>\n"
        + _list([(page.name, question) for question in questions_of(page.document)])
        for page in pages
        if page.room == LESSONS and questions_of(page.document)
    )


def _first_page(languages: list[str]) -> str:
    """Each language in its own words, whatever the computer's is."""
    points = []
    for code in languages:
        points.append(f'<li><a href="{code}/{INDEX}">{language_name(code)}</a></li>\n')
    for code in languages:
        if code != SOURCE_LANGUAGE:
            words = f"{language_name(code)} + {language_name(SOURCE_LANGUAGE)}"
            points.append(f'<li><a href="{pair_name(code)}/{INDEX}">{words}</a></li>\n')
    titles = []
    for code in languages:
        with speaking(code):
            title = _("Before You Delete")
            titles.append(f'<span lang="{code}">{escape(title)}</span>')
    body = f'<main>\n<h1>{"<br>".join(titles)}</h1>\n<ul class="languages">\n{"".join(points)}</ul>\n</main>\n'
    head = f'<link rel="stylesheet" href="{STYLE_FILE}">\n'
    return whole("Before You Delete", SOURCE_LANGUAGE, head, body, "first")
