"""Finds copies whose pixels were rotated or mirrored: their hash says nothing, turned it says all.

Candidates come from the hashes alone; only what the pixels prove changes a group (LIKENESS, Groups).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from wizard.likeness.groups import Group
from wizard.likeness.index import near_pairs
from wizard.likeness.photo import Photo


def candidates(photos: Sequence[Photo], groups: Sequence[Group]) -> list[list[Group]]:
    """Groups, and photos in none as groups of one, gathered where one may be the other one turned.

    Each is represented by its best photo, so that a folder of near-equal pictures stays one entry.
    """
    grouped = {photo.path for group in groups for photo in group.photos}
    alone = [Group((photo,), -1) for photo in photos if photo.path not in grouped]
    entries = [each for each in (*groups, *alone) if each.best.fingerprint.turned]
    first = list(range(len(entries)))
    for a, b in _turned_pairs([each.best for each in entries]):
        a, b = sorted((_root(first, a), _root(first, b)))
        first[b] = a
    gathered: dict[int, list[Group]] = defaultdict(list)
    for position, each in enumerate(entries):
        gathered[_root(first, position)].append(each)
    return [each for each in gathered.values() if len(each) > 1]


def _turned_pairs(photos: Sequence[Photo]) -> list[tuple[int, int]]:
    """Positions of photos of which one, turned, is more than 90 percent like the other."""
    count = len(photos)
    upright = [photo.fingerprint.perceptual_hash or 0 for photo in photos]
    turned = [photo.fingerprint.turned for photo in photos]
    hashes = np.array([*upright, *(each for way in zip(*turned, strict=True) for each in way)])
    found: set[tuple[int, int]] = set()
    for a, b in near_pairs(hashes.astype(np.uint64)):
        across = (a < count) != (b < count)
        pairs = np.stack([a[across] % count, b[across] % count]) if count else np.empty((2, 0))
        found.update((int(x), int(y)) for x, y in np.unique(np.sort(pairs, axis=0), axis=1).T)
    return sorted(pair for pair in found if pair[0] != pair[1])


def _root(first: Sequence[int], position: int) -> int:
    while first[position] != position:
        position = first[position]
    return position


def regrouped(gathered: Sequence[Group], looked_at: Group) -> list[Group]:
    """The groups to show once the gathered ones were looked at together.

    All photos of a press of the shutter that lay in several of them become a group of their own;
    what is left of a group stays one. Nothing unproven joins.
    """
    home = {photo.path: number for number, each in enumerate(gathered) for photo in each.photos}
    presses: dict[str, list[Photo]] = defaultdict(list)
    for photo in looked_at.photos:
        presses[photo.looks.capture if photo.looks else photo.path].append(photo)
    found, left = [], defaultdict(list)
    for photos in presses.values():
        homes = {home[photo.path] for photo in photos}
        if len(homes) > 1:
            found.append(Group(tuple(photos), looked_at.moment))
        else:
            left[homes.pop()].extend(photos)
    for number, photos in left.items():
        if len(photos) > 1:
            inside = tuple(sorted(photos, key=lambda photo: photo.path))
            found.append(Group(inside, gathered[number].moment))
    return found
