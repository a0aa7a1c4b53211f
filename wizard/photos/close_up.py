"""A picture as an overview, or a part of it as sharp as it was taken. Keeps only what was asked for; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from wizard.photos.bands import Edges, bands_of, resized
from wizard.photos.picture import (
    HEIF_THUMBNAIL_SIDE,
    ProblemsNamed,
    decode,
    decodes_small,
    open_picture,
    opened,
    orientation_of,
    upright,
)
from wizard.photos.screen_colours import eight_bit, on_white

ALMOST = 1.1
"""A part that is larger than asked for by less than this stays as it is."""
JPEG_SCALES = (8, 4, 2, 1)
"""libjpeg decodes at one eighth, a quarter, half or the whole size."""


@dataclass(frozen=True)
class Box:
    """A part of a picture as it is seen, each side from 0.0 (left, top) to 1.0 (right, bottom)."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Share of the whole width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Share of the whole height."""
        return self.bottom - self.top

    def covers(self, other: Box) -> bool:
        """True when the other lies inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def inside(self, whole: Box) -> Box:
        """The same part, told as a part of `whole`, which covers it."""
        return Box(
            (self.left - whole.left) / whole.width,
            (self.top - whole.top) / whole.height,
            (self.right - whole.left) / whole.width,
            (self.bottom - whole.top) / whole.height,
        )

    def pixels(self, size: tuple[int, int]) -> tuple[float, float, float, float]:
        """In pixels of a picture of this size: left, top, right, bottom."""
        width, height = size
        return self.left * width, self.top * height, self.right * width, self.bottom * height


WHOLE = Box(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class CloseUp:
    """A part of a picture, upright RGB, and which part it is."""

    picture: Image.Image
    box: Box


def read_overview(source: Path | bytes, longest_side: int) -> Image.Image:
    """The whole picture, shrunk; of a HEIC file its own thumbnail where it has one. Raises UnreadablePicture."""
    with opened(source) as file:
        picture = open_picture(file)
        if picture.format == "HEIF":
            with ProblemsNamed():
                picture.draft("RGB", (HEIF_THUMBNAIL_SIDE, HEIF_THUMBNAIL_SIDE))
        return decode(picture, longest_side)


def read_close_up(source: Path | bytes, box: Box, longest_side: int) -> CloseUp:
    """A part, at least `longest_side` pixels long where the picture has so many. Raises UnreadablePicture.

    Of TIFF in strips and of HEIC in tiles the rows are read that are needed; else the whole is decoded and let
    go: 48 megapixels are 192 MB for that moment, and less where JPEG can be decoded smaller.
    """
    with opened(source) as file, ProblemsNamed():
        picture = open_picture(file)
        if decodes_small(picture):
            part = as_stored(box, orientation_of(picture))
            _decode_no_finer_than(picture, part, longest_side)
        bands = bands_of(picture)
        if bands is None:
            picture.load()
        orientation = orientation_of(picture)  # TIFF is turned while it is loaded
        width, height = bands.size if bands else picture.size
        edges = _whole_pixels(as_stored(box, orientation), (width, height))
        size = _asked_for(edges, longest_side)
        cut = resized(bands, edges, size) if bands else _cut(picture, edges, size)
        shown = upright(on_white(eight_bit(cut)), orientation)
    kept = Box(edges[0] / width, edges[1] / height, edges[2] / width, edges[3] / height)
    return CloseUp(shown, as_seen(kept, orientation))


def _asked_for(edges: Edges, side: int) -> tuple[int, int]:
    """The size of the part: as it is, or smaller where it is larger than asked for."""
    left, top, right, bottom = edges
    shrink = max(1.0, max(right - left, bottom - top) / side)
    if shrink < ALMOST:
        shrink = 1.0
    return max(1, round((right - left) / shrink)), max(1, round((bottom - top) / shrink))


def _cut(picture: Image.Image, edges: Edges, size: tuple[int, int]) -> Image.Image:
    """The part alone, shrunk while it is cut."""
    if size == (edges[2] - edges[0], edges[3] - edges[1]) or picture.mode not in ("L", "RGB"):
        return picture.crop(edges)
    return picture.resize(size, Image.Resampling.LANCZOS, edges, reducing_gap=2)


def as_stored(box: Box, orientation: int) -> Box:
    """Where a part of the picture as seen lies in the picture as stored."""
    return as_seen(box, {6: 8, 8: 6}.get(orientation, orientation))


def as_seen(box: Box, orientation: int) -> Box:
    """Where a part of the picture as stored is seen, for EXIF's eight orientations."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    match orientation:
        case 2:
            return Box(1 - right, top, 1 - left, bottom)
        case 3:
            return Box(1 - right, 1 - bottom, 1 - left, 1 - top)
        case 4:
            return Box(left, 1 - bottom, right, 1 - top)
        case 5:
            return Box(top, left, bottom, right)
        case 6:
            return Box(1 - bottom, left, 1 - top, right)
        case 7:
            return Box(1 - bottom, 1 - right, 1 - top, 1 - left)
        case 8:
            return Box(top, 1 - right, bottom, 1 - left)
        case _upright:
            return box


def _decode_no_finer_than(picture: Image.Image, part: Box, longest_side: int) -> None:
    width, height = picture.size
    asked = max(part.width * width, part.height * height)
    scale = next(scale for scale in JPEG_SCALES if scale == 1 or asked / scale >= longest_side)
    mode = "L" if picture.mode == "L" else "RGB"
    picture.draft(mode, (width // scale, height // scale))


def _whole_pixels(box: Box, size: tuple[int, int]) -> Edges:
    """The part in whole pixels, at least one."""
    left, top, right, bottom = box.pixels(size)
    x, y = min(int(left), size[0] - 1), min(int(top), size[1] - 1)
    return (
        x,
        y,
        max(x + 1, min(size[0], -int(-right // 1))),
        max(y + 1, min(size[1], -int(-bottom // 1))),
    )
