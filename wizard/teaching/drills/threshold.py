"""The threshold lab: pairs of practice photos for which the percent alone leads astray."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from wizard.likeness.fingerprint import similarity
from wizard.likeness.groups import Photo
from wizard.teaching.drills.cleaner import answers

PAIRS = (("bracket-window", False), ("edited-umbrella", True), ("kitchen-before-after", False))
"""Sets of the practice photos, and whether the pair is a copy: two moments at a high percent, a copy at a low one."""


@dataclass(frozen=True)
class Pair:
    """Two photos, their percent as it is measured, and what is true of them."""

    set: str
    a: Photo
    b: Photo
    percent: float
    is_copy: bool


def pairs(photos: Iterable[Photo]) -> tuple[Pair, ...]:
    """The pairs that are among `photos`."""
    read = {photo.path: photo for photo in photos}
    found = (_pair(name, is_copy, read) for name, is_copy in PAIRS)
    return tuple(pair for pair in found if pair is not None)


def _pair(name: str, is_copy: bool, read: dict[str, Photo]) -> Pair | None:
    """Of copies the first two, an original and its cut copy; of others the two that are most alike."""
    paths = [answer.path for answer in answers() if answer.set == name]
    members = [read[path] for path in paths if path in read]
    choices = list(combinations(members, 2))
    if not choices:
        return None
    a, b = choices[0] if is_copy else max(choices, key=_percent)
    return Pair(name, a, b, _percent((a, b)), is_copy)


def _percent(two: tuple[Photo, Photo]) -> float:
    return similarity(two[0].fingerprint, two[1].fingerprint)
