"""What the compare page shows of a photo: a small picture inside the page, and a copy beside it with every pixel."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image

from wizard.likeness.groups import Photo
from wizard.likeness.small_differences import CLOSE_SIDE
from wizard.own_files import OwnFolder
from wizard.pages.compare.jpeg_by_bands import jpeg_by_bands
from wizard.photos.bands import bands_of
from wizard.photos.picture import (
    ProblemsNamed,
    UnreadablePicture,
    bytes_of,
    decode,
    open_picture,
    opened,
    orientation_of,
    read_picture,
)
from wizard.problems import ProblemKind

SMALL_SIDE = 1600
"""Pixels of the small picture: there at once, and all there is where a browser may read one file only."""
SMALL_QUALITY = 85
COPY_QUALITY = 95
SHOWN_BY_BROWSERS = {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}
"""Every other format becomes a JPEG copy. All browsers turn JPEG as its EXIF says; the others not all."""


@dataclass(frozen=True)
class PagePicture:
    """`number` in its group, from 1. `small` and `copy` are there when it could be read.

    `small` has a longest side of 1600 pixels, at most; `close`, in greys, of 2016, for what differs little;
    `copy` is the name of a file beside the page.
    """

    number: int
    photo: Photo
    small: Image.Image | None = None
    close: Image.Image | None = None
    copy: str = ""
    converted: bool = False
    problem: ProblemKind | None = None


def picture_for_page(photo: Photo, path: Path, number: int, folder: OwnFolder) -> PagePicture:
    """Writes the copy into `folder`. One picture is decoded at a time. Raises OSError when there is no room."""
    try:
        with opened(path) as file:
            picture = open_picture(file)
            ending = SHOWN_BY_BROWSERS.get(picture.format or "", "")
            if ending and (ending == ".jpg" or _upright(picture)):
                close = decode(picture, CLOSE_SIDE)
                copy = folder.write_once(f"{number}{ending}", bytes_of(file))
                return PagePicture(number, photo, *_small_and_close(close), copy.name)
            copy = folder.write_once(f"{number}.jpg", _every_pixel(picture))
        del picture  # what was decoded goes before the copy is read
        sizes = _small_and_close(read_picture(copy, CLOSE_SIDE))
        return PagePicture(number, photo, *sizes, copy.name, converted=True)
    except UnreadablePicture as unreadable:
        return PagePicture(number, photo, problem=unreadable.kind)


def _every_pixel(picture: Image.Image) -> bytes | Iterator[bytes]:
    """The whole picture as JPEG: band by band where it can be had so."""
    with ProblemsNamed():
        bands = bands_of(picture)
    if bands is None:
        return as_jpeg(decode(picture, max(picture.size)), COPY_QUALITY)
    orientation, profile = orientation_of(picture), picture.info.get("icc_profile")
    return jpeg_by_bands(bands, COPY_QUALITY, orientation=orientation, profile=profile)


def _small_and_close(close: Image.Image) -> tuple[Image.Image, Image.Image]:
    small = close.copy()  # some formats hold on to their file
    small.thumbnail((SMALL_SIDE, SMALL_SIDE), reducing_gap=3)
    return small, close.convert("L")


def _upright(picture: Image.Image) -> bool:
    return bool(picture.getexif().get(ExifTags.Base.Orientation, 1) == 1)


def as_jpeg(picture: Image.Image, quality: int = SMALL_QUALITY) -> bytes:
    """With the photo's own colour profile, and nothing else of what the camera wrote."""
    written = io.BytesIO()
    profile = picture.info.get("icc_profile")
    picture.save(written, "JPEG", quality=quality, icc_profile=profile)
    return written.getvalue()
