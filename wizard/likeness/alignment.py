"""How one picture lies in another: turned, mirrored, cropped, framed, a little slanted. From pixels only.

First roughly, see `rough_place`, then exactly, see `registration`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot

import numpy as np

from wizard.likeness.frames import Box
from wizard.likeness.registration import drawn, refined
from wizard.likeness.rough_place import (
    Greys,
    Matrix,
    RoughPlace,
    fitted,
    resized,
    rough_place,
)
from wizard.likeness.turns import ORIENTATIONS, turned

FINE_SIDES = 128, 256
"""Pixels of the longer side while measuring exactly, one after the other."""
NEAR_SIDES = 96, 192
"""The same where the place is known roughly; half as costly, and exact to a tenth of a pixel still."""
PROBABLE = 0.2
"""Agreement of the exact measure below which the same is said. Unrelated pictures of the development
set reach 0.09, the worst of its simulated second scans 0.4."""
SURE = 0.4
"""Agreement from which no other orientation is tried: the worst of those second scans."""


@dataclass(frozen=True)
class Alignment:
    """The frame of the second picture, turned as `turn` says (see `turns`), in fractions of the first.

    A crop has a width and height below 1; a picture that was given a frame reaches outside of 0 to 1.
    """

    turn: int
    left: float
    top: float
    width: float
    height: float
    slant: float
    """Degrees by which the second is rotated; scans of one print differ by one or two."""
    agreement: float
    """Correlation of the fine detail in the common part, up to 1."""

    @property
    def same_frame(self) -> bool:
        """True when neither shows more than the other, to one percent of a side."""
        edges = (self.left, self.top, self.left + self.width - 1, self.top + self.height - 1)
        return max(abs(edge) for edge in edges) <= 0.01 and abs(self.slant) <= 0.3


def align(a: Greys, b: Greys, turns: Sequence[int] = range(ORIENTATIONS)) -> Alignment | None:
    """How `b` (height x width, greys) lies in `a`; None when they have nothing in common.

    `turns` limits the orientations that are tried: (0,) where both are known to be upright.
    """
    rough = rough_place(a, b, turns)
    if rough is None:
        return None
    found = _exact(a, b, rough)
    return found if found.agreement >= PROBABLE else None


def align_as_held(a: Greys, b: Greys) -> Alignment | None:
    """The same, with both upright where that is likely, else in the orientation that fits best."""
    upright = align(a, b, turns=(0,))
    if upright is not None and upright.agreement >= SURE:
        return upright
    found = [each for each in (upright, align(a, b)) if each is not None]
    return max(found, key=lambda each: each.agreement, default=None)


def align_near(
    a: Greys, b: Greys, box: Box, worth_more: Callable[[Alignment], bool]
) -> Alignment | None:
    """The same where it is known roughly which part of `a` the frame of `b` is, both upright.

    None as well where the first measure, exact to a thousandth of a side, is not worth a finer one.
    """
    across, down = box.width * a.shape[1] / b.shape[1], box.height * a.shape[0] / b.shape[0]
    matrix = np.array(
        [[across, 0.0, box.left * a.shape[1]], [0.0, down, box.top * a.shape[0]]], dtype=np.float64
    )
    found = None
    for side in NEAR_SIDES:
        matrix, agreement = _measured(a, b, matrix, side)
        found = _alignment(0, matrix, agreement, a.shape, b.shape)
        if agreement < PROBABLE or not worth_more(found):
            return None
    return found


def in_common(a: Greys, b: Greys, found: Alignment) -> tuple[Greys, Greys]:
    """The part that both pictures show, `b` turned as it is seen, `a` drawn over it pixel by pixel."""
    seen = np.ascontiguousarray(turned(b, found.turn))
    height, width = seen.shape
    left, top = max(0.0, -found.left / found.width), max(0.0, -found.top / found.height)
    right = min(1.0, (1 - found.left) / found.width)
    bottom = min(1.0, (1 - found.top) / found.height)
    rows = slice(int(np.ceil(top * height)), int(bottom * height))
    columns = slice(int(np.ceil(left * width)), int(right * width))
    coarser = max(1.0, found.width * a.shape[1] / width)
    a = resized(a, round(a.shape[0] / coarser), round(a.shape[1] / coarser))
    laid = drawn(a, _matrix(found, a.shape, seen.shape), (height, width))
    return laid[rows, columns], seen[rows, columns]


def _exact(a: Greys, b: Greys, rough: RoughPlace) -> Alignment:
    """Measured on greys that grow from size to size."""
    seen = np.ascontiguousarray(turned(b, rough.turn))
    matrix, agreement = rough.matrix, rough.agreement
    for side in FINE_SIDES:
        matrix, agreement = _measured(a, seen, matrix, side)
    return _alignment(rough.turn, matrix, agreement, a.shape, seen.shape)


def _measured(a: Greys, b: Greys, matrix: Matrix, side: int) -> tuple[Matrix, float]:
    """Refined at a longer side of `side` pixels, the first picture made as coarse as the second."""
    small_b = fitted(b, side)
    bigger_b = np.array([b.shape[1] / small_b.shape[1], b.shape[0] / small_b.shape[0], 1.0])
    per_pixel = max(1.0, float(np.sqrt(abs(np.linalg.det((matrix * bigger_b)[:, :2])))))
    small_a = resized(a, *(max(8, round(size / per_pixel)) for size in a.shape))
    smaller_a = np.array([[small_a.shape[1] / a.shape[1]], [small_a.shape[0] / a.shape[0]]])
    found, agreement = refined(small_a, small_b, matrix * bigger_b * smaller_a)
    return found / bigger_b / smaller_a, agreement


def _alignment(
    turn: int,
    matrix: Matrix,
    agreement: float,
    shape_a: tuple[int, ...],
    shape_b: tuple[int, ...],
) -> Alignment:
    height, width = shape_b
    (a, b, c), (d, e, f) = matrix
    across, down = hypot(a, d) * width, hypot(b, e) * height
    x, y = a * width / 2 + b * height / 2 + c, d * width / 2 + e * height / 2 + f
    return Alignment(
        turn,
        float(x - across / 2) / shape_a[1],
        float(y - down / 2) / shape_a[0],
        across / shape_a[1],
        down / shape_a[0],
        degrees(atan2(d - b, a + e)),
        agreement,
    )


def _matrix(found: Alignment, shape_a: tuple[int, ...], shape_b: tuple[int, ...]) -> Matrix:
    """The way from pixels of the second, turned, to pixels of the first."""
    across = found.width * shape_a[1] / shape_b[1]
    down = found.height * shape_a[0] / shape_b[0]
    angle = np.radians(found.slant)
    matrix = np.array(
        [
            [across * np.cos(angle), -down * np.sin(angle)],
            [across * np.sin(angle), down * np.cos(angle)],
        ]
    )
    middle_b = np.array([shape_b[1] / 2, shape_b[0] / 2])
    middle_a = np.array(
        [
            (found.left + found.width / 2) * shape_a[1],
            (found.top + found.height / 2) * shape_a[0],
        ]
    )
    return np.column_stack([matrix, middle_a - matrix @ middle_b])
