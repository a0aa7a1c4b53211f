"""What two greys of one frame have in common, window by window: correlation, light, shift, what stands out.

The windowed correlation is the structure term of SSIM (Wang, Bovik, Sheikh and Simoncelli, "Image
Quality Assessment: From Error Visibility to Structural Similarity", 2004), on the greys and on their
fine detail. Beside it stand two tests that saving again passes and a second press of the shutter
seldom does: nothing lies elsewhere, not by a tenth of a pixel, and no place differs much more than
the others. Says what is measured, never what it means.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from wizard.likeness.rough_place import Greys

BLOCK = 8
"""Pixels. Windows are 3 x 3 blocks, one beginning at each block: 24 pixels, as LIKENESS has 23."""
GREY_NOISE, DETAIL_NOISE = 10.0, 1.0
"""Grey levels squared: what JPEG at quality 30 adds; below it a window counts as equal."""
REGIONS = 4
"""Parts of each side in which a shift of the detail is measured."""
STEADY = 0.3
"""Squared slopes below which a region has nothing to measure a shift by."""
RESAMPLED = 0.045
"""Share of a block's detail by which two ways of making a sharp picture smaller differ."""


@dataclass(frozen=True)
class Measured:
    """What two greys of one frame have in common; each as the limit of the same name."""

    detail: float
    low_detail: float
    worst_detail: float
    most_detail: float
    """Median over the windows that have any detail."""
    structure: float
    worst_structure: float
    local_brightness: float
    contrast: float
    usual_contrast: float
    usual_brightness: float
    """Medians over the windows: another exposure changes them all, a stamp only some."""
    shift: float
    local_shift: float
    stands_out: float


@dataclass(frozen=True, eq=False)
class Prepared:
    """The greys of a picture without their finest grain, and their detail."""

    smooth: Greys
    detail: Greys


def prepared(greys: Greys) -> Prepared:
    """Of a picture at least 64 pixels high and wide."""
    smooth = of_three_by_three(greys)
    return Prepared(smooth, _detail(smooth))


def measure(a: Prepared, b: Prepared, detail_at_least: float = -1.0) -> Measured | None:
    """Both in one size; None where the detail's median is below what is asked.

    Most pairs of different pictures end there, at a third of the cost.
    """
    fine = _windows(a.detail, b.detail, DETAIL_NOISE)
    detail = float(np.median(fine.correlation))
    if detail < detail_at_least:
        return None
    coarse = _windows(a.smooth, b.smooth, GREY_NOISE)
    rich = fine.correlation[fine.energy > 4 * DETAIL_NOISE]
    enough = rich.size * 20 >= fine.correlation.size
    shift, local_shift = _shifts(a.detail, b.detail)
    return Measured(
        detail=detail,
        low_detail=float(np.percentile(fine.correlation, 1)),
        worst_detail=float(fine.correlation.min()),
        most_detail=float(np.median(rich)) if enough else 0.0,
        structure=float(np.percentile(coarse.correlation, 1)),
        worst_structure=float(coarse.correlation.min()),
        local_brightness=float(np.abs(coarse.brightness).max()),
        contrast=float(np.percentile(np.abs(coarse.contrast), 95)),
        usual_contrast=float(np.median(np.abs(coarse.contrast))),
        usual_brightness=float(np.median(np.abs(coarse.brightness))),
        shift=shift,
        local_shift=local_shift,
        stands_out=_stands_out(fine),
    )


@dataclass(frozen=True)
class _Windows:
    correlation: Greys
    brightness: Greys
    """Mean of the first minus mean of the second, in grey levels."""
    contrast: Greys
    """Doublings of the variance from the second to the first."""
    energy: Greys
    """Mean variance of the two."""
    block_energy: Greys
    """The same, block by block."""
    block_apart: Greys
    """Mean squared difference, block by block."""


def _windows(a: Greys, b: Greys, noise: float) -> _Windows:
    mean_a, mean_b, aa, bb, ab = (
        _blocks(each) for each in (a, b, np.square(a), np.square(b), a * b)
    )
    wide_a, wide_b = of_three_by_three(mean_a), of_three_by_three(mean_b)
    spread_a = np.maximum(of_three_by_three(aa) - wide_a**2, 0)
    spread_b = np.maximum(of_three_by_three(bb) - wide_b**2, 0)
    together = of_three_by_three(ab) - wide_a * wide_b
    return _Windows(
        (together + noise) / (np.sqrt(spread_a * spread_b) + noise),
        wide_a - wide_b,
        np.log2((spread_a + 2 * noise) / (spread_b + 2 * noise)),
        (spread_a + spread_b) / 2,
        np.maximum(aa + bb - mean_a**2 - mean_b**2, 0) / 2,
        np.maximum(aa + bb - 2 * ab, 0),
    )


def _stands_out(fine: _Windows) -> float:
    """How many times more the block that differs most does so than others with as much detail."""
    usual = float(np.median(fine.block_apart / (fine.block_energy + DETAIL_NOISE)))
    noise = float(np.percentile(fine.block_apart, 25))
    expected = 0.5 + 2 * noise + (RESAMPLED + 2 * usual) * fine.block_energy
    return float((fine.block_apart / expected).max())


def _shifts(a: Greys, b: Greys) -> tuple[float, float]:
    """Pixels by which the detail of `a` lies elsewhere: as a whole, and the most in any region.

    One step of Lucas and Kanade; exact while shifts stay below a pixel.
    """
    across: Greys = (b[1:-1, 2:] - b[1:-1, :-2]) / np.float32(2)
    down: Greys = (b[2:, 1:-1] - b[:-2, 1:-1]) / np.float32(2)
    rest: Greys = (a - b)[1:-1, 1:-1]
    pairs = (across, across), (across, down), (down, down), (across, rest), (down, rest)
    rows, columns = _region_means(across.shape[0]), _region_means(across.shape[1]).T
    sums = np.stack([rows @ (one * other) @ columns for one, other in pairs])
    return _shift(sums.mean(axis=(1, 2), keepdims=True)), _shift(sums)


def _shift(sums: Greys) -> float:
    xx, xy, yy, x, y = sums
    xx, yy = xx + STEADY, yy + STEADY
    shared = xx * yy - xy * xy
    return float(np.hypot((yy * x - xy * y) / shared, (xx * y - xy * x) / shared).max())


@cache
def _region_means(length: int) -> Greys:
    """REGIONS x length: multiplied with values it gives the mean of each region."""
    region = np.minimum(np.arange(length) * REGIONS // length, REGIONS - 1)
    belongs = (region == np.arange(REGIONS)[:, None]).astype(np.float32)
    means: Greys = belongs / belongs.sum(axis=1, keepdims=True)
    return means


def _blocks(greys: Greys) -> Greys:
    """The mean of each block."""
    rows, columns = greys.shape[0] // BLOCK, greys.shape[1] // BLOCK
    kept = greys[: rows * BLOCK, : columns * BLOCK]
    sums = kept.reshape(rows, BLOCK, columns * BLOCK).sum(axis=1)
    means: Greys = sums.reshape(rows, columns, BLOCK).sum(axis=2) / np.float32(BLOCK * BLOCK)
    return means


def _detail(greys: Greys) -> Greys:
    """What remains when the light over five pixels is taken away."""
    detail: Greys = greys[2:-2, 2:-2] - of_three_by_three(of_three_by_three(greys))
    return detail


def of_three_by_three(values: Greys) -> Greys:
    """The mean of each value and its eight neighbours; one row and column less at each edge."""
    rows = values[1:-1] + values[:-2]
    rows += values[2:]
    means: Greys = rows[:, 1:-1] + rows[:, :-2]
    means += rows[:, 2:]
    means *= np.float32(1 / 9)
    return means
