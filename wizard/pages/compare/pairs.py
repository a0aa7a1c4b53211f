"""Two photos of the page together: why they look alike, how one lies over the other, where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from wizard.language.photos import reasons_line, why_line
from wizard.likeness.alignment import Alignment, align_as_held, in_common
from wizard.likeness.differences import areas_that_differ
from wizard.likeness.relations import relate
from wizard.likeness.rough_place import Greys
from wizard.likeness.small_differences import small_areas_that_differ
from wizard.pages.compare.pictures import PagePicture

RINGS = 4
"""As many as the sentence names; more would hide the picture."""
ANY_LENGTH = 10_000
"""Cells for a line on a page, which wraps."""


@dataclass(frozen=True)
class Spot:
    """A place in shares of a picture's width and height, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Pairing:
    """`first` and `second` by number, the smaller one first.

    `laid` says how the second lies over the first; None where nobody tried, or they show nothing in
    common. `spots`, in shares of the second one, differ; None where nobody looked.
    """

    first: int
    second: int
    why: str
    laid: Alignment | None = None
    spots: Sequence[Spot] | None = None


def pairing(
    a: PagePicture, b: PagePicture, *, look_closely: bool, for_small_places: bool = False
) -> Pairing:
    """What is known of two readable pictures.

    To look closely takes about a quarter of a second, for small places, where there are no large ones, a whole one.
    """
    pair = relate(a.photo, b.photo)
    why = f"{why_line(pair)} {reasons_line(pair, ANY_LENGTH)}"
    if not (look_closely and a.small and b.small):
        return Pairing(a.number, b.number, why)
    one, other = a.small, b.small
    greys = _greys(one), _greys(other)
    laid = align_as_held(*greys)
    if laid is None:
        return Pairing(a.number, b.number, why)
    if laid.turn == 0 and laid.same_frame:
        part, spots = Spot(0, 0, 1, 1), areas_that_differ(one, other)
        if for_small_places and not spots and a.close and b.close:
            spots = small_areas_that_differ(a.close, b.close)
    else:
        part = _shown_by_both(laid)
        spots = areas_that_differ(*(_picture(each) for each in in_common(*greys, laid)))
    width, height = part.right - part.left, part.bottom - part.top
    found = [
        Spot(
            part.left + spot.left * width,
            part.top + spot.top * height,
            part.left + (spot.left + spot.width) * width,
            part.top + (spot.top + spot.height) * height,
        )
        for spot in spots[:RINGS]
    ]
    return Pairing(a.number, b.number, why, laid, found)


def _shown_by_both(laid: Alignment) -> Spot:
    """The part of the second picture, held as it is seen, that the first one shows too."""
    return Spot(
        max(0.0, -laid.left / laid.width),
        max(0.0, -laid.top / laid.height),
        min(1.0, (1 - laid.left) / laid.width),
        min(1.0, (1 - laid.top) / laid.height),
    )


def _greys(picture: Image.Image) -> Greys:
    return np.asarray(picture.convert("L"), dtype=np.float32)


def _picture(greys: Greys) -> Image.Image:
    return Image.fromarray(greys.astype(np.uint8))
