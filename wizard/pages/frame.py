"""The frame of every page: one file, no network, good on paper. Escapes everything it is given."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape

from wizard.language.catalogs import language

STYLE = """
:root { color-scheme: light dark; }
:lang(ko) { word-break: keep-all; }
body { font: 1.1rem/1.5 system-ui, "Noto Sans", "Noto Sans KR", "Malgun Gothic", sans-serif;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem;
  border-bottom: 1px solid #767676; vertical-align: top; overflow-wrap: anywhere; }
th { overflow-wrap: normal; }
td:last-child { white-space: nowrap; overflow-wrap: break-word; }
.practice { border: 4px dashed #8a5a00; padding: .5rem 1rem; font-weight: bold; }
@media (prefers-color-scheme: dark) { body { color: #f2f2f2; background: #101418; } }
@media (max-width: 40rem) { td:last-child { white-space: normal; } }
@page { margin: 15mm; }
@media print { body { margin: 0; max-width: none; color: #000; background: #fff; font-size: 11pt; }
  tr, h2 { break-inside: avoid; break-after: auto; } h2 { break-after: avoid; } }
"""


def page(title: str, body: str, *, style: str = "", script: str = "") -> str:
    """A whole page. `title` is plain text, `body` is HTML made with the functions below.

    `style` is added to the frame's own. No script but the one given runs: the page names its digest.
    """
    return (
        f'<!doctype html>\n<html lang="{escape(language())}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}{style}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n"
        + (f"<script>{script}</script>\n" if script else "")
        + "</body>\n</html>\n"
    )


def _policy(script: str) -> str:
    """What a browser may fetch and run for this page: pictures inside it or beside it, and this script."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    if script:
        digest = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
        policy += f" file:; script-src 'sha256-{digest}'"
    return policy


def heading(text: str) -> str:
    """A heading of the second rank."""
    return f"<h2>{escape(text)}</h2>\n"


def paragraph(text: str, css_class: str = "") -> str:
    """A paragraph; line ends stay."""
    attribute = f' class="{css_class}"' if css_class else ""
    return f"<p{attribute}>{escape(text).replace(chr(10), '<br>')}</p>\n"


def table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table with a header row."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
