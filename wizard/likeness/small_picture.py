"""A picture made small for the pixel check: its greys, and a few figures of its light and colour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from wizard.likeness.turns import turned
from wizard.photos.picture import read_to_scale

PIXELS, LONGEST_SIDE = 448 * 336, 1024
"""By area, so that a till receipt keeps its letters. A 12-megapixel JPEG is decoded at 1/8 for it."""
TINY_SIDE = 56
"""Pixels of the quick look that spares most pairs the close one."""
PAPER_LIGHT, PAPER_COLOUR, PAPER_SHARE, PAPER_EDGES = 170.0, 12.0, (0.75, 0.55), 0.05
PAPER_INK = 0.02, 0.20
"""Paper: light, without colour; so large a share of the greys within 40 and within 20 levels of the
light ones; many edges between paper and ink; some ink. Measured on 16 receipts: at least 237, at
most 6.2, (0.84, 0.64), 0.09, 0.08 to 0.11; the photos around them stay outside of one at least."""

Greys = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class SmallPicture:
    """Greys 0-255 (height x width); `chroma`: mean Cb, mean Cr, their spreads, from -128 to 127."""

    greys: Greys
    brightness: float
    chroma: npt.NDArray[np.float64]
    colours: Greys
    """Cb and Cr in squares of TINY_SIDE pixels (2 x side x side)."""
    paper: bool

    @property
    def aspect(self) -> float:
        """Width by height."""
        return float(self.greys.shape[1] / self.greys.shape[0])

    @property
    def colourfulness(self) -> float:
        """How far the colours are from grey, 0 for black and white."""
        return float(np.hypot(*self.chroma[:2]) + self.chroma[2:].sum())

    def resized(self, height: int, width: int) -> Greys:
        """The greys in another size."""
        if self.greys.shape == (height, width):
            return self.greys
        picture = Image.fromarray(self.greys).resize((width, height), Image.Resampling.LANCZOS)
        return np.asarray(picture)

    def turned(self, turn: int) -> SmallPicture:
        """The picture held in another way."""
        if turn == 0:
            return self
        greys = np.ascontiguousarray(turned(self.greys, turn))
        return replace(
            self, greys=greys, colours=np.stack([turned(each, turn) for each in self.colours])
        )

    def tiny(self) -> Greys:
        """The greys in a square of TINY_SIDE pixels, whatever their shape."""
        picture = Image.fromarray(self.greys)
        return np.asarray(picture.resize((TINY_SIDE, TINY_SIDE), Image.Resampling.BOX))


def read_small(path: Path) -> SmallPicture:
    """Reads a picture again, small. Raises UnreadablePicture."""
    return small_picture(read_to_scale(path, PIXELS, LONGEST_SIDE))


def small_picture(picture: Image.Image) -> SmallPicture:
    """The figures of a decoded RGB picture."""
    luma, *differences = picture.convert("YCbCr").split()
    greys = np.asarray(luma).astype(np.float32)
    square = (TINY_SIDE, TINY_SIDE)
    colours = np.stack(
        [np.asarray(each.resize(square, Image.Resampling.BOX)) for each in differences]
    ).astype(np.float32)
    flat = np.stack([np.asarray(each).ravel()[::3] for each in differences], axis=1)
    flat = flat.astype(np.float32)
    chroma = np.concatenate([flat.mean(axis=0) - 128, flat.std(axis=0)]).astype(np.float64)
    return SmallPicture(
        greys, float(greys.mean()), chroma, colours, _looks_like_paper(greys, chroma)
    )


def _looks_like_paper(greys: Greys, chroma: npt.NDArray[np.float64]) -> bool:
    if min(greys.shape) < 32 or chroma[2:].sum() > PAPER_COLOUR:
        return False
    light, dark = np.percentile(greys[::4, ::4], (80, 2))
    ink = greys < (light + dark) / 2
    apart = np.abs(greys - light)
    return bool(
        light > PAPER_LIGHT
        and np.mean(apart < 40) > PAPER_SHARE[0]
        and np.mean(apart < 20) > PAPER_SHARE[1]
        and np.mean(ink[:, 1:] != ink[:, :-1]) > PAPER_EDGES
        and PAPER_INK[0] < np.mean(ink) < PAPER_INK[1]
    )
