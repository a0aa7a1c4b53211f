"""Sorts photos that look alike by what they show: which are one press of the shutter, which one picture.

Every photo is compared with the largest of each press found before it, never with all others, so
that a cluster of hundreds takes hundreds of close looks and not tens of thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wizard.likeness.copies import Copy, Trust, placed_copy
from wizard.likeness.evidence import other_press
from wizard.likeness.photo import Looks, Made, Photo
from wizard.likeness.pixel_check import QUICK, Match, compare, quick_look
from wizard.likeness.small_picture import SmallPicture
from wizard.likeness.views import Box

REMEMBERED_AT_MOST = 100
"""Presses of one cluster kept in memory at a time (20 MB); a photo like none of the last ones stands alone."""
COPIES_TRIED = 2
"""Presses, the likeliest first, of which a photo may be a crop or a scan: each trial costs much."""
COPY_QUICK = 0.85
"""Correlation of tiny pictures of a crop of 5 percent or of a second scan, at least (a guess)."""


@dataclass
class _Picture:
    """All photos that show the same, nothing visible differing. `small` is the largest of them."""

    name: str
    small: SmallPicture


@dataclass
class _Capture:
    """All photos of one press of the shutter; the first picture is the unchanged one."""

    pictures: list[_Picture]
    photos: list[Photo] = field(default_factory=list)

    @property
    def small(self) -> SmallPicture:
        return self.pictures[0].small


class Captures:
    """Takes the photos of a cluster one by one, the largest first, and tells of each what it shows."""

    def __init__(self) -> None:
        self._captures: list[_Capture] = []

    def place(self, photo: Photo, small: SmallPicture) -> Looks:
        """What the photo shows, by the digests of the first photo that showed it."""
        possible = list(self._possible(photo, small))
        for capture, _ in possible:
            picture = _proven(capture, photo, small)
            if picture is not None:
                capture.photos.append(photo)
                return looks(small, picture.name, capture.pictures[0].name)
        for capture, alike in possible[:COPIES_TRIED]:
            copy = _copy(capture, photo, small) if alike >= COPY_QUICK else None
            if copy is not None:
                capture.photos.append(photo)
                capture.pictures.append(_Picture(photo.sha256, small))
                return looks(small, photo.sha256, capture.pictures[0].name, 0, copy.made)
        capture = _Capture([_Picture(photo.sha256, small)], [photo])
        self._captures = [*self._captures[1 - REMEMBERED_AT_MOST :], capture]
        return looks(small, photo.sha256, photo.sha256)

    def _possible(self, photo: Photo, small: SmallPicture) -> Iterator[tuple[_Capture, float]]:
        """Likeliest first. One file that names another moment speaks for all copies of its press."""
        alike = [
            (quick_look(capture.small.tiny, small.tiny), -number)
            for number, capture in enumerate(self._captures)
        ]
        facts = photo.fingerprint.metadata
        for correlation, number in sorted((e for e in alike if e[0] >= QUICK), reverse=True):
            capture = self._captures[-number]
            if not any(other_press(facts, each.fingerprint.metadata) for each in capture.photos):
                yield capture, correlation


def _proven(capture: _Capture, photo: Photo, small: SmallPicture) -> _Picture | None:
    """The picture of this press that the photo shows, a new one when it was changed, or None."""
    first, *changed = capture.pictures
    match = compare(first.small, small)
    if match is Match.SAME:
        return first
    if match is Match.UNPROVEN:
        return None
    for picture in changed:
        if compare(picture.small, small) is Match.SAME:
            return picture
    capture.pictures.append(_Picture(photo.sha256, small))
    return capture.pictures[-1]


def _copy(capture: _Capture, photo: Photo, small: SmallPicture) -> Copy | None:
    return placed_copy(capture.small, small, Box(), trust(capture.photos[0], photo))


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
