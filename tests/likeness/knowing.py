"""Photos made of bare facts, for tests of what follows once pictures were read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
from hypothesis import strategies as st

from wizard.likeness.fingerprint import Fingerprint
from wizard.likeness.index import Hashes
from wizard.likeness.photo import Photo
from wizard.photos.metadata import Metadata


def known(
    path: str, hash_: int | None, contents: str = "", size: int = 1000, **facts: Any
) -> Photo:
    """A photo with this perceptual hash; equal `contents` are equal bytes, by default nobody else's."""
    digest = hashlib.sha256((contents or path).encode()).hexdigest()
    shown = Metadata(400, 300, facts.pop("format", "JPEG"), **facts)
    return Photo(path, size, 0, Fingerprint(digest, hash_, shown))


def hashes(*values: int) -> Hashes:
    return np.array(values, dtype=np.uint64)


def near(values: list[int], at_most: int = 6) -> Iterator[tuple[int, int]]:
    """Positions of every pair that differs in at most six bits, by looking at all."""
    for a, b in combinations(range(len(values)), 2):
        if bin(values[a] ^ values[b]).count("1") <= at_most:
            yield a, b


@st.composite
def neighbourhoods(draw: st.DrawFn) -> list[int]:
    """Distinct hashes, most of them a few bits beside another one, so that six and seven both occur."""
    values = draw(st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=6, unique=True))
    for _ in range(draw(st.integers(0, 30))):
        beside = draw(st.sampled_from(values))
        for bit in draw(st.lists(st.integers(0, 63), min_size=1, max_size=8, unique=True)):
            beside ^= 1 << bit
        values.append(beside)
    return sorted(set(values))
