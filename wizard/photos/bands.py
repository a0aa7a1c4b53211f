"""A large picture made small band by band, so that it never stands in memory whole. Changes nothing.

Of JPEG the decoder does this itself. PNG is not read so: each of its rows needs the one above.
"""

from __future__ import annotations

from typing import Any, Protocol

from PIL import Image

from wizard.photos.heif.pixels import HeifPixels
from wizard.photos.heif.tiles import heif_tiles
from wizard.photos.screen_colours import eight_bit
from wizard.photos.tiff_strips import tiff_strips

MODES = ("L", "RGB", "CMYK", "I;16", "I;16B", "I;16L")
"""Of which a band looks the same whatever the others hold, unlike what has a palette or floating points."""
ROWS = 128
"""Of a band, about: 3 MB of a picture 8,000 pixels wide."""
GAP = 3
"""Averaged down to so many times the size that is wanted; the rest is done with more care."""

Edges = tuple[int, int, int, int]
"""Left, top, right and bottom of a part, in pixels."""


class Bands(Protocol):
    """A picture of which rows can be had without the others."""

    @property
    def size(self) -> tuple[int, int]:
        """As stored."""

    def band(self, top: int, bottom: int) -> Image.Image:
        """The rows from `top` to before `bottom`."""


def bands_of(picture: Image.Image) -> Bands | None:
    """An opened picture by bands, pixels not yet decoded; None where it has to be decoded whole."""
    if picture.mode not in MODES:
        return None
    heif: Any = getattr(picture, "_heif_file", None)
    if heif is None:
        return tiff_strips(picture)
    decoded, file = heif[picture.tell()], getattr(picture, "fp", None)
    if decoded.size != picture.size:
        return None  # the file's own thumbnail was asked for
    is_main = picture.tell() == heif.primary_index
    tiles = heif_tiles(file, picture.size) if is_main and file else None
    return tiles or HeifPixels(decoded)


def resized(bands: Bands, edges: Edges, size: tuple[int, int]) -> Image.Image:
    """A part of the picture in another size, eight bits deep: as Pillow's `resize` with a reducing gap."""
    left, top, right, bottom = edges
    width, height = right - left, bottom - top
    factor = max(1, int(min(width / size[0], height / size[1]) / GAP))
    small = _averaged(bands, edges, factor)
    if small.size == size:
        return small
    box = (0.0, 0.0, width / factor, height / factor)
    return small.resize(size, Image.Resampling.LANCZOS, box)


def _averaged(bands: Bands, edges: Edges, factor: int) -> Image.Image:
    """A part in which each pixel is the mean of so many across and down."""
    left, top, right, bottom = edges
    step = max(1, ROWS // factor) * factor
    found: Image.Image | None = None
    for begin in range(top, bottom, step):
        end = min(begin + step, bottom)
        band = bands.band(begin, end)
        if (left, right) != (0, band.width):
            band = band.crop((left, 0, right, band.height))
        band = eight_bit(band)
        small = band.reduce(factor) if factor > 1 else band
        if found is None:
            found = Image.new(small.mode, (small.width, -(-(bottom - top) // factor)))
        found.paste(small, (0, (begin - top) // factor))
    assert found is not None, "a part has at least one row"
    return found
