"""Exact search for hashes that differ in at most six bits, without comparing all with all.

Six differing bits touch at most six of the eight bytes of a hash, so at least two bytes are equal:
whoever is close shares one of the 28 sixteen-bit keys made of two bytes (the pigeonhole of
Norouzi, Punjani and Fleet, "Fast Search in Hamming Space with Multi-Index Hashing", 2012).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from threading import Event

import numpy as np
import numpy.typing as npt

from wizard.long_work import stop_if_asked

MAX_DISTANCE = 6
"""More than 90 percent of 64 bits: at most 6 differ."""
KEYS = 1 << 16
AT_ONCE = 1 << 15
"""Hashes compared in one stroke: a quarter of a megabyte, which stays in a processor's cache."""

Hashes = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]
Pairs = Iterator[tuple[Positions, Positions]]


def bits_apart(a: Hashes | np.uint64, b: Hashes | np.uint64) -> npt.NDArray[np.uint8]:
    """How many bits differ, position by position."""
    return np.bitwise_count(a ^ b)


def all_keys(hashes: Hashes) -> Iterator[npt.NDArray[np.uint16]]:
    """Every two bytes of the hashes as one number: 28 keys."""
    eight = np.arange(8, dtype=np.uint64) * np.uint64(8)
    single = [((hashes >> shift) & np.uint64(255)).astype(np.uint16) for shift in eight]
    for high, low in combinations(single, 2):
        yield (high << np.uint16(8)) | low


def near_pairs(
    hashes: Hashes, others: Hashes, stop: Event | None = None, at_most: int = MAX_DISTANCE
) -> Pairs:
    """Positions in `hashes` and in `others` of every pair so few bits apart, in blocks.

    Every one up to MAX_DISTANCE; of those further apart, the ones that share a key: most. A pair may
    come twice. Keys that CROWD of the others share are passed over. Raises Stopped.
    """
    for keys, other_keys in zip(all_keys(hashes), all_keys(others), strict=True):
        order = np.argsort(other_keys, kind="stable")
        there = others[order]
        counts = np.bincount(other_keys, minlength=KEYS)
        starts = np.cumsum(counts) - counts
        counts[counts > CROWD] = 0
        for begin in range(0, len(hashes), AT_ONCE):
            stop_if_asked(stop)
            block = keys[begin : begin + AT_ONCE]
            for here, place in _in_step(counts[block], starts[block]):
                near = bits_apart(hashes[begin + here], there[place]) <= at_most
                if near.any():
                    yield begin + here[near], order[place[near]]


CROWD = 2_000
"""Hashes of one key: among 100,000 pictures the fullest keys of real photos hold some hundreds."""


def _in_step(counts: Positions, starts: Positions) -> Pairs:
    """With the first that has the key, with the second, and so on, as long as there are any."""
    here = np.flatnonzero(counts)
    step = 0
    while len(here):
        yield here, starts[here] + step
        step += 1
        here = here[counts[here] > step]
