"""Where two photos differ, as a picture: bright where they differ, with frames round the places. Judges nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops

from wizard.likeness.alignment import align_as_held, in_common
from wizard.likeness.differences import Area, areas_that_differ
from wizard.likeness.small_differences import small_areas_that_differ
from wizard.photos.close_up import WHOLE, Box
from wizard.steps.inspect.same_spot import greys_of
from wizard.widgets.frames import Frame

SIDE = 960
"""Pixels at which photos are compared; 12-megapixel JPEG is decoded at a quarter for it."""
FRAMES = 4
"""As many as the sentence names; more would hide the picture."""
FADED = 0.3
"""How bright the photo itself is drawn, so that one knows where one is."""
GAIN = 3.0
"""A difference of a third of the scale is drawn as bright as can be."""

ReadCloser = Callable[[], tuple[Image.Image, Image.Image]]
"""Reads both photos with `CLOSE_SIDE` pixels."""


@dataclass(frozen=True)
class Difference:
    """`picture` shows `part` of the first photo: what both show. It is None where they have nothing in common.

    `places`, the strongest first, are parts of that picture, to a tenth of a side. They are looked for more
    closely while `whole` is false.
    """

    picture: Image.Image | None
    places: tuple[Box, ...] = ()
    part: Box = WHOLE
    whole: bool = True

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The strongest places, numbered from 1."""
        numbered = enumerate(self.places[:FRAMES], 1)
        return tuple(Frame(place, str(number)) for number, place in numbered)

    def in_the_first(self, place: Box) -> Box:
        """Where a place of the picture is in the first photo."""
        part = self.part
        return Box(
            part.left + place.left * part.width,
            part.top + place.top * part.height,
            part.left + place.right * part.width,
            part.top + place.bottom * part.height,
        )


def find_difference(
    one: Image.Image, other: Image.Image, closer: ReadCloser
) -> Iterator[Difference]:
    """Lays the second picture over the first, turned if need be, and shows what differs.

    Where nothing large stands out, that comes at once, and again when both have been read `closer`, about
    a second later: with a small place, if there is one, such as a digit of a receipt.
    """
    greys, other_greys = greys_of(one), greys_of(other)
    found = align_as_held(greys, other_greys)
    if found is None:
        yield Difference(None)
        return
    if found.turn == 0 and found.same_frame:
        other = other.resize(one.size)
        picture, areas = _lit(one, other), areas_that_differ(one, other)
        if not areas:
            yield Difference(picture, whole=False)
            areas = small_areas_that_differ(*closer())
        yield Difference(picture, _boxes(areas))
        return
    # Without colours: what is laid askew by a hair differs in them everywhere.
    common = in_common(greys, other_greys, found)
    one, other = (Image.fromarray(part.astype(np.uint8)) for part in common)
    right, bottom = found.left + found.width, found.top + found.height
    part = Box(max(0.0, found.left), max(0.0, found.top), min(1.0, right), min(1.0, bottom))
    yield Difference(_lit(one, other), _boxes(areas_that_differ(one, other)), part)


def _boxes(areas: Sequence[Area]) -> tuple[Box, ...]:
    return tuple(
        Box(area.left, area.top, area.left + area.width, area.top + area.height) for area in areas
    )


def _lit(a: Image.Image, b: Image.Image) -> Image.Image:
    """The first photo, faint and grey, and how much the second differs from it, bright."""
    faint = a.convert("L").point(lambda value: value * FADED)
    bright = _apart(a, b).point(lambda value: min(255, value * GAIN))
    return ImageChops.add(faint, bright).convert("RGB")


def _apart(a: Image.Image, b: Image.Image) -> Image.Image:
    """For each place how much its red, green or blue differs, whichever differs most."""
    red, green, blue = ImageChops.difference(a.convert("RGB"), b.convert("RGB")).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)
