"""Names pairs of photos of which one may be the other one turned, cropped or framed: by hashes alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Event

import numpy as np

from wizard.likeness.components import CROWD, components
from wizard.likeness.copies import around
from wizard.likeness.frames import Box
from wizard.likeness.index import MAX_DISTANCE, Hashes, Positions, bits_apart, near_pairs
from wizard.likeness.photo import Photo
from wizard.likeness.turns import ORIENTATIONS, inverse
from wizard.likeness.views import crop_boxes

NEAREST = 20
"""Originals kept for one copy; three are tried, of those that the cameras' facts do not exclude."""
AT_ONCE = 300_000
"""Pairs gathered before all but the nearest are let go: 10 MB."""

PHOTOS_AT_ONCE = 5_000
"""Whose views are searched in one go: 23 each, about 15 MB with their keys."""

Rows = np.ndarray[tuple[int, int], np.dtype[np.int64]]
"""Pairs, one in each row: whose view it is, who shows it, which view, how many bits apart."""
TURNS = ORIENTATIONS - 1
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


def candidates(photos: Sequence[Photo], stop: Event | None = None) -> Iterator[Candidate]:
    """For each pair the likeliest way, the likeliest pairs first. One photo of each press is enough.

    Raises Stopped.
    """
    searched = _outside_of_crowds(photos, stop)
    rows = _near_views(searched, stop)
    for viewed, whole, way, distance in rows[np.lexsort((*rows.T[:2], rows[:, 3]))].tolist():
        yield _candidate(searched[viewed], searched[whole], way, distance)


def _outside_of_crowds(photos: Sequence[Photo], stop: Event | None) -> list[Photo]:
    """Near-blank scans are like all their turns and crops: fifty thousand would make billions of pairs."""
    hashed = [photo for photo in photos if photo.fingerprint.perceptual_hash is not None]
    distinct, place = np.unique(_wholes(hashed), return_inverse=True)
    labels = components(distinct, stop)[place]
    crowded = np.bincount(labels, minlength=1)[labels] > CROWD
    return [photo for photo, among_many in zip(hashed, crowded, strict=True) if not among_many]


def _wholes(photos: Sequence[Photo]) -> Hashes:
    return np.array([photo.fingerprint.perceptual_hash for photo in photos], dtype=np.uint64)


def _near_views(photos: Sequence[Photo], stop: Event | None) -> Rows:
    """Every pair of photos of which one shows a view of the other, once."""
    wholes = _wholes(photos)
    rows, gathered = [np.empty((0, 4), dtype=np.int64)], 0
    for begin in range(0, len(photos), PHOTOS_AT_ONCE):
        owners, ways, views = _views(photos[begin : begin + PHOTOS_AT_ONCE])
        for view, whole in near_pairs(views, wholes, stop, LOOSELY):
            distance = bits_apart(views[view], wholes[whole])
            viewed, way = begin + owners[view], ways[view]
            fresh = np.stack([viewed, whole, way, distance.astype(np.int64)], axis=1)
            near = (distance <= MAX_DISTANCE) | (way >= TURNS)
            rows.append(fresh[near & (viewed != whole)])
            gathered += len(view)
            if gathered > AT_ONCE:
                rows, gathered = [_nearest(np.concatenate(rows))], 0
    return _nearest(np.concatenate(rows))


def _views(photos: Sequence[Photo]) -> tuple[Positions, Positions, Hashes]:
    """Whose view, its number among the views of its photo, its hash."""
    written = [photo.fingerprint.views.hashes for photo in photos]
    counts = np.array([len(each) // 8 for each in written], dtype=np.int64)
    owners = np.repeat(np.arange(len(photos)), counts)
    ways = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    return owners, ways, np.frombuffer(b"".join(written), dtype=">u8").astype(np.uint64)


def _nearest(rows: Rows) -> Rows:
    """Of each two photos the nearest row, and of each photo the NEAREST ones."""
    viewed, whole, way, distance = rows.T
    first, second = np.minimum(viewed, whole), np.maximum(viewed, whole)
    rows = rows[np.lexsort((viewed, -way, distance, second, first))]
    pairs = np.sort(rows[:, :2], axis=1)
    rows = rows[_places(pairs) == 0]
    kept = np.zeros(len(rows), dtype=bool)
    for side in (0, 1):
        order = np.lexsort((rows[:, 1 - side], rows[:, 3], rows[:, side]))
        kept[order[_places(rows[order, side : side + 1]) < NEAREST]] = True
    return rows[kept]


def _places(sorted_: Rows) -> Positions:
    """How many equal rows stand before each."""
    at = np.arange(len(sorted_))
    new = np.ones(len(sorted_), dtype=bool)
    new[1:] = (sorted_[1:] != sorted_[:-1]).any(axis=1)
    return at - np.maximum.accumulate(np.where(new, at, 0))


def _candidate(viewed: Photo, whole: Photo, way: int, distance: int) -> Candidate:
    """The view of the first is what the second shows."""
    seen, facts = viewed.fingerprint.views, viewed.fingerprint.metadata
    if way < TURNS:
        return Candidate(whole, viewed, way + 1, None, distance)
    boxes = crop_boxes(facts.width / max(1, facts.height))
    if way < TURNS + len(boxes):
        return Candidate(viewed, whole, 0, boxes[way - TURNS], distance)
    return Candidate(whole, viewed, 0, around(seen.frame or Box()), distance)
