"""What two pictures must have in common to be told the same, or of one press of the shutter.

The values were chosen on half 0 of the development set, see tests/benchmarks/choose_limits, and tightened
by frames from a tripod, by brackets, and by pictures of which a small part was exchanged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wizard.likeness.windows import Measured


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
    usual_brightness: float = 0.8
    """Grey levels, median of the windows: of 448 copies none reaches 0.67, two frames bracketed by a hair 0.92."""
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
CLOSER = replace(SAME, local_shift=0.1, stands_out=3.7)
"""For that larger picture, in which a tenth of a pixel is less of the whole."""
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
RELIT_CONTRAST, RELIT_BRIGHTNESS = 0.1, 3.0
"""Where so many doublings of variance or grey levels lie between half of the windows: of frames bracketed on a tripod many agree better than the other limits ask for."""


def is_one_press(found: Measured) -> bool:
    """True when the detail says so, whatever became of light and colour."""
    relit = found.usual_contrast > RELIT_CONTRAST or found.usual_brightness > RELIT_BRIGHTNESS
    press = RELIT if relit else ONE_PRESS
    return (
        min(found.detail, found.most_detail) >= press.detail
        and found.shift <= press.shift
        and found.local_shift <= press.local_shift
    )


def unchanged(found: Measured, limits: Limits) -> bool:
    """True when every figure is within the limits."""
    return (
        found.detail >= limits.detail
        and found.low_detail >= limits.low_detail
        and found.worst_detail >= limits.worst_detail
        and found.structure >= limits.structure
        and found.worst_structure >= limits.worst_structure
        and found.local_brightness <= 3 * limits.brightness
        and found.usual_brightness <= limits.usual_brightness
        and found.contrast <= limits.contrast
        and found.shift <= limits.shift
        and found.local_shift <= limits.local_shift
        and found.stands_out <= limits.stands_out
    )
