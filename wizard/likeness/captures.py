"""Sorts the photos of a group by what they show: which are one press of the shutter, which one picture.

Every photo is compared with the largest of each press found before it, never with all others, so
that a group of hundreds takes hundreds of close looks and not tens of thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wizard.likeness.evidence import other_press
from wizard.likeness.photo import Looks, Photo
from wizard.likeness.pixel_check import QUICK, Match, compare, equal_light, quick_look
from wizard.likeness.small_picture import Greys, SmallPicture
from wizard.likeness.turns import ORIENTATIONS, turned

REMEMBERED_AT_MOST = 100
"""Presses of one group kept in memory at a time (20 MB); a photo like none of the last ones stands alone."""


@dataclass
class _Picture:
    """All photos that show the same, nothing visible differing. `small` is the largest of them."""

    name: str
    small: SmallPicture


@dataclass
class _Capture:
    """All photos of one press of the shutter; `tiny` is the first picture's."""

    tiny: Greys
    pictures: list[_Picture]
    photos: list[Photo] = field(default_factory=list)


class Captures:
    """Takes photos one by one, the largest first, and tells of each what it shows."""

    def __init__(self, *, turned: bool = False) -> None:
        """With `turned` each photo is also tried in the seven other orientations."""
        self._captures: list[_Capture] = []
        self._turns = range(ORIENTATIONS if turned else 1)

    def place(self, photo: Photo, small: SmallPicture) -> Looks:
        """What the photo shows, by the digests of the first photo that showed it."""
        tiny = small.tiny()
        for capture, turn in self._possible(photo, tiny):
            seen = small.turned(turn)
            picture = self._proven(capture, photo, seen)
            if picture is not None:
                capture.photos.append(photo)
                return _looks(seen, picture.name, capture, turn)
        picture = _Picture(photo.sha256, small)
        capture = _Capture(tiny, [picture], [photo])
        self._captures = [*self._captures[1 - REMEMBERED_AT_MOST :], capture]
        return _looks(small, picture.name, capture, 0)

    def _possible(self, photo: Photo, tiny: Greys) -> Iterator[tuple[_Capture, int]]:
        """Likeliest first. One file that names another moment speaks for all copies of its press."""
        alike = [
            (quick_look(capture.tiny, turned(tiny, turn)), -turn, -number)
            for number, capture in enumerate(self._captures)
            for turn in self._turns
        ]
        facts = photo.fingerprint.metadata
        for _, turn, number in sorted((each for each in alike if each[0] >= QUICK), reverse=True):
            capture = self._captures[-number]
            if not any(other_press(facts, each.fingerprint.metadata) for each in capture.photos):
                yield capture, -turn

    def _proven(self, capture: _Capture, photo: Photo, small: SmallPicture) -> _Picture | None:
        """The picture of this press that the photo shows, a new one when it was changed, or None."""
        first, *changed = capture.pictures
        match = compare(first.small, small)
        if match is Match.SAME:
            return first
        if match is Match.UNPROVEN:
            return None
        for picture in changed:
            if equal_light(picture.small, small) and (
                compare(*_larger_first(picture.small, small)) is Match.SAME
            ):
                return picture
        capture.pictures.append(_Picture(photo.sha256, small))
        return capture.pictures[-1]


def largest_first(photos: Sequence[Photo]) -> list[Photo]:
    """One photo for each content, the one with most pixels first; the order of names plays no part."""
    by_digest = {photo.sha256: photo for photo in photos}
    return sorted(by_digest.values(), key=lambda photo: (-photo.pixels, -photo.bytes, photo.sha256))


def _larger_first(a: SmallPicture, b: SmallPicture) -> tuple[SmallPicture, SmallPicture]:
    return (a, b) if a.greys.size >= b.greys.size else (b, a)


def _looks(small: SmallPicture, picture: str, capture: _Capture, turn: int) -> Looks:
    return Looks(
        picture,
        capture.pictures[0].name,
        round(small.brightness, 1),
        round(small.colourfulness, 1),
        small.paper,
        turn,
    )
