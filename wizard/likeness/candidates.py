"""Names pairs of photos of which one may be the other one turned, cropped or framed: by hashes alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from wizard.likeness.copies import around
from wizard.likeness.frames import Box
from wizard.likeness.index import MAX_DISTANCE, Hashes, Positions, bits_apart, near_pairs
from wizard.likeness.photo import Photo
from wizard.likeness.turns import inverse
from wizard.likeness.views import crop_boxes

WHOLE = -1
TURNS = 7
"""Ways to hold a picture but for the one it is held: the first of a photo's views."""
LOOSELY = 9
"""Bits for parts, which are only about the part that was cut out: a tenth cut off anywhere is 3 to 9 bits
from one of them."""


@dataclass(frozen=True)
class Candidate:
    """`copy` may be `original` turned so, or may show this part of it; `distance` in bits."""

    original: Photo
    copy: Photo
    turn: int
    box: Box | None
    distance: int

    def turned_round(self) -> Candidate:
        """The same pair, the other one taken for the original."""
        return replace(self, original=self.copy, copy=self.original, turn=inverse(self.turn))


def candidates(photos: Sequence[Photo]) -> list[Candidate]:
    """For each pair the likeliest way, the likeliest pairs first. One photo of each press is enough."""
    owners, hashes, ways = _every_view(photos)
    best: dict[tuple[int, int], Candidate] = {}
    for a, b in near_pairs(hashes, LOOSELY):
        distances = bits_apart(hashes[a], hashes[b])
        crosses = ((ways[a] < 0) != (ways[b] < 0)) & (owners[a] != owners[b])
        crosses &= (distances <= MAX_DISTANCE) | (np.maximum(ways[a], ways[b]) >= TURNS)
        a, b, distances = a[crosses], b[crosses], distances[crosses]
        for one, other, distance in zip(a.tolist(), b.tolist(), distances.tolist(), strict=True):
            viewed, whole = (one, other) if ways[one] >= 0 else (other, one)
            pair = int(owners[viewed]), int(owners[whole])
            key = min(pair), max(pair)
            if key not in best or distance < best[key].distance:
                best[key] = _candidate(
                    photos[pair[0]], photos[pair[1]], int(ways[viewed]), distance
                )
    return sorted(best.values(), key=lambda each: (each.distance, each.copy.path))


def _every_view(photos: Sequence[Photo]) -> tuple[Positions, Hashes, Positions]:
    """Whose view, its hash, and its number among the views: -1 for the picture as it is."""
    rows = []
    for owner, photo in enumerate(photos):
        whole, seen = photo.fingerprint.perceptual_hash, photo.fingerprint.views
        if whole is None:
            continue
        rows.append((owner, whole, WHOLE))
        inside = () if seen.inside is None else (seen.inside,)
        others = {hash_: way for way, hash_ in enumerate((*seen.turned, *seen.cropped, *inside))}
        rows.extend((owner, hash_, way) for hash_, way in others.items())
    return (
        np.array([owner for owner, _, _ in rows], np.int64),
        np.array([hash_ for _, hash_, _ in rows], np.uint64),
        np.array([way for _, _, way in rows], np.int64),
    )


def _candidate(viewed: Photo, whole: Photo, way: int, distance: int) -> Candidate:
    """The view of the first is what the second shows."""
    seen, facts = viewed.fingerprint.views, viewed.fingerprint.metadata
    if way < TURNS:
        return Candidate(whole, viewed, way + 1, None, distance)
    if way < TURNS + len(seen.cropped):
        box = crop_boxes(facts.width / max(1, facts.height))[way - TURNS]
        return Candidate(viewed, whole, 0, box, distance)
    return Candidate(whole, viewed, 0, around(seen.frame or Box()), distance)
