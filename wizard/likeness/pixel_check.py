"""Whether two small pictures show one press of the shutter, told from their pixels alone.

What is measured, and why, stands in `windows`; here stand the limits and what they prove.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

import numpy as np

from wizard.likeness.limits import CLOSER, DOUBTFUL, PAGE, PAPER, SAME, is_one_press, unchanged
from wizard.likeness.rough_place import Greys
from wizard.likeness.small_picture import SmallPicture
from wizard.likeness.windows import Measured, Prepared, measure, prepared

SMALLEST_SIDE = 64
"""Pixels: below it there is too little to prove anything."""


LEGIBLE = 200_000
"""Pixels of a page below which its letters are taken for illegible: a receipt of 800 pixels' length."""
LEGIBLE_PIXELS, CLOSER_PIXELS = 1_000_000, 400_000
"""A till receipt of 600 by 1,800 pixels, or a page of A4 at 100 dots an inch: a figure is 10 pixels high;
and what is enough for photos."""
PREPARED_KEPT = 32
"""A million bytes each."""
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
    found = measured(a, b)
    if found is None:
        return Match.UNPROVEN
    if equal_light(a, b):
        paper = a.paper or b.paper
        if unchanged(found, PAPER if paper else SAME):
            return Match.SAME
        if larger and (_same_pages(found, a, b, larger) if paper else _same_closer(found, larger)):
            return Match.SAME
    return Match.EDITED if is_one_press(found) else Match.UNPROVEN


def of_one_press(a: SmallPicture, b: SmallPicture) -> bool:
    """Whether the fine detail agrees, whatever became of light and colour."""
    found = measured(a, b)
    return found is not None and is_one_press(found)


def _same_closer(found: Measured, larger: Larger) -> bool:
    """Whether thin lines alone spoke against it, which differ less in a larger picture."""
    if not unchanged(found, DOUBTFUL):
        return False
    closer = measured(*larger(CLOSER_PIXELS))
    return closer is not None and unchanged(closer, CLOSER)


def _same_pages(found: Measured, a: SmallPicture, b: SmallPicture, larger: Larger) -> bool:
    """Whether two pages agree to the last figure, where letters can be told apart."""
    if not (a.paper and b.paper) or found.stands_out > DOUBTFUL.stands_out:
        return False
    pages = larger(LEGIBLE_PIXELS)
    legible = measured(*pages) if min(page.greys.size for page in pages) >= LEGIBLE else None
    return legible is not None and unchanged(legible, PAGE)


def measured(a: SmallPicture, b: SmallPicture) -> Measured | None:
    """What they have in common; None where the frames differ or so little agrees that nothing can be proven."""
    larger, smaller = (a, b) if a.greys.size >= b.greys.size else (b, a)
    height, width = smaller.greys.shape
    if min(height, width) < SMALLEST_SIDE or abs(larger.aspect / smaller.aspect - 1) > ASPECT:
        return None
    both = _prepared(larger, height, width), _prepared(smaller, height, width)
    return measure(*both, PAGE.detail)


@lru_cache(PREPARED_KEPT)
def _prepared(small: SmallPicture, height: int, width: int) -> Prepared:
    """One photo is compared with several, and one that stands for a press with many."""
    return prepared(small.in_size(height, width))


def equal_light(a: SmallPicture, b: SmallPicture) -> bool:
    """True when the pictures are equally bright as wholes and equally coloured in every place."""
    apart = a.colours.astype(np.int16) - b.colours
    return (
        abs(a.brightness - b.brightness) <= SAME.brightness
        and float(np.abs(a.chroma - b.chroma).max()) <= SAME.chroma
        and float(np.abs(apart).max()) <= SAME.local_colour
    )
