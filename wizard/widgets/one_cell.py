"""Signs that some terminals draw two cells wide: how that is found out, and what is drawn in their place.

Unicode leaves their width open ("ambiguous", UAX 11): á, ¿, quotes, half blocks. Terminals set up for
Korean or Chinese may draw them wide, and every line of the screen would be torn.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

ASK = "\x1b7\x1b[2;1H─\x1b[6n\x1b8"
"""Draws one such sign at the start of the second line, and asks where the cursor is now.

In the first line the answer would be what some terminals send for Shift and F3.
"""
LINE, WIDE, NARROW = 1, 2, 1
"""What the answer says, counted from 0: the line, and the column after a sign of two cells or one."""
IN_ASCII = str.maketrans(
    "“”„‘’–—―…·•●▪‣⭑×÷°«»│┃║─━═╸╺╴╶▔▁",
    '"""\'\'---..*****x/o<>|||-==------',
)
"""Signs of one cell for those that our texts and the framework's widgets have."""
LEFT_OUT = "¿¡"
"""The question or the cry ends with a sign too. The line keeps its length: a space follows the text."""
UNKNOWN = "?"


class OneCellEach(LineFilter):
    """Draws nothing whose width a terminal may see in two ways. Off until such a terminal is found."""

    def __init__(self) -> None:
        super().__init__(enabled=False)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line, as long as before."""
        return [
            each if each.control else Segment(in_one_cell_each(each.text), each.style)
            for each in segments
        ]


def drawn_two_cells_wide(answer: events.CursorPosition) -> bool | None:
    """What the terminal's answer to `ASK` says; None where it is an answer to something else."""
    if answer.y != LINE or answer.x not in (WIDE, NARROW):
        return None
    return answer.x == WIDE


def signs_are_wide(app: App[Any]) -> bool:
    """True in a terminal that was found to draw them so."""
    return any(isinstance(each, OneCellEach) for each in app.get_line_filters())


@lru_cache(4096)
def in_one_cell_each(text: str) -> str:
    """The text without signs of ambiguous width, in as many cells."""
    if text.isascii():
        return text
    kept = "".join(letter for letter in text if letter not in LEFT_OUT)
    return "".join(map(_sure, kept)) + " " * (len(text) - len(kept))


def _sure(letter: str) -> str:
    """The letter where its width is sure; else it and its accent, or a sign that resembles it."""
    if not _ambiguous(letter):
        return letter
    parted = unicodedata.normalize("NFD", letter)
    if len(parted) > 1 and not _ambiguous(parted[0]):
        return parted
    if "▀" <= letter <= "▟" and letter not in "▁▔":
        return " "
    near = letter.translate(IN_ASCII)
    if near == letter and "─" <= letter <= "╿":
        return "+"
    return near if near.isascii() else UNKNOWN


def _ambiguous(letter: str) -> bool:
    """Accents that combine have no width of their own."""
    return unicodedata.east_asian_width(letter) == "A" and not unicodedata.combining(letter)
