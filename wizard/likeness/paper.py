"""Whether a picture is of paper with writing: a page that fills it, or a sheet that lies on a desk."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

SMALLEST_PAGE = 32
"""Pixels."""
PAPER_LIGHT, PAPER_COLOUR, PAPER_SHARE, PAPER_EDGES = 170.0, 12.0, (0.75, 0.55), 0.05
PAPER_INK = 0.02, 0.20
"""Paper: light, without colour; so large a share of the greys within 40 and within 20 levels of the
light ones; many edges between paper and ink; some ink. Measured on 16 receipts: at least 237, at
most 6.2, (0.84, 0.64), 0.09, 0.08 to 0.11; the photos around them stay outside of one at least."""
SHEET_DARKER, SHEET_COLOUR, SHEET_SHARE, SHEET_FILLS = 50.0, 16.0, 0.35, 0.6
SHEET_EVEN = 30.0
"""A sheet: as light as the lightest tenth but for so many levels, so little coloured; so large a share of
the picture, and of the box around it."""
INK_DARKER, INK_OF_A_LINE, LINES = 60.0, 0.06, 8
"""Writing: levels darker than the sheet; share of a line that is ink; lines. Guesses that tell a form on a
desk from things on a white table."""

Bytes = npt.NDArray[np.uint8]


def is_page(greys: Bytes, colour: float) -> bool:
    """True for a page: light, without colour, full of fine detail. `colour`: spread of Cb and of Cr."""
    if colour > PAPER_COLOUR:
        return False
    seen = greys.astype(np.float32)
    light, dark = np.percentile(seen[::4, ::4], (80, 2))
    ink = seen < (light + dark) / 2
    apart = np.abs(seen - light)
    return bool(
        light > PAPER_LIGHT
        and np.mean(apart < 40) > PAPER_SHARE[0]
        and np.mean(apart < 20) > PAPER_SHARE[1]
        and np.mean(ink[:, 1:] != ink[:, :-1]) > PAPER_EDGES
        and PAPER_INK[0] < np.mean(ink) < PAPER_INK[1]
    )


def is_sheet(greys: Bytes, colours: Bytes) -> bool:
    """True for a light sheet with lines of writing, whatever lies around. `colours`: Cb, Cr in a square."""
    from scipy.ndimage import find_objects, label

    light = float(np.percentile(greys[::4, ::4], 90))
    if light < PAPER_LIGHT:
        return False
    side = colours.shape[1]
    rows, columns = (np.arange(side) * length // side for length in greys.shape)
    coarse = greys[np.ix_(rows, columns)]
    coloured = np.abs(colours.astype(np.int16) - 128).max(axis=0)
    if coloured.max() < SHEET_COLOUR:
        return False  # a black and white photo: what is light in it may be anything
    plain = coloured < SHEET_COLOUR
    labels, count = label((coarse > light - SHEET_DARKER) & plain)
    if not count:
        return False
    sizes = np.bincount(labels.ravel())[1:]
    box = find_objects(labels)[int(sizes.argmax())]
    area = (box[0].stop - box[0].start) * (box[1].stop - box[1].start)
    if sizes.max() < SHEET_SHARE * side * side or sizes.max() < SHEET_FILLS * area:
        return False
    high, wide = (
        slice(p[b.start], p[b.stop - 1]) for p, b in zip((rows, columns), box, strict=True)
    )
    sheet = greys[high, wide]
    if np.mean(sheet > light - SHEET_EVEN) < SHEET_FILLS:
        return False
    ink = sheet < light - INK_DARKER
    return max(_lines(ink.mean(axis=1)), _lines(ink.mean(axis=0))) >= LINES


def _lines(share: npt.NDArray[np.float64]) -> int:
    """How often ink begins, going down the sheet."""
    written = share > INK_OF_A_LINE
    return int(np.count_nonzero(written[1:] & ~written[:-1]))
