"""Looks at the pixels once more where hashes are near, to tell copies from moments. Threads, stoppable."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event
from typing import Protocol

import numpy as np

from wizard.likeness.cache import Cache
from wizard.likeness.captures import Captures, largest_first
from wizard.likeness.components import CROWD, components, linked
from wizard.likeness.joining import joined, trials
from wizard.likeness.photo import Looks, Photo, Seen
from wizard.likeness.pictures import Pictures
from wizard.long_work import Progress, Report, stop_if_asked
from wizard.photos.picture import UnreadablePicture


class Work(Protocol):
    """A part of the look that is remembered by its name."""

    @property
    def name(self) -> str:
        """By the contents of its photos, wherever they lie."""

    @property
    def weight(self) -> int:
        """How many photos are looked at."""

    def see(self, pictures: Pictures, stop: Event | None) -> Seen:
        """What they show. Raises Stopped."""


@dataclass(frozen=True)
class Cluster:
    """Photos whose hashes are linked, one of each content."""

    photos: tuple[Photo, ...]

    @property
    def name(self) -> str:
        """By the contents of its photos, wherever they lie."""
        return "+".join(sorted(photo.sha256[:16] for photo in self.photos))

    @property
    def weight(self) -> int:
        """How many photos are looked at."""
        return len(self.photos)

    def see(self, pictures: Pictures, stop: Event | None) -> Seen:
        """What they show, found by comparing each with the first of every press before it. Raises Stopped."""
        captures = Captures(pictures, stop)
        seen: dict[str, Looks] = {}
        for photo in self.photos:
            try:
                seen[photo.sha256] = captures.place(photo)
            except UnreadablePicture:
                continue  # it was readable a moment ago; nothing is claimed of it
        return seen


def look_closely(
    photos: Sequence[Photo],
    pictures: Pictures,
    cache: Cache | None = None,
    stop: Event | None = None,
    report: Report = lambda _: None,
) -> tuple[Photo, ...]:
    """The photos with what each shows: near ones first, then turned, cropped and framed copies.

    Raises Stopped; what was seen by then is remembered.
    """
    seen: dict[str, Looks] = {}
    for found in _every(clusters(photos, stop), pictures, cache, stop, report).values():
        seen.update(found)
    looked = [replace(photo, looks=seen.get(photo.sha256)) for photo in photos]
    tried = trials(looked, stop)
    return joined(looked, tried, _every(tried, pictures, cache, stop, report))


def clusters(photos: Sequence[Photo], stop: Event | None = None) -> list[Cluster]:
    """All photos that are linked by near hashes to another one with other contents, crowds left out.

    Raises Stopped.
    """
    hashed = [
        each for each in largest_first(photos) if each.fingerprint.perceptual_hash is not None
    ]
    values = np.array([each.fingerprint.perceptual_hash for each in hashed], dtype=np.uint64)
    distinct, place = np.unique(values, return_inverse=True)
    labels = components(distinct, stop)[place]
    return [
        Cluster(tuple(hashed[at] for at in positions))
        for positions in linked(labels)
        if 1 < len(positions) <= CROWD
    ]


def _every(
    work: Sequence[Work],
    pictures: Pictures,
    cache: Cache | None,
    stop: Event | None,
    report: Report,
) -> Mapping[str, Seen]:
    """Does what is not remembered, on all cores; by name what was seen. Raises Stopped."""
    known: dict[str, Seen] = {}
    if cache:
        known.update(cache.recall_looks([each.name for each in work]))
    new = [each for each in work if each.name not in known]
    done, of = 0, sum(each.weight for each in new)

    def look(each: Work) -> Seen:
        return {} if stop is not None and stop.is_set() else each.see(pictures, stop)

    try:
        with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
            for each, seen in zip(new, pool.map(look, new), strict=True):
                stop_if_asked(stop)
                known[each.name] = seen
                if cache:
                    cache.remember_looks(each.name, seen)
                done += each.weight
                report(Progress(done, of, 0, 0))
    finally:
        if cache:
            cache.flush()
    return known
