"""Which files belong to a picture: RAW, film of a live photo, edits, notes. They move with it or not at all."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from wizard.photos.file import RAW_SUFFIXES, File

SIDE_SUFFIXES = frozenset(
    [".aae", ".xmp", ".thm", ".mov", ".mp4", ".json", ".pp3", ".dop", ".wav", ".lrv"]
)
TAKEOUT_NAME_LIMIT = 46
"""Google Takeout cuts the name of a .json at this many characters, before the ending (seen in exports)."""


def companions(files: Iterable[File]) -> Mapping[str, tuple[File, ...]]:
    """The companions of each picture that has any, by the picture's path.

    A companion lies in the same folder and bears the picture's name: `IMG_1.MOV` or `IMG_1.xmp` of
    `IMG_1.HEIC`, `IMG_1.jpg.xmp`, `IMG_E1.AAE`, and Takeout's `IMG_1.jpg.json`,
    `IMG_1.jpg(1).json` of `IMG_1(1).jpg`, `IMG_1.jpg.supplemental-metadata.json`, also cut short.
    A RAW file that belongs to no picture is one itself, and has notes of its own.
    """
    by_folder: dict[str, list[File]] = defaultdict(list)
    for file in files:
        by_folder[file.parent].append(file)
    found: dict[str, tuple[File, ...]] = {}
    for members in by_folder.values():
        found.update(_within_a_folder(members))
    return found


def claims(found: Mapping[str, tuple[File, ...]]) -> Mapping[str, frozenset[str]]:
    """The pictures that each companion belongs to, by its path: `IMG_1.MOV` may be of `IMG_1.HEIC` and `IMG_1.JPG`."""
    pictures: dict[str, set[str]] = defaultdict(set)
    for picture, own in found.items():
        for companion in own:
            pictures[companion.path].add(picture)
    return {path: frozenset(owners) for path, owners in pictures.items()}


def lone_raw_files(files: Iterable[File]) -> frozenset[str]:
    """The RAW files that are no picture's companion, by path."""
    known = tuple(files)
    raw = {file.path for file in known if file.is_raw}
    if not raw:
        return frozenset()
    return frozenset(raw - {side.path for own in companions(known).values() for side in own})


def _within_a_folder(members: list[File]) -> Mapping[str, tuple[File, ...]]:
    sides = [file for file in members if _suffix(file) in RAW_SUFFIXES | SIDE_SUFFIXES]
    if not sides:
        return {}
    found = _claimed((file for file in members if file.is_picture), sides)
    of_pictures = {side.path for own in found.values() for side in own}
    lone = (file for file in sides if file.is_raw and file.path not in of_pictures)
    notes = [side for side in sides if _suffix(side) in SIDE_SUFFIXES]
    return {**found, **_claimed(lone, notes)}


def _claimed(pictures: Iterable[File], sides: Iterable[File]) -> dict[str, tuple[File, ...]]:
    """What belongs to each by its name, by path."""
    by_key: dict[str, list[File]] = defaultdict(list)
    for side in sides:
        for key in _keys_of_side(side.name):
            by_key[key].append(side)
    found = {}
    for picture in pictures:
        own = {side.path: side for key in _keys_of_picture(picture.name) for side in by_key[key]}
        if own:
            found[picture.path] = tuple(own[path] for path in sorted(own))
    return found


def _suffix(file: File) -> str:
    return os.path.splitext(file.name)[1].lower()


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _keys_of_picture(name: str) -> set[str]:
    """Every name under which a side file may refer to this picture."""
    whole = _plain(name)
    stem, suffix = os.path.splitext(whole)
    keys = {whole, stem, whole[:TAKEOUT_NAME_LIMIT]}
    if stem.endswith(")") and "(" in stem:
        base, _, number = stem.rpartition("(")
        keys.update(
            f"{title}({number}" for title in (base + suffix, (base + suffix)[:TAKEOUT_NAME_LIMIT])
        )
    if stem.startswith("img_") and not stem.startswith("img_e"):
        keys.add("img_e" + stem[4:])
    return keys


def _keys_of_side(name: str) -> set[str]:
    """What a side file's name refers to."""
    stem, suffix = os.path.splitext(_plain(name))
    if suffix != ".json":
        return {stem}
    keys = {stem}
    base, dot, last = stem.rpartition(".")
    extra = "supplemental-metadata"
    word, bracket, number = last.partition("(")
    if dot and word and extra.startswith(word):
        keys.add(base + bracket + number)
    return keys
