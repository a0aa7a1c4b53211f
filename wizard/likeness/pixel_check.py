"""Whether two small pictures show one press of the shutter, told from their pixels alone.

What is measured, and why, stands in `windows`; here stand the limits and what they prove.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from wizard.likeness.rough_place import Greys
from wizard.likeness.small_picture import SmallPicture
from wizard.likeness.windows import Measured, measure

SMALLEST_SIDE = 64
"""Pixels: below it there is too little to prove anything."""


@dataclass(frozen=True)
class Limits:
    """What two pictures must at least, or may at most, have in common to be the same."""

    detail: float = 0.945
    """Median of the windowed correlation of the fine detail."""
    low_detail: float = 0.80
    """1st percentile of the same."""
    worst_detail: float = 0.75
    """The least of the same."""
    structure: float = 0.90
    """1st percentile of the windowed correlation of the greys."""
    worst_structure: float = 0.85
    """The least of the same."""
    brightness: float = 1.0
    """Grey levels between the means, and, tripled, between any two windows."""
    contrast: float = 0.18
    """Doublings of the variance, 95th percentile of the windows."""
    chroma: float = 2.0
    """Levels between mean Cb, mean Cr and their spreads."""
    local_colour: float = 11.0
    """Levels between Cb or Cr of any two places, 56 x 56 of them."""
    shift: float = 0.028
    """Pixels by which the detail lies elsewhere, as a whole."""
    local_shift: float = 0.07
    """The same in any of 4 x 4 regions."""
    stands_out: float = 3.0
    """Times that one block may differ more than is usual for its detail in this pair."""


SAME = Limits()
"""Of the development set's copies 98 in 100 keep each of these. Frames from a tripod come as near as 0.939
in detail and 0.03 in shift; a part of a fortieth of the width, exchanged, stands out by 4 at least."""
DOUBTFUL = replace(SAME, low_detail=0.75, worst_detail=0.65, local_shift=0.12, stands_out=8.0)
"""Two ways of making thin lines small differ by so much; seen larger, such copies stay within SAME."""
PAPER = Limits(low_detail=0.9, worst_detail=0.88, brightness=0.65, stands_out=1.0)
"""A page, in a size in which letters are not legible: nothing may stand out. Of 26 receipts with one
figure exchanged, each saved in four ways, none stays below 1.3."""
PAGE = Limits(
    detail=0.92,
    low_detail=0.74,
    worst_detail=0.66,
    structure=0.88,
    worst_structure=0.8,
    brightness=1.0,
    local_shift=0.05,
    stands_out=2.4,
)
"""A legible page: one figure that differs is another paper. With one figure exchanged 26 receipts reach
2.8 at least, saved as coarsely as anyone does; copies of 13 receipts stay below 2.2 down to quality 60."""
LEGIBLE = 200_000
"""Pixels of a page below which its letters are taken for illegible: a receipt of 800 pixels' length."""
LEGIBLE_PIXELS, CLOSER_PIXELS = 1_000_000, 400_000
"""A till receipt of 600 by 1,800 pixels, or a page of A4 at 100 dots an inch: a figure is 10 pixels high;
and what is enough for photos."""


@dataclass(frozen=True)
class Press:
    """How well the fine detail must agree to be of one press of the shutter though something was changed."""

    detail: float
    """Median of the windows, and of those that have any detail."""
    shift: float
    """Pixels by which it lies elsewhere, as a whole."""
    local_shift: float
    """The same in any region."""


ONE_PRESS = Press(0.975, 0.05, 0.2)
"""Stamps and colours leave most of the detail alone; frames of a burst from a tripod reach 0.938."""
RELIT = Press(0.985, 0.03, 0.06)
"""Where contrast changed: of frames bracketed on a tripod many agree better than the other limits ask for."""
ASPECT = 0.02
"""Width by height may differ by so much (LIKENESS)."""
QUICK = 0.75
"""Correlation of two tiny pictures, below which a close look never proved anything."""


Larger = Callable[[int], tuple[SmallPicture, SmallPicture]]


class Match(Enum):
    """What the pixels prove."""

    SAME = "nothing visible differs"
    EDITED = "one press of the shutter"
    UNPROVEN = "nothing"


def quick_look(a: Greys, b: Greys) -> float:
    """Correlation of two tiny pictures of one shape, -1 to 1."""
    one, other = a - a.mean(), b - b.mean()
    length = float(np.sqrt(np.vdot(one, one).real * np.vdot(other, other).real))
    return float(np.vdot(one, other).real) / length if length else 0.0


def compare(a: SmallPicture, b: SmallPicture, larger: Larger | None = None) -> Match:
    """Looks closely, in the size of the smaller one.

    `larger` gives both once more with so many pixels; it is asked for only in doubt.
    """
    found = _measured(a, b)
    if found is None:
        return Match.UNPROVEN
    if equal_light(a, b):
        paper = a.paper or b.paper
        if _unchanged(found, PAPER if paper else SAME):
            return Match.SAME
        if larger and _in_doubt(found, a, b):
            pixels, limits = (LEGIBLE_PIXELS, PAGE) if paper else (CLOSER_PIXELS, SAME)
            once_more = larger(pixels)
            found_there = _measured(*once_more)
            enough = min(each.greys.size for each in once_more) >= LEGIBLE or not paper
            if enough and found_there is not None and _unchanged(found_there, limits):
                return Match.SAME
    return Match.EDITED if is_one_press(found) else Match.UNPROVEN


def _in_doubt(found: Measured, a: SmallPicture, b: SmallPicture) -> bool:
    """True when only a few thin lines speak against it, or when it is paper, of which letters must be read."""
    if a.paper and b.paper:
        return found.stands_out <= DOUBTFUL.stands_out
    return _unchanged(found, DOUBTFUL)


def _measured(a: SmallPicture, b: SmallPicture) -> Measured | None:
    """None where the frames differ or so little agrees that nothing can be proven."""
    larger, smaller = (a, b) if a.greys.size >= b.greys.size else (b, a)
    height, width = smaller.greys.shape
    if min(height, width) < SMALLEST_SIDE or abs(larger.aspect / smaller.aspect - 1) > ASPECT:
        return None
    return measure(larger.in_size(height, width), smaller.in_size(height, width), PAGE.detail)


def equal_light(a: SmallPicture, b: SmallPicture) -> bool:
    """True when the pictures are equally bright as wholes and equally coloured in every place."""
    apart = a.colours.astype(np.int16) - b.colours
    return (
        abs(a.brightness - b.brightness) <= SAME.brightness
        and float(np.abs(a.chroma - b.chroma).max()) <= SAME.chroma
        and float(np.abs(apart).max()) <= SAME.local_colour
    )


def is_one_press(found: Measured) -> bool:
    """True when the detail says so, whatever became of light and colour."""
    press = ONE_PRESS if found.contrast <= SAME.contrast else RELIT
    return (
        min(found.detail, found.most_detail) >= press.detail
        and found.shift <= press.shift
        and found.local_shift <= press.local_shift
    )


def _unchanged(found: Measured, limits: Limits) -> bool:
    return (
        found.detail >= limits.detail
        and found.low_detail >= limits.low_detail
        and found.worst_detail >= limits.worst_detail
        and found.structure >= limits.structure
        and found.worst_structure >= limits.worst_structure
        and found.local_brightness <= 3 * limits.brightness
        and found.contrast <= limits.contrast
        and found.shift <= limits.shift
        and found.local_shift <= limits.local_shift
        and found.stands_out <= limits.stands_out
    )
