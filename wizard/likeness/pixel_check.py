"""Whether two small pictures show one press of the shutter, told from their pixels alone.

The windowed correlation is the structure term of SSIM (Wang, Bovik, Sheikh and Simoncelli, "Image
Quality Assessment: From Error Visibility to Structural Similarity", 2004), on the greys and on their
fine detail. Beside it stand two tests that saving again passes and a second press of the shutter
seldom does: nothing lies elsewhere, not by a tenth of a pixel, and no place differs much more than
the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from wizard.likeness.rough_place import Greys
from wizard.likeness.small_picture import SmallPicture

BLOCK = 8
"""Pixels. Windows are 3 x 3 blocks, one beginning at each block: 24 pixels, as LIKENESS has 23."""
GREY_NOISE, DETAIL_NOISE = 10.0, 1.0
"""Grey levels squared: what JPEG at quality 30 adds; below it a window counts as equal."""
SMALLEST_SIDE = 64
"""Pixels: below it there is too little to prove anything."""
REGIONS = 4
"""Parts of each side in which a shift of the detail is measured."""
STEADY = 0.3
"""Squared slopes below which a region has nothing to measure a shift by."""


RESAMPLED = 0.045
"""Share of a block's detail by which two ways of making a sharp picture smaller differ."""


@dataclass(frozen=True)
class Limits:
    """What two pictures must at least, or may at most, have in common to be the same."""

    detail: float = 0.955
    """Median of the windowed correlation of the fine detail."""
    low_detail: float = 0.82
    """1st percentile of the same."""
    worst_detail: float = 0.75
    """The least of the same."""
    structure: float = 0.90
    """1st percentile of the windowed correlation of the greys."""
    worst_structure: float = 0.85
    """The least of the same."""
    brightness: float = 1.2
    """Grey levels between the means, and, tripled, between any two windows."""
    contrast: float = 0.25
    """Doublings of the variance, 95th percentile of the windows."""
    chroma: float = 2.0
    """Levels between mean Cb, mean Cr and their spreads."""
    local_colour: float = 11.0
    """Levels between Cb or Cr of any two places, 56 x 56 of them."""
    shift: float = 0.05
    """Pixels by which the detail lies elsewhere, as a whole."""
    local_shift: float = 0.10
    """The same in any of 4 x 4 regions."""
    stands_out: float = 5.0
    """Times that one block may differ more than is usual for its detail in this pair."""


SAME = Limits()
PAPER = Limits(low_detail=0.9, worst_detail=0.88, brightness=0.65, stands_out=2.0)
"""A page: one figure that differs is another paper. Copies of 13 receipts saved again keep 0.906 and 0.88."""
EDITED_DETAIL, EDITED_SHIFT, EDITED_LOCAL_SHIFT = 0.975, 0.05, 0.2
"""One press of the shutter though something was changed: fine detail agrees in most windows, also in
most of those that have any, and lies where it lay, whatever became of light and colour. Of 322 edited
copies of the development set 317 keep 0.985; frames of a burst from a tripod reach 0.938."""
ASPECT = 0.02
"""Width by height may differ by so much (LIKENESS)."""
QUICK = 0.75
"""Correlation of two tiny pictures, below which a close look never proved anything."""


class Match(Enum):
    """What the pixels prove."""

    SAME = "nothing visible differs"
    EDITED = "one press of the shutter"
    UNPROVEN = "nothing"


@dataclass(frozen=True)
class Measured:
    """What two greys of one frame have in common; each as the `Limits` of the same name."""

    detail: float
    low_detail: float
    worst_detail: float
    most_detail: float
    """Median over the windows that have any detail."""
    structure: float
    worst_structure: float
    local_brightness: float
    contrast: float
    shift: float
    local_shift: float
    stands_out: float


def quick_look(a: Greys, b: Greys) -> float:
    """Correlation of two tiny pictures of one shape, -1 to 1."""
    one, other = a - a.mean(), b - b.mean()
    length = float(np.sqrt(np.vdot(one, one).real * np.vdot(other, other).real))
    return float(np.vdot(one, other).real) / length if length else 0.0


def compare(a: SmallPicture, b: SmallPicture) -> Match:
    """Looks closely, in the size of the smaller one."""
    larger, smaller = (a, b) if a.greys.size >= b.greys.size else (b, a)
    height, width = smaller.greys.shape
    if min(height, width) < SMALLEST_SIDE or abs(larger.aspect / smaller.aspect - 1) > ASPECT:
        return Match.UNPROVEN
    found = measure(larger.in_size(height, width), smaller.in_size(height, width))
    limits = PAPER if a.paper or b.paper else SAME
    if _unchanged(found, limits) and equal_light(a, b):
        return Match.SAME
    return Match.EDITED if is_one_press(found) else Match.UNPROVEN


def equal_light(a: SmallPicture, b: SmallPicture) -> bool:
    """True when the pictures are equally bright as wholes and equally coloured in every place."""
    apart = a.colours.astype(np.int16) - b.colours
    return (
        abs(a.brightness - b.brightness) <= SAME.brightness
        and float(np.abs(a.chroma - b.chroma).max()) <= SAME.chroma
        and float(np.abs(apart).max()) <= SAME.local_colour
    )


def is_one_press(found: Measured) -> bool:
    """True when the detail says so, whatever became of light and colour."""
    return (
        min(found.detail, found.most_detail) >= EDITED_DETAIL
        and found.shift <= EDITED_SHIFT
        and found.local_shift <= EDITED_LOCAL_SHIFT
    )


def measure(a: Greys, b: Greys) -> Measured:
    """Both in one size, at least SMALLEST_SIDE high and wide."""
    a, b = of_three_by_three(a), of_three_by_three(b)
    fine_a, fine_b = _detail(a), _detail(b)
    coarse, fine = _windows(a, b, GREY_NOISE), _windows(fine_a, fine_b, DETAIL_NOISE)
    rich = fine.correlation[fine.energy > 4 * DETAIL_NOISE]
    enough = rich.size * 20 >= fine.correlation.size
    shift, local_shift = _shifts(fine_a, fine_b)
    low, worst = np.percentile(fine.correlation, 1), fine.correlation.min()
    return Measured(
        detail=float(np.median(fine.correlation)),
        low_detail=float(low),
        worst_detail=float(worst),
        most_detail=float(np.median(rich)) if enough else 0.0,
        structure=float(np.percentile(coarse.correlation, 1)),
        worst_structure=float(coarse.correlation.min()),
        local_brightness=float(np.abs(coarse.brightness).max()),
        contrast=float(np.percentile(np.abs(coarse.contrast), 95)),
        shift=shift,
        local_shift=local_shift,
        stands_out=_stands_out(fine),
    )


def _unchanged(found: Measured, limits: Limits) -> bool:
    return (
        found.detail >= limits.detail
        and found.low_detail >= limits.low_detail
        and found.worst_detail >= limits.worst_detail
        and found.structure >= limits.structure
        and found.worst_structure >= limits.worst_structure
        and found.local_brightness <= 3 * limits.brightness
        and found.contrast <= limits.contrast
        and found.shift <= limits.shift
        and found.local_shift <= limits.local_shift
        and found.stands_out <= limits.stands_out
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
    products: tuple[Greys, ...] = (
        across * across,
        across * down,
        down * down,
        across * rest,
        down * rest,
    )
    sums = np.stack([_regions(_blocks(each)) for each in products])
    return _shift(sums.mean(axis=(1, 2), keepdims=True)), _shift(sums)


def _shift(sums: Greys) -> float:
    xx, xy, yy, x, y = sums
    xx, yy = xx + STEADY, yy + STEADY
    shared = xx * yy - xy * xy
    return float(np.hypot((yy * x - xy * y) / shared, (xx * y - xy * x) / shared).max())


def _regions(blocks: Greys) -> Greys:
    """The mean over each of the regions."""
    rows = np.array_split(blocks, REGIONS)
    parts = [[part.mean() for part in np.array_split(row, REGIONS, axis=1)] for row in rows]
    return np.array(parts, dtype=np.float32)


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
    rows = values[1:-1] + values[:-2] + values[2:]
    means: Greys = (rows[:, 1:-1] + rows[:, :-2] + rows[:, 2:]) / np.float32(9)
    return means
