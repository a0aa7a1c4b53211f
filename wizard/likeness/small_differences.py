"""Small places in which two pictures of one frame differ, such as one digit of a receipt. Says where, never what.

Measured where `differences` found nothing: closer, and in bands, so that it needs little memory.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from wizard.likeness.differences import BLOCK, LEAST_NOISE, STANDS_OUT, Area, areas_of, blocks
from wizard.likeness.registration import LIGHT_RADIUS, drawn, evened_light, nearly_laid
from wizard.likeness.rough_place import Greys, Matrix

CLOSE_SIDE = 2016
"""Pixels of the longer side: half of a 12-megapixel photo, in which a printed digit fills one or two blocks."""
LAID_AT = 3
"""How many times smaller the pictures are while one is laid over the other; exact to a tenth of a pixel still."""
BAND = 16 * BLOCK
"""Lines that are measured at once."""
MOST_DETAIL = 90
"""Percent of the blocks that have less detail than those by which is measured how much detail usually differs."""
ALL_BUT_A_FEW = 99.9
"""Percent of the blocks: a changed number fills 4 to 8 of 40,000."""
BEYOND_ALL = 1.5
"""Times what all but a few differ by. With this one changed digit was found in a photographed receipt and in
drawn ones, and nothing in 43 pairs in which only quality, size, light or noise differed."""


def small_areas_that_differ(a: Image.Image, b: Image.Image) -> tuple[Area, ...]:
    """Where the second picture differs from the first, both upright and of one frame, the strongest first.

    Takes up to a second for pictures of 2016 pixels. Without colours.
    """
    size = min(a.size, b.size)
    if min(size) < 4 * BLOCK * LAID_AT:
        return ()
    one, other = (picture.convert("L").resize(size, Image.Resampling.LANCZOS) for picture in (a, b))
    matrix, greys = _laid(one, other), np.asarray(one, dtype=np.float32)
    bands = [_band(greys, other, matrix, top) for top in range(0, size[1] - BLOCK + 1, BAND)]
    energy, apart, inside = (np.concatenate(rows) for rows in zip(*bands, strict=True))
    excess = np.where(inside > 0.99, _excess(energy, apart), 0)
    beyond = max(1.0, BEYOND_ALL * float(np.percentile(excess, ALL_BUT_A_FEW)))
    return areas_of((excess / beyond).astype(np.float32), size)


def _laid(a: Image.Image, b: Image.Image) -> Matrix:
    """The matrix for `drawn` that lays `a` over `b`."""
    small = (max(1, a.width // LAID_AT), max(1, a.height // LAID_AT))
    greys = (
        np.asarray(picture.resize(small, Image.Resampling.LANCZOS), dtype=np.float32)
        for picture in (a, b)
    )
    matrix = nearly_laid(*greys).copy()
    matrix[:, 2] *= a.width / small[0], a.height / small[1]
    return matrix


def _excess(energy: Greys, apart: Greys) -> Greys:
    """For each block how many times more it differs than what would stand out.

    As in `differences`, but by the blocks that have detail: the noise of empty paper says nothing about print.
    """
    noise = LEAST_NOISE**2 + float(np.percentile(apart, 25))
    detailed = energy >= np.percentile(energy, MOST_DETAIL)
    usual = np.median(np.maximum(0, apart[detailed] - noise) / (energy[detailed] + noise))
    excess: Greys = np.sqrt(apart / (noise + usual * energy)) / STANDS_OUT
    return excess


def _band(a: Greys, b: Image.Image, matrix: Matrix, top: int) -> tuple[Greys, Greys, Greys]:
    """For each block of one band: the detail of both, how much of it differs, and the share that both show."""
    lines = min(BAND, b.height - top) // BLOCK * BLOCK
    first, last = max(0, top - LIGHT_RADIUS), min(b.height, top + lines + LIGHT_RADIUS)
    of_b = np.asarray(b.crop((0, first, b.width, last)), dtype=np.float32)
    here = matrix.copy()
    here[:, 2] += matrix[:, 1] * first
    of_a = drawn(a, here, of_b.shape)
    inside = drawn(np.ones_like(a), here, of_b.shape)
    rows = slice(top - first, top - first + lines)
    one, other = evened_light(of_a)[rows], evened_light(of_b)[rows]
    energy = ((one * one + other * other) / 2).astype(np.float32)
    return blocks(energy), blocks(np.square(np.subtract(one, other))), blocks(inside[rows])
