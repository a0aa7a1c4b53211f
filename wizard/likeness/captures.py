"""Sorts photos that look alike by what they show: which are one press of the shutter, which one picture.

Every photo is compared with the likeliest pictures found before it, never with all others, so that a
cluster of hundreds takes hundreds of close looks and not tens of thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event

import numpy as np

from wizard.likeness.copies import Trust, placed_copy
from wizard.likeness.evidence import other_press
from wizard.likeness.frames import Box
from wizard.likeness.photo import Looks, Made, Photo
from wizard.likeness.pictures import Pictures
from wizard.likeness.pixel_check import (
    QUICK,
    Match,
    compare,
    equal_light,
    of_one_press,
    quick_look,
)
from wizard.likeness.small_picture import SmallPicture
from wizard.long_work import stop_if_asked

REMEMBERED_AT_MOST = 100
"""Presses of one cluster kept in memory at a time (20 MB); a photo like none of the last ones stands alone."""
PRESSES_COMPARED, PICTURES_COMPARED = 6, 3
"""The likeliest presses of the shutter, and pictures of each, that a photo is compared with pixel by pixel:
hundreds of frames of one scene would else take tens of thousands of comparisons."""
COPIES_TRIED = 2
"""Presses, the likeliest first, of which a photo may be a crop or a scan: each trial costs much."""
SAME_FRAME = 0.005
"""Share of a side by which the edges of two frames of one shape may differ (a guess: three pixels)."""
COPY_QUICK = 0.85
"""Correlation of tiny pictures of a crop of 5 percent or of a second scan, at least (a guess)."""


@dataclass(frozen=True)
class _Picture:
    """All photos that show the same, nothing visible differing: the largest of them stands for all."""

    photo: Photo
    small: SmallPicture

    @property
    def name(self) -> str:
        return self.photo.sha256

    def apart(self, other: _Picture) -> float:
        return float(np.abs(self.small.tiny - other.small.tiny).mean())


@dataclass
class _Capture:
    """All photos of one press of the shutter; the first picture is the unchanged one."""

    pictures: list[_Picture]
    photos: list[Photo] = field(default_factory=list)

    @property
    def first(self) -> _Picture:
        return self.pictures[0]

    def add(self, picture: _Picture) -> None:
        self.pictures.append(picture)
        self.photos.append(picture.photo)


_Likely = Sequence[tuple[_Capture, float]]


class Captures:
    """Takes the photos of a cluster one by one, the largest first, and tells of each what it shows."""

    def __init__(self, pictures: Pictures, stop: Event | None = None) -> None:
        self._pictures = pictures
        self._stop = stop
        self._captures: list[_Capture] = []

    def place(self, photo: Photo) -> Looks:
        """What the photo shows, by the digests of the first photo that showed it.

        Raises UnreadablePicture, and Stopped between two comparisons.
        """
        own = _Picture(photo, self._pictures.get(photo.path))
        likely = sorted(self._likely(own), key=lambda each: -each[1])
        for place in (self._shown_before, self._copied_from):
            found = place(own, likely)
            if found is not None:
                return found
        self._captures = [*self._captures[1 - REMEMBERED_AT_MOST :], _Capture([own], [photo])]
        return looks(own.small, own.name, own.name)

    def _likely(self, own: _Picture) -> Iterator[tuple[_Capture, float]]:
        """Presses that it may show. One file that names another moment speaks for all copies of its press."""
        facts = own.photo.fingerprint.metadata
        for capture in self._captures:
            alike = quick_look(capture.first.small.tiny, own.small.tiny)
            if alike >= QUICK and not any(
                other_press(facts, each.fingerprint.metadata) for each in capture.photos
            ):
                yield capture, alike

    def _shown_before(self, own: _Picture, likely: _Likely) -> Looks | None:
        """The picture that it shows too; else the press of which it is a picture that was changed."""
        changed = None
        for capture, _ in likely[:PRESSES_COMPARED]:
            for picture in _nearest(capture, own):
                match = self._match(picture, own)
                if match is Match.SAME:
                    capture.photos.append(own.photo)
                    return looks(own.small, picture.name, capture.first.name)
                if match is Match.EDITED and picture is capture.first and changed is None:
                    changed = capture
        if changed is None:
            return None
        changed.add(own)
        return looks(own.small, own.name, changed.first.name)

    def _copied_from(self, own: _Picture, likely: _Likely) -> Looks | None:
        """The press of which it is a crop or a scan."""
        for capture, alike in likely[:COPIES_TRIED]:
            if alike >= COPY_QUICK:
                stop_if_asked(self._stop)
                trusted = trust(capture.first.photo, own.photo)
                copy = placed_copy(capture.first.small, own.small, Box(), trusted)
                if copy is not None:
                    capture.add(own)
                    return looks(own.small, own.name, capture.first.name, 0, copy.made)
        return None

    def _match(self, one: _Picture, other: _Picture) -> Match:
        stop_if_asked(self._stop)

        def larger(pixels: int) -> tuple[SmallPicture, SmallPicture]:
            read = self._pictures.larger
            return read(one.photo.path, pixels), read(other.photo.path, pixels)

        match = compare(one.small, other.small, larger)
        frame = _same_frame(one.photo, other.photo)
        if match is Match.EDITED and frame is not None:
            # Two screens have their clock and their keys in common: what is between them must agree.
            inside = of_one_press(one.small.part(frame), other.small.part(frame))
            return match if inside else Match.UNPROVEN
        return match


def _same_frame(one: Photo, other: Photo) -> Box | None:
    """The picture inside, where both have a frame of one shape, as two screenshots of a phone have."""
    a, b = one.fingerprint.views.frame, other.fingerprint.views.frame
    if a is None or b is None:
        return None
    apart = a.left - b.left, a.top - b.top, a.width - b.width, a.height - b.height
    return a if max(map(abs, apart)) <= SAME_FRAME else None


def _nearest(capture: _Capture, own: _Picture) -> list[_Picture]:
    """The pictures of the press that have the same light, the nearest ones, and always the first of all."""
    alike = [each for each in capture.pictures if equal_light(each.small, own.small)]
    nearest = sorted(alike, key=lambda each: each.apart(own))[:PICTURES_COMPARED]
    return nearest if capture.first in nearest else [*nearest, capture.first]


def trust(original: Photo, other: Photo) -> Trust:
    """A scanned print has no camera's facts beside it, or a scanner's."""
    facts = original.fingerprint.metadata, other.fingerprint.metadata
    if any(each.scanner for each in facts):
        return Trust.SCANNER
    bare = any(not (each.camera or each.taken) for each in facts)
    return Trust.SCAN if bare else Trust.PHOTO


def largest_first(photos: Sequence[Photo]) -> list[Photo]:
    """One photo for each content: what may be an original first, of these the one with most pixels.

    What has a frame, or no camera's facts, is more likely a copy. The order of names plays no part.
    """
    by_digest = {photo.sha256: photo for photo in photos}

    def rank(photo: Photo) -> tuple[bool, bool, int, int, str]:
        facts, framed = photo.fingerprint.metadata, photo.fingerprint.views.frame is not None
        return framed, not facts.camera, -photo.pixels, -photo.bytes, photo.sha256

    return sorted(by_digest.values(), key=rank)


def looks(
    small: SmallPicture, picture: str, capture: str, turn: int = 0, made: Made = Made.WHOLE
) -> Looks:
    """What a photo shows, with a few figures of its light."""
    light = round(small.brightness, 1), round(small.colourfulness, 1)
    return Looks(picture, capture, *light, small.paper, turn, made)
