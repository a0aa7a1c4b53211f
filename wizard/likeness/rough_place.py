"""Where one picture roughly lies in another: every turn and scale is tried at a width of 64 pixels.

Masked normalised cross-correlation (Padfield, "Masked Object Registration in the Fourier Domain",
2012): only the part that both show counts, wherever the edges are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from wizard.likeness.turns import turned

Greys = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float64]
"""2 x 3: x' = a x + b y + c, y' = d x + e y + f, from pixels of one picture to pixels of another."""

COARSE_SIDE = 64
"""Pixels of the longer side while searching."""
SCALES = tuple(1.035**step for step in range(-11, 12))
"""0.68 to 1.46 times as large as would just fit: crops, frames, screenshots."""
LARGEST_COARSE = 192
"""Pixels: a strip laid over a square would grow without end."""
COMMON_AT_LEAST = 0.35
"""Share of the smaller frame that must lie inside the other one."""
PLAUSIBLE = 0.6
"""Correlation of the coarse search below which two pictures show nothing in common."""


@dataclass(frozen=True)
class RoughPlace:
    """How the second picture, turned, lies in the first, and how well that fits, up to 1."""

    turn: int
    matrix: Matrix
    agreement: float


def rough_place(a: Greys, b: Greys, turns: Sequence[int]) -> RoughPlace | None:
    """The likeliest place of `b` in `a`, in pixels of both; None when nothing in common is plausible."""
    small = fitted(a, COARSE_SIDE)
    places = (place for turn in turns for place in _likely(small, b, turn))
    best = max(places, key=lambda place: place.agreement, default=None)
    if best is None or best.agreement < PLAUSIBLE:
        return None
    larger = np.array([[a.shape[1] / small.shape[1]], [a.shape[0] / small.shape[0]]])
    return RoughPlace(best.turn, best.matrix * larger, best.agreement)


def _likely(a: Greys, b: Greys, turn: int) -> Iterator[RoughPlace]:
    """For each scale the best place, at a width of 64 pixels."""
    seen = turned(b, turn)
    sides = sorted((a.shape[0] / seen.shape[0], a.shape[1] / seen.shape[1]))
    fits = sides if sides[1] / sides[0] > SCALES[1] / SCALES[0] else sides[:1]
    for scale in sorted({fit * step for fit in fits for step in SCALES}):
        height, width = (max(1, round(side * scale)) for side in seen.shape)
        if max(height, width) > LARGEST_COARSE or min(height, width) < COARSE_SIDE // 4:
            continue
        agreement, row, column = _best_place(a, resized(seen, height, width))
        across, down = width / seen.shape[1], height / seen.shape[0]
        yield RoughPlace(turn, np.array([[across, 0, column], [0, down, row]]), agreement)


def _best_place(a: Greys, b: Greys) -> tuple[float, int, int]:
    """The highest correlation of the overlap, and the row and column of `a` where `b` begins."""
    shape = tuple(_round_up(m + n) for m, n in zip(a.shape, b.shape, strict=True))
    one, other = a - a.mean(), b - b.mean()
    spectra_a = [np.fft.rfft2(each, shape) for each in (one, one * one, np.ones_like(one))]
    spectra_b = [np.conj(np.fft.rfft2(e, shape)) for e in (other, other * other, np.ones_like(b))]
    (f, f2, fm), (g, g2, gm) = spectra_a, spectra_b
    count = np.maximum(np.fft.irfft2(fm * gm, shape), 1)
    sum_a, sum_b = np.fft.irfft2(f * gm, shape), np.fft.irfft2(fm * g, shape)
    together = np.fft.irfft2(f * g, shape) - sum_a * sum_b / count
    spread_a = np.fft.irfft2(f2 * gm, shape) - sum_a**2 / count
    spread_b = np.fft.irfft2(fm * g2, shape) - sum_b**2 / count
    bottom = np.sqrt(np.maximum(spread_a, 1) * np.maximum(spread_b, 1))
    enough = COMMON_AT_LEAST * min(a.size, b.size)
    correlation = np.where(count >= enough, together / bottom, -1.0)
    row, column = np.unravel_index(int(correlation.argmax()), correlation.shape)
    agreement = float(correlation[row, column])
    return (
        agreement,
        int(row) - (shape[0] if row >= a.shape[0] else 0),
        int(column) - (shape[1] if column >= a.shape[1] else 0),
    )


def fitted(greys: Greys, side: int) -> Greys:
    """No longer than `side` pixels; a smaller one stays."""
    scale = min(1.0, side / max(greys.shape))
    return resized(greys, *(max(1, round(each * scale)) for each in greys.shape))


def resized(greys: Greys, height: int, width: int) -> Greys:
    """In another size."""
    if greys.shape == (height, width):
        return np.ascontiguousarray(greys)
    picture = Image.fromarray(np.ascontiguousarray(greys))
    return np.asarray(picture.resize((width, height), Image.Resampling.BILINEAR))


def _round_up(size: int) -> int:
    """To a length that transforms quickly."""
    return next(n for n in (64, 96, 128, 160, 192, 256, 320, 384, 512) if n >= size)
