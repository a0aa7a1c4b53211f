"""A picture decoded for comparison, no finer than that needs. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from wizard.photos.dc_scans import dc_scans
from wizard.photos.decoding_room import DecodingRoom
from wizard.photos.metadata import Metadata, metadata
from wizard.photos.picture import (
    HEIF_THUMBNAIL_SIDE,
    ProblemsNamed,
    decodes_small,
    open_picture,
    orientation_of,
)
from wizard.photos.screen_colours import eight_bit, on_white

LEAST_SIDE = 256
"""Pixels of the shorter side that are kept. The hash of a JPEG decoded so is that of the whole picture
in 93 percent of 327 real photos and 2 bits off in the rest (PERFORMANCE)."""
SCALES = (8, 4, 2)
"""What libjpeg divides by while it decodes."""
HEIF_WEIGHT, PROGRESSIVE_SHARE = 2, 2
"""libheif holds a picture twice; libjpeg's coefficients take about half of what a picture takes."""

_room = DecodingRoom()
"""The memory of this process: backup and look share it."""


@dataclass(frozen=True)
class Reduced:
    """`picture`: RGB as stored, to be turned by `orientation`; of JPEG `scale` times smaller than `full`."""

    metadata: Metadata
    picture: Image.Image
    full: tuple[int, int]
    scale: int
    orientation: int
    from_thumbnail: bool = False
    """True where the file's own small picture was decoded (HEIC), which is of no exact scale."""


def read_reduced(
    contents: bytes, *, thumbnail: bool = False, least_side: int = LEAST_SIDE
) -> Reduced:
    """Decodes the bytes of a file; with `thumbnail`, of HEIC its own small one. Raises UnreadablePicture."""
    picture = open_picture(contents)
    facts, full, scale = metadata(picture), picture.size, 1
    with ProblemsNamed():
        small = thumbnail and picture.format == "HEIF" and _drafted_heif(picture)
        if decodes_small(picture):
            scale = next((each for each in SCALES if min(full) // least_side >= each), 1)
            picture = _drafted_jpeg(picture, contents, scale, least_side)
        with _room.take(_weight(picture, full, small)):
            picture.load()
            orientation = orientation_of(picture)  # TIFF is turned while it is loaded
            shown = on_white(eight_bit(picture))
    return Reduced(facts, shown, full, scale, orientation, small)


def _drafted_heif(picture: Image.Image) -> bool:
    return picture.draft("RGB", (HEIF_THUMBNAIL_SIDE, HEIF_THUMBNAIL_SIDE)) is not None


def _drafted_jpeg(
    picture: Image.Image, contents: bytes, scale: int, least_side: int
) -> Image.Image:
    if scale == SCALES[0] and "progressive" in picture.info:
        less = dc_scans(contents)
        picture = picture if less is None else open_picture(less)
    picture.draft("L" if picture.mode == "L" else "RGB", (least_side, least_side))
    return picture


def _weight(picture: Image.Image, full: tuple[int, int], small: bool) -> int:
    """The pixels that decoding a drafted picture takes, as they count in memory."""
    drafted, whole = picture.width * picture.height, full[0] * full[1]
    if decodes_small(picture):
        return whole // PROGRESSIVE_SHARE if "progressive" in picture.info else drafted
    return drafted * HEIF_WEIGHT if picture.format == "HEIF" and not small else drafted
