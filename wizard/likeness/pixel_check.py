"""Whether two small pictures show one press of the shutter, told from their pixels alone.

The windowed correlation is the structure term of SSIM (Wang, Bovik, Sheikh and Simoncelli, "Image
Quality Assessment: From Error Visibility to Structural Similarity", 2004), once on the greys and
once on their fine detail alone: what moved or went out of focus shows in the second first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from wizard.likeness.small_picture import Greys, SmallPicture

BLOCK = 8
"""Pixels. Windows are 3 x 3 blocks, one beginning at each block: 24 pixels, as LIKENESS has 23."""
GREY_NOISE, DETAIL_NOISE = 10.0, 1.0
"""Grey levels squared: what JPEG at quality 30 adds; below it a window counts as equal."""
SMALLEST_SIDE = 32
"""Pixels: below it there are too few windows to prove anything."""


@dataclass(frozen=True)
class Limits:
    """What two pictures must at least, or may at most, have in common."""

    structure: float
    """1st percentile of the windowed correlation of the greys."""
    worst_structure: float
    """The least of the same: one date stamp, one blink."""
    detail: float
    """Median of the windowed correlation of the fine detail."""
    worst_detail: float
    """1st percentile of the same."""
    brightness: float
    """Grey levels between the means, and, tripled, between any two windows."""
    chroma: float
    """Levels between mean Cb, mean Cr and their spreads."""
    local_colour: float
    """Levels between Cb or Cr of any two places, 56 x 56 of them."""
    contrast: float
    """Doublings of the variance, 95th percentile of the windows."""


SAME = Limits(0.88, 0.70, 0.955, 0.80, 1.2, 2.0, 11.0, 0.3)
"""Nothing visible changed. Measured on the development set: 500 re-saved copies keep 0.91, 0.78, 0.96,
0.85 (JPEG at quality 30 apart), 0.8, 1.6, 7, 0.15; the nearest frames of a burst reach detail 0.94, 0.81."""
EDITED_DETAIL = 0.955
"""One press of the shutter: fine detail agrees in most windows, whatever became of light and colour.
Brighter, darker, stamped and grey copies keep 0.96; frames of a burst reach 0.94 (the same set)."""
ASPECT = 0.02
"""Width by height may differ by so much (LIKENESS)."""
QUICK = 0.75
"""Correlation of two tiny pictures, below which a close look never proved anything."""


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


def compare(larger: SmallPicture, smaller: SmallPicture) -> Match:
    """Looks closely, in the size of the second picture."""
    height, width = smaller.greys.shape
    if min(height, width) < SMALLEST_SIDE or abs(larger.aspect / smaller.aspect - 1) > ASPECT:
        return Match.UNPROVEN
    a, b = _smoothed(larger.resized(height, width)), _smoothed(smaller.greys)
    fine = _windows(_detail(a), _detail(b), DETAIL_NOISE).correlation
    detail = float(np.median(fine))
    if detail < min(SAME.detail, EDITED_DETAIL):
        return Match.UNPROVEN
    if detail >= SAME.detail and _unchanged(larger, smaller, _windows(a, b, GREY_NOISE), fine):
        return Match.SAME
    return Match.EDITED if detail >= EDITED_DETAIL else Match.UNPROVEN


def equal_light(a: SmallPicture, b: SmallPicture) -> bool:
    """True when the pictures are equally bright as wholes and equally coloured in every place."""
    return (
        abs(a.brightness - b.brightness) <= SAME.brightness
        and float(np.abs(a.chroma - b.chroma).max()) <= SAME.chroma
        and float(np.abs(a.colours - b.colours).max()) <= SAME.local_colour
    )


@dataclass(frozen=True)
class _Windows:
    correlation: Greys
    brightness: Greys
    """Mean of the first minus mean of the second, in grey levels."""
    contrast: Greys
    """Doublings of the variance from the second to the first."""


def _unchanged(a: SmallPicture, b: SmallPicture, windows: _Windows, fine: Greys) -> bool:
    return (
        equal_light(a, b)
        and float(np.percentile(windows.correlation, 1)) >= SAME.structure
        and float(windows.correlation.min()) >= SAME.worst_structure
        and float(np.percentile(fine, 1)) >= SAME.worst_detail
        and float(np.abs(windows.brightness).max()) <= 3 * SAME.brightness
        and float(np.percentile(np.abs(windows.contrast), 95)) <= SAME.contrast
    )


def _windows(a: Greys, b: Greys, noise: float) -> _Windows:
    mean_a, mean_b = _means(a), _means(b)
    spread_a = np.maximum(_means(a * a) - mean_a**2, 0)
    spread_b = np.maximum(_means(b * b) - mean_b**2, 0)
    together = _means(a * b) - mean_a * mean_b
    return _Windows(
        (together + noise) / (np.sqrt(spread_a * spread_b) + noise),
        mean_a - mean_b,
        np.log2((spread_a + 2 * noise) / (spread_b + 2 * noise)),
    )


def _means(greys: Greys) -> Greys:
    """The mean of each window."""
    rows, columns = greys.shape[0] // BLOCK, greys.shape[1] // BLOCK
    kept = greys[: rows * BLOCK, : columns * BLOCK]
    blocks = kept.reshape(rows, BLOCK, columns * BLOCK).sum(axis=1)
    blocks = blocks.reshape(rows, columns, BLOCK).sum(axis=2)
    return _of_three_by_three(blocks) / np.float32(BLOCK * BLOCK)


def _smoothed(greys: Greys) -> Greys:
    """Without the coarsest grain, which every saving as JPEG changes."""
    return _of_three_by_three(greys)


def _detail(greys: Greys) -> Greys:
    """What remains when the light over five pixels is taken away."""
    detail: Greys = greys[2:-2, 2:-2] - _of_three_by_three(_of_three_by_three(greys))
    return detail


def _of_three_by_three(values: Greys) -> Greys:
    """The mean of each value and its eight neighbours; one row and column less at each edge."""
    rows = values[1:-1] + values[:-2] + values[2:]
    means: Greys = (rows[:, 1:-1] + rows[:, :-2] + rows[:, 2:]) / np.float32(9)
    return means
