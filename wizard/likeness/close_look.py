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
from wizard.likeness.groups import Group
from wizard.likeness.photo import Looks, Photo
from wizard.likeness.small_picture import read_small
from wizard.long_work import Stopped
from wizard.photos.library import Library
from wizard.photos.picture import UnreadablePicture


def look_closely(
    library: Library, groups: Sequence[Group], cache: Cache | None, stop: Event | None
) -> tuple[Group, ...]:
    """The same groups, each photo with what it shows. Raises Stopped; groups seen are remembered."""
    known = cache.recall_looks([_name(group) for group in groups]) if cache else {}
    stop = stop or Event()

    def seen(group: Group) -> tuple[str, dict[str, Looks]]:
        name = _name(group)
        found = known.get(name)
        if found is None:
            found = _look(library, group, stop)
            if cache and not stop.is_set():
                cache.remember_looks(name, found)
        return name, found

    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        looks = dict(pool.map(seen, groups))
    if stop.is_set():
        raise Stopped
    return tuple(_with(group, looks[_name(group)]) for group in groups)


def _look(library: Library, group: Group, stop: Event) -> dict[str, Looks]:
    """What each content of a group shows, by digest. Exact copies alone need no look."""
    if group.all_identical:
        return {}
    captures, found = Captures(), {}
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
