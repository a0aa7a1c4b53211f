"""Names that every drive can hold: FAT and Windows refuse some, so a backup replaces them on its side only."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import PurePath

_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\%\ud800-\udfff]')
"""`%`, CR and LF too: bagit-python and sha256sum disagree on how a manifest writes them (measured)."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|\Z)", re.IGNORECASE)
LONGEST = 240
"""Bytes of UTF-8 in one name; drives hold 255, and a number may have to be added."""


class BackupNames:
    """Gives every path of a library its path in the backup: the same where that is possible everywhere.

    Two paths that a drive would take for one (other case, other composition of Hangul or accents)
    are told apart by a number. The same paths in the same order always get the same names.
    """

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}
        self._given: dict[str, str] = {}

    def remember(self, path: str, given: str) -> None:
        """Keeps the name given in an earlier backup."""
        for depth in range(1, path.count("/") + 2):
            part, name = ("/".join(whole.split("/")[:depth]) for whole in (path, given))
            self._given[part] = name
            self._taken[_plain(name)] = part

    def name(self, path: str) -> str:
        """The path in the backup for a relative path with slashes."""
        if path in self._given:
            return self._given[path]
        parent, _, last = path.rpartition("/")
        above = self.name(parent) + "/" if parent else ""
        wished = above + portable(last)
        stem, suffix = os.path.splitext(wished)
        given, number = wished, 1
        while self._taken.setdefault(_plain(given), path) != path:
            number += 1
            given = f"{stem} ({number}){suffix}"
        self._given[path] = given
        return given


def portable(name: str) -> str:
    """One name, as Windows, macOS and Linux drives can all hold it."""
    name = _REFUSED.sub("_", name)
    if _RESERVED.match(name) or name.casefold() == "_versions":
        name = "_" + name
    stem, suffix = os.path.splitext(name)
    while len((stem + suffix).encode()) > LONGEST and stem:
        stem = stem[:-1]
    name = stem + suffix
    return name[:-1] + "_" if name.endswith((".", " ")) else name


def stays_below(path: str) -> bool:
    """True for a relative path that does not climb out of the folder it is joined to, on this system."""
    pure = PurePath(path)
    return bool(pure.parts) and not pure.anchor and ".." not in pure.parts and "\0" not in path


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
