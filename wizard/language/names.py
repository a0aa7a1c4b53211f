"""File names as they may be shown: no escapes, no hidden direction marks, cut to the room there is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from rich.cells import cell_len

from wizard.language.catalogs import language

REPLACEMENT = "?"
"""Stands for what must not reach a screen. ASCII, so that its width is sure."""
ELLIPSIS = "..."
"""Three dots: the single character is two cells wide in some Korean terminals."""
UNSHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode categories: controls, marks of direction and of no width, stray surrogates, private, unassigned."""
JOINERS = {"\u200d", "\u200c"}
"""Zero-width joiners hold emoji and some scripts together."""

_LAST, _SIGNS, _DIGITS, _OWN_LETTERS, _OTHER_LETTERS = range(5)
"""What a shorter name ends with comes first, then signs, numbers and letters."""
_NUMBERS = re.compile(r"(\d+)")
_AFTER_ITS_LETTER = "\U0002ffff"
"""Higher than any letter, so that ñ stands between nz and o."""


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


def whole(path: str, cells: int) -> str:
    """The name shown, however many cells it takes: in lines that are read aloud nothing else would say the rest."""
    return show_name(path)


Naming = Callable[[str, int], str]
"""`shorten` for a screen, where the whole name stands elsewhere; `whole` for lines."""


def reading_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """What names are sorted by, as a person of the language in use looks them up.

    2 comes before 10; accents count only between equals, but ñ follows n (Real Academia Española);
    Korean names come before Latin ones in Korean and after them elsewhere (as in CLDR's collations).
    """
    shown = show_name(name)
    spread = unicodedata.normalize("NFD", shown.casefold().replace("ñ", "n" + _AFTER_ITS_LETTER))
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    parts = _NUMBERS.split(unicodedata.normalize("NFC", plain))
    key = [each for part in parts for each in _ranked(part)]
    return (*key, (_LAST, 0, shown))


def _ranked(part: str) -> list[tuple[int, int, str]]:
    """A number as one, any other text letter by letter."""
    if part.isdecimal():
        return [(_DIGITS, int(part), "")]
    return [(_rank(letter), 0, letter) for letter in part]


def _rank(letter: str) -> int:
    if not letter.isalpha() and letter != _AFTER_ITS_LETTER:
        return _SIGNS
    return _OWN_LETTERS if _is_hangul(letter) == (language() == "ko") else _OTHER_LETTERS


def _is_hangul(letter: str) -> bool:
    return "\uac00" <= letter <= "\ud7a3"


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
