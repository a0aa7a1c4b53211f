"""Which photos must be decoded whole, because their thumbnail's hash is too near to the limit to decide."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Event

import numpy as np

from wizard.likeness.fingerprint import Fingerprint
from wizard.likeness.index import bits_apart
from wizard.long_work import stop_if_asked

DOUBT = 5, 10
"""Bits. The limit is 6. Of nine HEIC photos the hash of the thumbnail was 0 to 4 bits off that of the whole
(four 0, three 2, two 4). What is nearer than this is decoded whole by the close look in any case."""


def in_doubt(known: Mapping[str, Fingerprint], stop: Event | None = None) -> list[str]:
    """Of the photos seen by their thumbnails, by path, those that may be just near or just not. Raises Stopped."""
    hashes = [each.perceptual_hash for each in known.values() if each.perceptual_hash is not None]
    everyone = np.array(hashes, dtype=np.uint64)
    found = []
    for path, fingerprint in known.items():
        if not fingerprint.metadata.from_thumbnail or fingerprint.perceptual_hash is None:
            continue
        stop_if_asked(stop)
        distances = bits_apart(everyone, np.uint64(fingerprint.perceptual_hash))
        if ((distances >= DOUBT[0]) & (distances <= DOUBT[1])).any():
            found.append(path)
    return found
