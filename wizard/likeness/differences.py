"""Where two pictures of one frame differ: boxes, the strongest first. Says where, never what or why.

Saving again, another size and another brightness change a picture everywhere a little; what a
person would call a difference changes one place much more than the others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from wizard.likeness.registration import drawn, evened_light, nearly_laid
from wizard.likeness.rough_place import Greys

SIDE = 320
"""Pixels of the longer side at which pictures are compared."""
BLOCK = 8
"""Pixels. A closed eye in a group portrait covers one block."""
STANDS_OUT = 3.0
"""Times the difference that is usual in this pair for so much detail."""
COLOUR_STANDS_OUT = 14.0
"""Levels of Cb or Cr apart from what the whole picture changed by."""
LEAST_NOISE = 2.0
"""Grey levels that nobody sees."""
MOST_BOXES = 12
"""Areas told of one pair: the strongest."""


@dataclass(frozen=True)
class Area:
    """A box in fractions of the picture seen; `strength` is 1 for the area that differs most."""

    left: float
    top: float
    width: float
    height: float
    strength: float


def areas_that_differ(a: Image.Image, b: Image.Image) -> tuple[Area, ...]:
    """Where the second picture differs from the first, both upright and of one frame.

    A hand that shook by a few pixels is allowed for. Empty where nothing stands out.
    """
    size = _common_size(a.size, b.size)
    if min(size) < 4 * BLOCK:
        return ()
    one, other = (picture.convert("YCbCr").resize(size, _SMOOTH) for picture in (a, b))
    return areas_of(_excess(one, other), size)


def areas_of(excess: Greys, size: tuple[int, int]) -> tuple[Area, ...]:
    """Blocks above 1 that touch as one area each, the strongest first, of a picture of `size` pixels."""
    from scipy.ndimage import binary_dilation, find_objects, label

    labels, _ = label(binary_dilation(excess > 1, np.ones((3, 3))))
    boxes = find_objects(np.where(excess > 1, labels, 0))
    weights = [float(excess[box][excess[box] > 1].sum()) for box in boxes if box]
    strongest = sorted(zip(weights, (box for box in boxes if box), strict=True), key=_weight)
    return tuple(
        _area(box, weight / strongest[-1][0], size) for weight, box in strongest[::-1][:MOST_BOXES]
    )


_SMOOTH = Image.Resampling.LANCZOS


def _weight(weighed: tuple[float, tuple[slice, ...]]) -> float:
    return weighed[0]


def _common_size(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    smaller = min(a, b)
    scale = min(1.0, SIDE / max(smaller))
    return max(1, round(smaller[0] * scale)), max(1, round(smaller[1] * scale))


def _excess(a: Image.Image, b: Image.Image) -> npt.NDArray[np.float32]:
    """For each block how many times more it differs than what would stand out."""
    of_a, of_b = ([np.asarray(e).astype(np.float32) for e in p.split()] for p in (a, b))
    matrix = nearly_laid(of_a[0], of_b[0])
    inside = drawn(np.ones_like(of_a[0]), matrix, of_b[0].shape)
    of_a = [drawn(plane, matrix, plane.shape) for plane in of_a]
    detail, detail2 = evened_light(of_a[0]), evened_light(of_b[0])
    energy = blocks(((detail * detail + detail2 * detail2) / 2).astype(np.float32))
    apart = blocks(np.square(np.subtract(detail, detail2)))
    usual = np.median(apart / (energy + LEAST_NOISE**2))
    noise = LEAST_NOISE**2 + float(np.percentile(apart, 25))
    excess = np.sqrt(apart / (noise + usual * energy)) / STANDS_OUT
    for one, other in zip(of_a[1:], of_b[1:], strict=True):
        shift = blocks(np.subtract(one, other))
        colour = np.abs(shift - np.median(shift)) / COLOUR_STANDS_OUT
        excess = np.maximum(excess, colour)
    return np.where(blocks(inside) > 0.99, excess, 0).astype(np.float32)


def blocks(values: Greys) -> Greys:
    """The mean of each block; what does not fill one at the right and lower edge is left out."""
    rows, columns = values.shape[0] // BLOCK, values.shape[1] // BLOCK
    kept = values[: rows * BLOCK, : columns * BLOCK]
    means: Greys = kept.reshape(rows, BLOCK, columns, BLOCK).mean(axis=(1, 3))
    return means


def _area(box: tuple[slice, ...], strength: float, size: tuple[int, int]) -> Area:
    rows, columns = box
    width, height = size
    left, top = columns.start * BLOCK / width, rows.start * BLOCK / height
    return Area(
        left,
        top,
        min(1.0, columns.stop * BLOCK / width) - left,
        min(1.0, rows.stop * BLOCK / height) - top,
        strength,
    )
