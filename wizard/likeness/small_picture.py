"""A picture made small for the pixel check: greys and colours, and a few figures of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from wizard.likeness.frames import Box
from wizard.likeness.paper import SMALLEST_PAGE, is_page, is_sheet
from wizard.likeness.rough_place import Greys
from wizard.likeness.turns import turned
from wizard.photos.picture import read_bytes, upright
from wizard.photos.reduced import Reduced, read_reduced

PIXELS, LONGEST_SIDE = 448 * 336, 1024
"""By area, so that a till receipt keeps its letters. JPEG as decoded for the hash has about as many."""
COLOUR_SIDE = 56
"""Pixels; colours are compared place by place, coarser than light."""
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class SmallPicture:
    """Greys (height x width) and Cb, Cr in a square (2 x side x side), all from 0 to 255."""

    greys: Bytes
    colours: Bytes

    @property
    def aspect(self) -> float:
        """Width by height."""
        return float(self.greys.shape[1] / self.greys.shape[0])

    @property
    def nbytes(self) -> int:
        """What it takes in memory."""
        return self.greys.nbytes + self.colours.nbytes

    @cached_property
    def brightness(self) -> float:
        """Mean grey."""
        return float(self.greys.mean())

    @cached_property
    def chroma(self) -> npt.NDArray[np.float64]:
        """Mean Cb and Cr from -128 to 127, and their spreads."""
        flat = self.colours.reshape(2, -1).astype(np.float64)
        return np.concatenate([flat.mean(axis=1) - 128, flat.std(axis=1)])

    @property
    def colourfulness(self) -> float:
        """How far the colours are from grey, 0 for black and white."""
        return float(np.hypot(*self.chroma[:2]) + self.chroma[2:].sum())

    @cached_property
    def tiny(self) -> Greys:
        """The greys in a square of COLOUR_SIDE pixels, whatever their shape."""
        square = (COLOUR_SIDE, COLOUR_SIDE)
        picture = Image.fromarray(self.greys).resize(square, Image.Resampling.BOX)
        return np.asarray(picture).astype(np.float32)

    @cached_property
    def paper(self) -> bool:
        """True for a page that fills the picture, and for a sheet with writing that lies on something."""
        if min(self.greys.shape) < SMALLEST_PAGE:
            return False
        colour = float(self.chroma[2:].sum())
        return is_page(self.greys, colour) or is_sheet(self.greys, self.colours)

    def in_size(self, height: int, width: int) -> Greys:
        """The greys in another size."""
        picture = Image.fromarray(self.greys)
        if self.greys.shape != (height, width):
            picture = picture.resize((width, height), Image.Resampling.BICUBIC)
        return np.asarray(picture).astype(np.float32)

    def part(self, box: Box) -> SmallPicture:
        """The greys of a part; the colours stay those of the whole."""
        height, width = self.greys.shape
        rows = slice(round(box.top * height), round((box.top + box.height) * height))
        columns = slice(round(box.left * width), round((box.left + box.width) * width))
        return replace(self, greys=self.greys[rows, columns])

    def turned(self, turn: int) -> SmallPicture:
        """The picture held in another way."""
        if turn == 0:
            return self
        greys = np.ascontiguousarray(turned(self.greys, turn))
        colours = np.stack([turned(each, turn) for each in self.colours])
        return replace(self, greys=greys, colours=colours)


def small_picture(
    reduced: Reduced, pixels: int = PIXELS, longest: int = LONGEST_SIDE
) -> SmallPicture:
    """Shrunk so that each pixel lies exactly where it lies in the whole picture; never made larger.

    Decoders round a smaller size up to whole blocks, which moves the far edge by up to a pixel:
    nothing to the eye, much to a comparison of two pictures pixel by pixel.
    """
    picture = reduced.picture
    width, height = (
        min(own, side / reduced.scale) for own, side in zip(picture.size, reduced.full, strict=True)
    )
    scale = min(1.0, (pixels / (width * height)) ** 0.5, longest / max(width, height))
    size = max(1, int(width * scale + 0.5)), max(1, int(height * scale + 0.5))
    shrunk = picture.resize(
        size, Image.Resampling.BILINEAR, (0.0, 0.0, width, height), reducing_gap=3
    )
    light, *colours = upright(shrunk.convert("YCbCr"), reduced.orientation).split()
    square = (COLOUR_SIDE, COLOUR_SIDE)
    coarse = [np.asarray(each.resize(square, Image.Resampling.BOX)) for each in colours]
    return SmallPicture(np.asarray(light).copy(), np.stack(coarse))


def read_small(path: Path, pixels: int = PIXELS) -> SmallPicture:
    """Reads a picture again, in another size where it is told. Raises UnreadablePicture."""
    contents = read_bytes(path)
    if pixels == PIXELS:
        return small_picture(read_reduced(contents))
    longest = round(LONGEST_SIDE * (pixels / PIXELS) ** 0.5)
    return small_picture(read_reduced(contents, least_side=longest), pixels, longest)
