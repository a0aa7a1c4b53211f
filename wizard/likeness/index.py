"""Exact search for hashes that differ in at most six bits, without comparing all with all.

Six differing bits touch at most six of the eight bytes of a hash, so at least two bytes are equal:
whoever is close shares one of the 28 sixteen-bit keys made of two bytes (the pigeonhole of
Norouzi, Punjani and Fleet, "Fast Search in Hamming Space with Multi-Index Hashing", 2012).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

MAX_DISTANCE = 6
"""More than 90 percent of 64 bits: at most 6 differ."""
PAIRS_AT_ONCE = 2_000_000
"""Bounds memory: 2 million candidate pairs are about 64 MB."""

Hashes = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]


def near_pairs(
    hashes: Hashes, at_most: int = MAX_DISTANCE
) -> Iterator[tuple[Positions, Positions]]:
    """Positions (a, b) of every pair so few bits apart, in blocks; a pair may come twice.

    Every one up to MAX_DISTANCE; of those further apart, the ones that share a key: most.
    """
    for high, low in combinations(range(8), 2):
        keys = (_byte(hashes, high) << np.uint64(8)) | _byte(hashes, low)
        order = np.argsort(keys, kind="stable").astype(np.int64)
        yield from _within_runs(hashes, order, keys[order], at_most)


def components(hashes: Hashes) -> Positions:
    """For each hash the smallest position that it is linked to by a chain of near pairs."""
    import scipy.sparse
    from scipy.sparse.csgraph import connected_components

    labels = np.arange(len(hashes), dtype=np.int64)
    for a, b in near_pairs(hashes):
        a, b = labels[a], labels[b]
        fresh = a != b
        if fresh.any():
            links: Any = scipy.sparse.coo_matrix(
                (np.ones(int(fresh.sum()), dtype=bool), (a[fresh], b[fresh])),
                shape=(len(hashes), len(hashes)),
            )
            _, joined = connected_components(links, directed=False)
            first = np.full(int(joined.max()) + 1, len(hashes), dtype=np.int64)
            np.minimum.at(first, joined, np.arange(len(hashes)))
            labels = first[joined][labels]
    return labels


def _byte(hashes: Hashes, which: int) -> Hashes:
    return (hashes >> np.uint64(8 * which)) & np.uint64(255)


def _within_runs(
    hashes: Hashes, order: Positions, keys: Hashes, at_most: int
) -> Iterator[tuple[Positions, Positions]]:
    """Compares each hash with the next, the one after, and so on, while they share the key."""
    ends = np.searchsorted(keys, keys, side="right")
    here = np.arange(len(keys), dtype=np.int64)
    step = 1
    while True:
        here = here[here + step < ends[here]]
        if not len(here):
            return
        for start in range(0, len(here), PAIRS_AT_ONCE):
            block = here[start : start + PAIRS_AT_ONCE]
            a, b = order[block], order[block + step]
            near = bits_apart(hashes[a], hashes[b]) <= at_most
            if near.any():
                yield a[near], b[near]
        step += 1


def bits_apart(a: Hashes, b: Hashes | np.uint64) -> Positions:
    """How many bits differ, position by position."""
    as_bytes = np.ascontiguousarray(a ^ b).view(np.uint8).reshape(-1, 8)
    counts: Positions = np.unpackbits(as_bytes, axis=1).sum(axis=1, dtype=np.int64)
    return counts
