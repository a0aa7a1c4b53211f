"""What an input method makes of keys: a syllable where letters were pressed, a wide １ where 1 was."""

from __future__ import annotations

import unicodedata

LETTER = "HANGUL LETTER "
"""How Unicode names a letter that stands alone, as the input method sends it for a single key."""


def typed_with(character: str) -> list[str]:
    """The keys that were pressed for it: for 유 ㅇ and ㅠ, for ㄻ ㄹ and ㅁ, for １ 1, for a wide space the space.

    None for everything else, a single letter too.
    """
    if len(character) == 1 and unicodedata.east_asian_width(character) == "F":
        plain = unicodedata.normalize("NFKC", character)
        return ["space" if plain == " " else plain]
    if not ("가" <= character <= "힣" or "ㄱ" <= character <= "ㅣ"):
        return []
    parts = unicodedata.normalize("NFD", character)
    letters = [letter for part in parts for letter in _letters(part)]
    return letters if letters != [character] else []


def _letters(part: str) -> list[str]:
    """A part of a syllable as letters that stand alone; a cluster has two names, joined by a hyphen."""
    _hangul, _place, name = unicodedata.name(part).split(" ", 2)
    return [unicodedata.lookup(LETTER + each) for each in name.split("-")]
