"""Finds the picture inside a frame of one grey: white borders, phone screenshots, the bed of a scanner."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

LEAST_TOLERANCE, MOST_TOLERANCE = 4.0, 12.0
"""Grey levels within which a line's pixels belong to the frame: JPEG's own noise, a scanner's bed."""
PAGE_SHARE = 0.85
"""Share of a line that must be of the frame's grey. A guess: a clock and icons take less than the rest."""
LEAST_PICTURE = 0.15
"""Share of the longer side that must remain inside of a frame."""
SMALLEST = 8
"""Pixels."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture in fractions of it."""

    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    height: float = 1.0


def inside_of_frame(grey: npt.NDArray[np.uint8]) -> Box | None:
    """The part inside; None where no two edges that face each other are of the frame's grey.

    A wall that fills one side of a photo is no frame.
    """
    edge = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]]).astype(np.float32)
    page = float(np.median(edge))
    spread = float(np.median(np.abs(edge - page)))
    framed = np.abs(grey - np.float32(page)) <= min(MOST_TOLERANCE, LEAST_TOLERANCE + 4 * spread)
    height, width = grey.shape
    top, bottom = _longest_run(framed.mean(axis=1) < PAGE_SHARE)
    if bottom - top < SMALLEST:
        return None
    left, right = _longest_run(framed[top:bottom].mean(axis=0) < PAGE_SHARE)
    if right - left < SMALLEST or max(bottom - top, right - left) < LEAST_PICTURE * max(grey.shape):
        return None
    if not ((top > 0 and bottom < height) or (left > 0 and right < width)):
        return None
    if (bottom - top) * (right - left) > 0.98 * grey.size:
        return None
    return Box(left / width, top / height, (right - left) / width, (bottom - top) / height)


def _longest_run(true: npt.NDArray[np.bool_]) -> tuple[int, int]:
    """Where the longest run begins and ends."""
    steps = np.flatnonzero(np.diff(np.concatenate([[0], true.astype(np.int8), [0]])))
    if not len(steps):
        return 0, 0
    longest = int(np.diff(steps)[::2].argmax())
    return int(steps[2 * longest]), int(steps[2 * longest + 1])
