"""The hashes that a picture would have if it were turned, cropped, or freed of its frame.

A turned or cropped copy has another hash than its original. Yet its hash is one of these, so that it
is found by the search that finds all others. What they find is only a candidate: pixels must prove it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from PIL import Image

from wizard.likeness.frames import Box, inside_of_frame
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


def views(grey: Image.Image, aspect: float, finer: Callable[[], Image.Image]) -> Views:
    """Of a decoded picture in mode L, 8 pixels high and wide at least; `aspect` as in the whole.

    `finer` has more pixels of the same; it is asked for only where there is a frame, whose edges must
    be known to a pixel or two of the picture inside.
    """
    square = grey.resize((GRID, GRID), Image.Resampling.BILINEAR, reducing_gap=3)
    pixels = np.asarray(square).astype(np.float32)
    whole = _low(pixels, Box())
    low = [_turned(whole, turn) for turn in range(1, ORIENTATIONS)]
    low += [_low(pixels, box) for box in crop_boxes(aspect)]
    if inside_of_frame(np.asarray(grey)) is None:
        return Views(_hashes(np.stack(low)))
    large = finer()
    frame = inside_of_frame(np.asarray(large))
    if frame is not None:
        left, top = frame.left * large.width, frame.top * large.height
        edges = left, top, left + frame.width * large.width, top + frame.height * large.height
        part = large.resize((GRID, GRID), Image.Resampling.BILINEAR, edges, reducing_gap=3)
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
