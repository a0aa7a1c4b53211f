"""Markdown to HTML that carries no HTML of its own, no script, and no link but those that were checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from wizard.language.catalogs import _

if TYPE_CHECKING:
    from markdown import Markdown

Resolve = Callable[[str, bool], str | None]
"""From a link as it is written, True for a picture, to one of the site; None when it leads nowhere."""
_BLANK = re.compile(r"_{4,}")
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "th": {"scope", "style"}, "td": {"style"}}
"""All that may stay; `style` is the alignment that Python-Markdown's tables write."""


class SafeMarkdown:
    """Turns texts into HTML; every link is asked about."""

    def __init__(self, resolve: Resolve) -> None:
        self._markdown = _markdown(resolve)

    def html(self, text: str) -> str:
        """The HTML of a piece of Markdown."""
        return str(self._markdown.reset().convert(text))

    def inline(self, text: str) -> str:
        """The HTML of one line, such as a heading, without a paragraph around it."""
        html = self.html(text)
        return (
            html.removeprefix("<p>").removesuffix("</p>")
            if html.count("<p>") == 1
            else escape(text)
        )


def with_blanks(html: str) -> str:
    """Turns each ____ into a line on which one writes, with a pen or in the page; nothing is kept."""
    label = escape(_("Write here, by hand or with the keys. It is not saved."), quote=True)

    def blank(found: re.Match[str]) -> str:
        size = len(found[0])
        return f'<input class="blank" size="{size}" aria-label="{label}" autocomplete="off">'

    return _BLANK.sub(blank, html)


def _markdown(resolve: Resolve) -> Markdown:
    """Python-Markdown with what lets HTML through taken out. Imported here: 60 ms that only handouts need."""
    from markdown import Markdown
    from markdown.treeprocessors import Treeprocessor

    class OnlyKnownLinks(Treeprocessor):  # type: ignore[misc]
        """Keeps the attributes that are known to be harmless, and links that lead somewhere."""

        def run(self, root: Element) -> None:
            for element in root.iter():
                _strip(element, resolve)

    made = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    made.inlinePatterns.deregister("automail")
    made.treeprocessors.register(OnlyKnownLinks(made), "only known links", -10)  # after all others
    return made


def _strip(element: Element, resolve: Resolve) -> None:
    if element.tag == "th":
        element.set("scope", "col")
    for name in list(element.attrib):
        if name not in _ATTRIBUTES.get(element.tag, ()):
            del element.attrib[name]
    for name in ("href", "src"):
        if name in element.attrib:
            target = resolve(element.attrib[name], name == "src")
            if target is None:
                _leave_the_words(element)
            else:
                element.set(name, target)


def _leave_the_words(element: Element) -> None:
    """A link that leads nowhere becomes its words; a picture, the words that describe it."""
    if element.tag == "img":
        element.text = element.get("alt", "")
    element.tag = "span"
    element.attrib.clear()
