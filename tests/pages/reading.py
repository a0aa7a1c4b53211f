"""Reads a page as a browser would, and complains about what is not closed."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "img", "input"}


class Checked(HTMLParser):
    """Reads a page; complains about what is not closed, and gathers what a browser would fetch or run."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.language: str | None = None
        self.fetched: list[str] = []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "html":
            self.language = dict(attrs)["lang"]
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href")]
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
