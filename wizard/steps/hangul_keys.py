"""What a Korean input method makes of keys: one syllable comes where two or more letters were pressed."""

from __future__ import annotations

import unicodedata

LETTER = "HANGUL LETTER "
"""How Unicode names a letter that stands alone, as the input method sends it for a single key."""


def typed_with(character: str) -> list[str]:
    """The letters of the keys that were pressed for it: for 유 ㅇ and ㅠ, for ㄻ ㄹ and ㅁ.

    None for everything else, a single letter too.
    """
    if not ("가" <= character <= "힣" or "ㄱ" <= character <= "ㅣ"):
        return []
    parts = unicodedata.normalize("NFD", character)
    letters = [letter for part in parts for letter in _letters(part)]
    return letters if letters != [character] else []


def _letters(part: str) -> list[str]:
    """A part of a syllable as letters that stand alone; a cluster has two names, joined by a hyphen."""
    _hangul, _place, name = unicodedata.name(part).split(" ", 2)
    return [unicodedata.lookup(LETTER + each) for each in name.split("-")]
