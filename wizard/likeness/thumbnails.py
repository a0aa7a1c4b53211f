"""Which photos must be decoded whole, because their thumbnail's hash is too near to the limit to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from threading import Event

import numpy as np

from wizard.likeness.fingerprint import Fingerprint
from wizard.likeness.index import Hashes, bits_apart, near_pairs

DOUBT = 5, 10
"""Bits. The limit is 6. Of nine HEIC photos the hash of the thumbnail was 0 to 4 bits off that of the whole
(four 0, three 2, two 4). What is nearer than this is decoded whole by the close look in any case."""


def in_doubt(known: Mapping[str, Fingerprint], stop: Event | None = None) -> list[str]:
    """Of the photos seen by their thumbnails, by path, those that may be just near or just not. Raises Stopped.

    All that are up to 6 bits from another photo, and most of those beyond: see `near_pairs`.
    """
    hashed = {path: each for path, each in known.items() if each.perceptual_hash is not None}
    small = [path for path, each in hashed.items() if each.metadata.from_thumbnail]
    everyone = _hashes(hashed.values())
    ours = _hashes(hashed[path] for path in small)
    doubtful = np.zeros(len(small), dtype=bool)
    for here, there in near_pairs(ours, everyone, stop, DOUBT[1]):
        doubtful[here[bits_apart(ours[here], everyone[there]) >= DOUBT[0]]] = True
    return [small[place] for place in np.flatnonzero(doubtful)]


def _hashes(known: Iterable[Fingerprint]) -> Hashes:
    return np.array([each.perceptual_hash for each in known], dtype=np.uint64)
