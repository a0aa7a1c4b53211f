"""Whether one picture is a copy of another that was turned, cropped, framed or scanned: from pixels.

The hashes name candidates (`views`); what is not proven here stays two pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wizard.likeness.alignment import Alignment, align_near, in_common
from wizard.likeness.frames import Box
from wizard.likeness.photo import Made
from wizard.likeness.pixel_check import SMALLEST_SIDE, Larger, Match, compare
from wizard.likeness.small_picture import SmallPicture
from wizard.likeness.windows import Measured, measure, prepared

PART_DETAIL, PART_RICH, PART_LOW, PART_STRUCTURE = 0.982, 0.97, 0.74, 0.92
PART_LIGHT, PART_SHIFT = 3.6, 0.5
"""What the common part keeps after one was laid over the other: median of the detail, of the windows that
have any, its 1st percentile, that of the greys; grey levels and pixels at most. Crops, frames and
screenshots of the development set keep 0.983; frames from a tripod, laid over each other, reach 0.979."""
CERTAINLY = 0.99
"""Detail from which no other original needs to be tried."""
SCANNER_DETAIL, SCANNER_SHIFT = 0.6, 0.8
"""The same for two scans of a print, whose grain and dust differ, where a scanner's name speaks for it."""
SCAN_DETAIL, SCAN_SHIFT, SCAN_AGREEMENT, SCAN_LIGHT, ASKEW = 0.85, 0.4, 0.6, 8.0, 0.3
"""Where no name does: prints are seldom laid quite straight (degrees), nor lit alike (grey levels)."""
REACHES_OUT, FRAME = 0.004, 0.03
"""Shares of a side: what lies outside at both edges where there is more than the original, and what a frame
adds at least. Lenses that focus nearer or further show up to a hundredth more."""
CUT_OFF, ASTRAY = 0.015, 0.04
"""Share of a side that a crop lacks at least, and by which its edge may seem to lie outside. What is held
a little otherwise, or stays on a tripod, lacks none. Of 40 crops of the development set the least was
0.019, the most astray 0.016."""


class Trust(Enum):
    """Whether the files themselves say that one of the two was scanned from paper."""

    SCANNER = "one is from a scanner"
    SCAN = "one knows no camera, as scans do"
    PHOTO = "both are from cameras"


@dataclass(frozen=True)
class Copy:
    """What became of the picture: the way it is held now, its outline, and whether all else is equal."""

    turn: int
    made: Made
    same: bool
    detail: float = 1.0
    """How well the detail agrees: of several originals the one is right that agrees best."""


def turned_copy(
    original: SmallPicture, other: SmallPicture, turn: int, larger: Larger
) -> Copy | None:
    """Proves that `other`, its pixels turned so, is the original; None when it is not."""

    def held(pixels: int) -> tuple[SmallPicture, SmallPicture]:
        one, copy = larger(pixels)
        return one, copy.turned(turn)

    match = compare(original, other.turned(turn), held)
    if match is Match.UNPROVEN:
        return None
    return Copy(turn, Made.WHOLE, match is Match.SAME)


def placed_copy(original: SmallPicture, other: SmallPicture, box: Box, trust: Trust) -> Copy | None:
    """Proves that the frame of `other` is about this part of the original, or reaches outside of it."""
    if min(*original.greys.shape, *other.greys.shape) < SMALLEST_SIDE:
        return None
    greys = original.in_size(*original.greys.shape), other.in_size(*other.greys.shape)
    found = align_near(*greys, box, lambda each: trust is Trust.SCANNER or _is_outline(each))
    if found is None:
        return None
    common = in_common(*greys, found)
    if min(common[1].shape) < SMALLEST_SIDE:
        return None
    measured = measure(prepared(common[0]), prepared(common[1]), SCANNER_DETAIL)
    if measured is None:
        return None
    outside, framed = _reaches_outside(found), _is_framed(found)
    if (framed or _is_inside(found)) and _is_part(measured):
        return Copy(0, Made.FRAMED if framed else Made.CROPPED, False, measured.detail)
    if original.paper or other.paper:
        return None  # two papers may agree as well as two scans of one
    if trust is Trust.SCANNER:
        scanned = measured.detail >= SCANNER_DETAIL and measured.local_shift <= SCANNER_SHIFT
    else:
        scanned = trust is Trust.SCAN and outside and _is_scan(found, measured)
    return Copy(0, Made.SCANNED, False, measured.detail) if scanned else None


def _is_scan(found: Alignment, measured: Measured) -> bool:
    """True when it is askew and lit otherwise, with the glass seen around it: nothing else is all three."""
    return (
        abs(found.slant) >= ASKEW
        and found.agreement >= SCAN_AGREEMENT
        and measured.detail >= SCAN_DETAIL
        and measured.local_shift <= SCAN_SHIFT
        and measured.local_brightness >= SCAN_LIGHT
    )


def _is_part(found: Measured) -> bool:
    return (
        found.detail >= PART_DETAIL
        and found.most_detail >= PART_RICH
        and found.low_detail >= PART_LOW
        and found.structure >= PART_STRUCTURE
        and found.local_brightness <= PART_LIGHT
        and found.local_shift <= PART_SHIFT
    )


def _is_outline(found: Alignment) -> bool:
    """True for a frame around the original, and for a part of it: other outlines are another moment's."""
    return _reaches_outside(found) or _is_inside(found)


def _is_framed(found: Alignment) -> bool:
    return _reaches_outside(found) and max(found.width, found.height) >= 1 + FRAME


def _is_inside(found: Alignment) -> bool:
    right, bottom = found.left + found.width, found.top + found.height
    within = min(found.left, found.top) >= -ASTRAY and max(right, bottom) <= 1 + ASTRAY
    return within and min(found.width, found.height) <= 1 - CUT_OFF


def _reaches_outside(found: Alignment) -> bool:
    """True when there is something around the original on two sides that face each other."""
    right, bottom = found.left + found.width, found.top + found.height
    across = found.left < -REACHES_OUT and right > 1 + REACHES_OUT
    down = found.top < -REACHES_OUT and bottom > 1 + REACHES_OUT
    return across or down


def around(frame: Box) -> Box:
    """Where a framed picture's edges are, in fractions of what is inside of its frame."""
    return Box(
        -frame.left / frame.width, -frame.top / frame.height, 1 / frame.width, 1 / frame.height
    )
