"""File names as they may be shown: no escapes, no hidden direction marks, cut to the room there is."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len

REPLACEMENT = "?"
"""Stands for what must not reach a screen. ASCII, so that its width is sure."""
ELLIPSIS = "..."
"""Three dots: the single character is two cells wide in some Korean terminals."""
UNSHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode categories: controls, marks of direction and of no width, stray surrogates, private, unassigned."""
JOINERS = {"\u200d", "\u200c"}
"""Zero-width joiners hold emoji and some scripts together."""


def show_name(path: str) -> str:
    """A name or path for people: composed Hangul and accents, everything that could steer a terminal replaced."""
    composed = unicodedata.normalize("NFC", path)
    return "".join(
        REPLACEMENT if unicodedata.category(letter) in UNSHOWN and letter not in JOINERS else letter
        for letter in composed
    )


def shorten(path: str, cells: int) -> str:
    """The name shown in at most `cells` terminal cells; what is cut is cut from the middle."""
    name = show_name(path)
    if cell_len(name) <= cells:
        return name
    room = max(0, cells - len(ELLIPSIS))
    tail = _from_the_end(name, room * 2 // 3)
    head = _from_the_start(name, room - cell_len(tail))
    return head + ELLIPSIS[: max(0, cells)] + tail


def _from_the_start(text: str, cells: int) -> str:
    kept = ""
    for letter in text:
        if cell_len(kept + letter) > cells:
            break
        kept += letter
    return kept


def _from_the_end(text: str, cells: int) -> str:
    kept = ""
    for letter in reversed(text):
        if cell_len(letter + kept) > cells:
            break
        kept = letter + kept
    return kept
