"""The hashes that a picture would have if it were turned, cropped, or freed of its frame.

A turned or cropped copy has another hash than its original. Yet its hash is one of these, so that it
is found by the search that finds all others. What they find is only a candidate: pixels must prove it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from PIL import Image

from wizard.likeness.rough_place import Greys
from wizard.likeness.turns import MIRRORED, ORIENTATIONS, TRANSPOSED, UPSIDE_DOWN

GRID = 64
"""Pixels of the square from which all views are made."""
HASHED = 32
"""Pixels whose cosine transform is the hash, of which the lowest 8 x 8 count (Zauner, 2010)."""
CROPS = tuple(
    (left, top, size, size)
    for size, places in ((0.95, (0.0, 0.05)), (0.9, (0.0, 0.05, 0.1)))
    for left in places
    for top in places
)
"""Parts, in fractions: a crop of up to a tenth is at most 2.5 percent of a side beside one of them."""
SHAPES = (16 / 9, 9 / 16, 1.0)
"""Width by height of what phones and screens cut out of the middle."""
PAGE_TOLERANCE, PAGE_SHARE = 12.0, 0.85
"""Grey levels, and the share of a line that must be within them for it to belong to a frame. A guess
that finds white frames and screenshots with a clock and icons on them."""
LEAST_PICTURE = 0.15
"""Share of the longer side that must remain inside of a frame."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture in fractions of it."""

    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    height: float = 1.0


@dataclass(frozen=True, slots=True)
class Views:
    """The other hashes of a picture: in the seven other orientations (see `turns`), of the parts in
    `crop_boxes`, and of what is inside its frame, where it has one.
    """

    hashes: bytes = b""
    """Eight bytes each, first bit highest: as numbers those of 100,000 pictures would take 100 MB."""
    frame: Box | None = None


def crop_boxes(aspect: float) -> tuple[Box, ...]:
    """The parts that `Views` has hashes of, for a picture of this width by height."""
    boxes = [Box(*crop) for crop in CROPS]
    for shape in SHAPES:
        width, height = min(1.0, shape / aspect), min(1.0, aspect / shape)
        if min(width, height) < 0.97:
            boxes.append(Box((1 - width) / 2, (1 - height) / 2, width, height))
    return tuple(boxes)


def views(grey: Image.Image, aspect: float) -> Views:
    """Of a decoded picture in mode L, 8 pixels high and wide at least; `aspect` as in the whole."""
    square = grey.resize((GRID, GRID), Image.Resampling.BILINEAR, reducing_gap=3)
    pixels = np.asarray(square).astype(np.float32)
    whole = _low(pixels, Box())
    frame = _inside_of_frame(np.asarray(grey))
    low = [_turned(whole, turn) for turn in range(1, ORIENTATIONS)]
    low += [_low(pixels, box) for box in crop_boxes(aspect)]
    if frame is not None:
        left, top = frame.left * grey.width, frame.top * grey.height
        right, bottom = left + frame.width * grey.width, top + frame.height * grey.height
        part = grey.resize((GRID, GRID), Image.Resampling.BILINEAR, (left, top, right, bottom))
        low.append(_low(np.asarray(part).astype(np.float32), Box()))
    return Views(_hashes(np.stack(low)), frame)


def _turned(low: Greys, turn: int) -> Greys:
    """A mirrored picture has the same coefficients but for every second sign; one transform serves all."""
    signs = np.where(np.arange(8) % 2, -1, 1).astype(np.float32)
    seen: Greys = low.T if turn & TRANSPOSED else low
    seen = np.multiply(seen, signs[:, None]) if turn & UPSIDE_DOWN else seen
    held: Greys = seen * signs if turn & MIRRORED else seen
    return held


def _low(pixels: Greys, box: Box) -> Greys:
    """The lowest 8 x 8 coefficients of a part, as `imagehash.phash` has them of the whole."""
    low = _transform(box.top, box.height) @ pixels @ _transform(box.left, box.width).T
    return low.astype(np.float32, copy=False)


def _hashes(low: Greys) -> bytes:
    """Of each, which coefficients are above their median, first bit highest."""
    flat = low.reshape(len(low), 64)
    middle = np.partition(flat, (31, 32), axis=1)[:, 31:33].mean(axis=1, keepdims=True)
    return np.packbits(flat > middle, axis=1).tobytes()


@cache
def _transform(start: float, length: float) -> Greys:
    """8 x GRID: makes a part HASHED pixels long, then takes its lowest cosine coefficients."""
    inside = (start + length * (np.arange(HASHED) + 0.5) / HASHED) * GRID - 0.5
    reach = max(1.0, length * GRID / HASHED)
    weights = np.maximum(0, 1 - np.abs(inside[:, None] - np.arange(GRID)) / reach)
    weights = weights / weights.sum(axis=1, keepdims=True)
    angles = np.pi / HASHED * np.outer(np.arange(8), np.arange(HASHED) + 0.5)
    transform: Greys = (np.cos(angles) @ weights).astype(np.float32)
    return transform


def _inside_of_frame(grey: npt.NDArray[np.uint8]) -> Box | None:
    """The part inside a frame of one grey, as scanners, screenshots and albums put around a picture."""
    page = float(np.median(np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])))
    framed = np.abs(grey.astype(np.float32) - page) <= PAGE_TOLERANCE
    top, bottom = _longest_run(framed.mean(axis=1) < PAGE_SHARE)
    if top == bottom:
        return None
    left, right = _longest_run(framed[top:bottom].mean(axis=0) < PAGE_SHARE)
    height, width = grey.shape
    if (bottom - top) * (right - left) > 0.98 * grey.size:
        return None
    if max(bottom - top, right - left) < LEAST_PICTURE * max(grey.shape):
        return None
    if min(bottom - top, right - left) < 8:
        return None
    return Box(left / width, top / height, (right - left) / width, (bottom - top) / height)


def _longest_run(true: npt.NDArray[np.bool_]) -> tuple[int, int]:
    """Where the longest run begins and ends."""
    steps = np.flatnonzero(np.diff(np.concatenate([[0], true.astype(np.int8), [0]])))
    if not len(steps):
        return 0, 0
    longest = int(np.diff(steps)[::2].argmax())
    return int(steps[2 * longest]), int(steps[2 * longest + 1])
