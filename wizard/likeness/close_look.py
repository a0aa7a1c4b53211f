"""Looks at the pixels of each group once more, to tell copies from moments. Threads, stoppable, remembered."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

from wizard.likeness.cache import Cache
from wizard.likeness.captures import Captures, largest_first
from wizard.likeness.groups import Group, in_order
from wizard.likeness.photo import Looks, Photo
from wizard.likeness.small_picture import read_small
from wizard.likeness.turned_copies import candidates, regrouped
from wizard.long_work import Stopped
from wizard.photos.library import Library
from wizard.photos.picture import UnreadablePicture


def look_closely(
    library: Library,
    photos: Sequence[Photo],
    groups: Sequence[Group],
    cache: Cache | None,
    stop: Event | None,
) -> tuple[Group, ...]:
    """The groups, each photo with what it shows, and with them the copies that were turned or mirrored.

    Raises Stopped; what was seen by then is remembered.
    """
    stop = stop or Event()
    together = candidates(photos, groups)
    busy = {photo.path for gathered in together for each in gathered for photo in each.photos}
    plain = [group for group in groups if group.photos[0].path not in busy]
    merged = [
        Group(tuple(photo for each in gathered for photo in each.photos), gathered[0].moment)
        for gathered in together
    ]
    looks = _looks_of(library, plain, merged, cache, stop)
    seen = [_with(group, looks[_name(group)]) for group in (*plain, *merged)]
    found = seen[: len(plain)]
    for gathered, group in zip(together, seen[len(plain) :], strict=True):
        found.extend(regrouped(gathered, group))
    return in_order(found)


def _looks_of(
    library: Library,
    plain: Sequence[Group],
    merged: Sequence[Group],
    cache: Cache | None,
    stop: Event,
) -> dict[str, dict[str, Looks]]:
    """By the name of each group what each content shows, by digest."""
    known = cache.recall_looks([_name(each) for each in (*plain, *merged)]) if cache else {}

    def look(group: Group, turned: bool) -> tuple[str, dict[str, Looks]]:
        name = _name(group)
        found = known.get(name)
        if found is None:
            found = _look(library, group, turned, stop)
            if cache and not stop.is_set():
                cache.remember_looks(name, found)
        return name, found

    work = [(group, False) for group in plain] + [(group, True) for group in merged]
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        looks = dict(pool.map(lambda each: look(*each), work))
    if stop.is_set():
        raise Stopped
    return looks


def _look(library: Library, group: Group, turned: bool, stop: Event) -> dict[str, Looks]:
    """What each content of a group shows, by digest. Exact copies alone need no look."""
    if group.all_identical:
        return {}
    captures, found = Captures(turned=turned), {}
    for photo in largest_first(group.photos):
        if stop.is_set():
            return {}
        try:
            small = read_small(library.folder / photo.path)
        except UnreadablePicture:
            continue  # it was readable a moment ago; nothing is claimed of it
        found[photo.sha256] = captures.place(photo, small)
    return found


def _with(group: Group, looks: dict[str, Looks]) -> Group:
    photos: tuple[Photo, ...] = tuple(
        replace(photo, looks=looks.get(photo.sha256)) for photo in group.photos
    )
    return replace(group, photos=photos)


def _name(group: Group) -> str:
    """What a group is remembered by: its contents, wherever they lie."""
    digests = sorted({photo.sha256 for photo in group.photos})
    return hashlib.sha256("".join(digests).encode()).hexdigest()
