"""Links hashes by chains of near pairs, however many are near-equal, in a few times their own memory.

Thirty thousand near-equal hashes make 450 million near pairs. None is kept: each key's links are merged
at once, and what is linked already is not compared again.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import numpy as np

from wizard.likeness.index import (
    AT_ONCE,
    KEYS,
    MAX_DISTANCE,
    Hashes,
    Positions,
    all_keys,
    bits_apart,
)
from wizard.long_work import stop_if_asked

CROWD = 300
"""Pictures of one component, above which being linked tells nothing: near-blank scans, pages of one form.
They are grouped by their hashes and by their bytes alone: a closer look takes half a second of each."""
SHORT_RUN = 256
"""Hashes of one key that are compared each with each. In a longer run each is first compared with some
neighbours, which links most of what is alike; only what is not yet linked is compared with all."""
NEIGHBOURS = 8
"""Those on either side, by their steps in the run."""

Link = tuple[Positions, Positions]


def components(hashes: Hashes, stop: Event | None = None) -> Positions:
    """For each hash the smallest position that it is linked to by a chain of near pairs. Raises Stopped."""
    labels = np.arange(len(hashes), dtype=np.int64)
    for keys in all_keys(hashes):
        counts = np.bincount(keys, minlength=KEYS)
        # The longest runs lie first, so that those that still have a next neighbour are one slice.
        longest_first = np.argsort(-counts, kind="stable")
        rank = np.empty(KEYS, dtype=np.uint16)
        rank[longest_first] = np.arange(KEYS)
        order = np.argsort(rank[keys], kind="stable")
        lengths = counts[longest_first]
        _link_runs(labels, hashes[order], order, lengths[lengths > 1], stop)
    return labels


def linked(labels: Positions) -> list[Positions]:
    """The positions of each label, as `components` gives them."""
    if not len(labels):
        return []
    order = np.argsort(labels, kind="stable")
    return list(np.split(order, np.flatnonzero(np.diff(labels[order])) + 1))


def _link_runs(
    labels: Positions, hashes: Hashes, order: Positions, lengths: Positions, stop: Event | None
) -> None:
    """Links within the runs of one key, from the longest to the shortest; `order` is where they belong."""
    ends = np.cumsum(lengths)
    long = int(np.count_nonzero(lengths > SHORT_RUN))
    first_short = int(ends[long - 1]) if long else 0
    links: list[Link] = []
    for step in range(1, min(SHORT_RUN, int(lengths.max(initial=1)))):
        stop_if_asked(stop)
        begin = 0 if step <= NEIGHBOURS else first_short
        end = int(ends[np.count_nonzero(lengths > step) - 1])
        for here in _near_neighbours(hashes[begin:end], step):
            links.append((order[begin + here], order[begin + here + step]))
        if sum(len(each) for each, _ in links) > len(labels):
            links = _merge(labels, links)
    _merge(labels, links)
    for begin, length in zip(ends[:long] - lengths[:long], lengths[:long], strict=True):
        run = slice(begin, begin + length)
        _merge(labels, _unlinked(hashes[run], labels[order[run]], stop))


def _near_neighbours(hashes: Hashes, step: int) -> Iterator[Positions]:
    """Which are near to the one so many steps on; that it may be of another run does no harm."""
    for begin in range(0, len(hashes) - step, AT_ONCE):
        part = hashes[begin : begin + AT_ONCE + step]
        near = np.flatnonzero(bits_apart(part[:-step], part[step:]) <= MAX_DISTANCE)
        if len(near):
            yield begin + near


def _unlinked(hashes: Hashes, labels: Positions, stop: Event | None) -> Iterator[Link]:
    """Compares each with all that bear another label, but for those of the commonest label."""
    _, place, counts = np.unique(labels, return_inverse=True, return_counts=True)
    order = np.argsort(counts[place] * len(counts) + place, kind="stable")
    hashes, labels = hashes[order], labels[order]
    for position in range(int(len(labels) - counts.max())):
        stop_if_asked(stop)
        near = bits_apart(hashes[position + 1 :], hashes[position]) <= MAX_DISTANCE
        others = np.unique(labels[position + 1 :][near])
        if len(others):
            yield np.full(len(others), labels[position]), others


def _merge(labels: Positions, links: list[Link] | Iterator[Link]) -> list[Link]:
    """Gives both ends of each link, and all that bear their labels, the smaller label. Nothing is left."""
    pairs = list(links)
    if not pairs:
        return []
    a, b = (np.concatenate(each) for each in zip(*pairs, strict=True))
    while True:
        a, b = labels[a], labels[b]
        apart = a != b
        a, b = a[apart], b[apart]
        if not len(a):
            return []
        np.minimum.at(labels, np.maximum(a, b), np.minimum(a, b))
        while not np.array_equal(further := labels[labels], labels):
            labels[:] = further
