"""A picture as an overview, or a part of it as sharp as it was taken. Keeps only what was asked for; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image

from wizard.photos.picture import (
    HEIF_THUMBNAIL_SIDE,
    TURNS,
    ProblemsNamed,
    decode,
    decodes_small,
    eight_bit,
    on_white,
    open_picture,
    opened,
)

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

    The whole is decoded and let go: 48 megapixels are 192 MB for that moment, and less where JPEG can
    be decoded smaller.
    """
    with opened(source) as file, ProblemsNamed():
        picture = open_picture(file)
        orientation = picture.getexif().get(ExifTags.Base.Orientation, 1)
        part = as_stored(box, orientation)
        if decodes_small(picture):
            _decode_no_finer_than(picture, part, longest_side)
        picture.load()
        edges = _whole_pixels(part, picture.size)
        cut = _cut(picture, edges, longest_side)
        upright = on_white(eight_bit(cut))
        if orientation in TURNS:
            upright = upright.transpose(TURNS[orientation])
    width, height = picture.size
    kept = Box(edges[0] / width, edges[1] / height, edges[2] / width, edges[3] / height)
    return CloseUp(upright, as_seen(kept, orientation))


def _cut(picture: Image.Image, edges: tuple[int, int, int, int], side: int) -> Image.Image:
    """The part alone, shrunk while it is cut where it is larger than asked for."""
    left, top, right, bottom = edges
    shrink = max(right - left, bottom - top) / side
    if shrink < ALMOST or picture.mode not in ("L", "RGB"):
        return picture.crop(edges)
    size = round((right - left) / shrink), round((bottom - top) / shrink)
    return picture.resize(
        (max(1, size[0]), max(1, size[1])), Image.Resampling.LANCZOS, edges, reducing_gap=2
    )


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


def _whole_pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The part in whole pixels, at least one."""
    left, top, right, bottom = box.pixels(size)
    x, y = min(int(left), size[0] - 1), min(int(top), size[1] - 1)
    return (
        x,
        y,
        max(x + 1, min(size[0], -int(-right // 1))),
        max(y + 1, min(size[1], -int(-bottom // 1))),
    )
