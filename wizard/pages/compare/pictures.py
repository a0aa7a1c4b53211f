"""What the compare page shows of a photo: a small picture inside the page, and a copy beside it with every pixel."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image

from wizard.likeness.groups import Photo
from wizard.own_files import OwnFolder
from wizard.photos.picture import UnreadablePicture, decode, open_picture, read_bytes
from wizard.problems import ProblemKind

PREVIEW_SIDE = 1600
"""Pixels of the small picture: there at once, and all there is where a browser may read one file only."""
PREVIEW_QUALITY = 85
COPY_QUALITY = 95
SHOWN_BY_BROWSERS = {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}
"""Every other format becomes a JPEG copy. All browsers turn JPEG as its EXIF says; the others not all."""


@dataclass(frozen=True)
class PagePicture:
    """`number` in its group, from 1. `copy` is a file name beside the page; `preview` are JPEG bytes."""

    number: int
    photo: Photo
    preview: bytes = b""
    copy: str = ""
    converted: bool = False
    problem: ProblemKind | None = None


def picture_for_page(photo: Photo, path: Path, number: int, folder: OwnFolder) -> PagePicture:
    """Writes the copy into `folder`. One picture is decoded at a time. Raises OSError when there is no room."""
    try:
        contents = read_bytes(path)
        picture = open_picture(contents)
        ending = SHOWN_BY_BROWSERS.get(picture.format or "", "")
        if ending and (ending == ".jpg" or _upright(picture)):
            preview = _jpeg(decode(picture, PREVIEW_SIDE), PREVIEW_QUALITY)
            copy = folder.write_once(f"{number}{ending}", contents)
            return PagePicture(number, photo, preview, copy.name)
        whole = decode(picture, max(picture.size))
        copy = folder.write_once(f"{number}.jpg", _jpeg(whole, COPY_QUALITY))
        whole.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE), reducing_gap=3)
        preview = _jpeg(whole, PREVIEW_QUALITY)
        return PagePicture(number, photo, preview, copy.name, converted=True)
    except UnreadablePicture as unreadable:
        return PagePicture(number, photo, problem=unreadable.kind)


def _upright(picture: Image.Image) -> bool:
    return bool(picture.getexif().get(ExifTags.Base.Orientation, 1) == 1)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    """With the photo's own colour profile, and nothing else of what the camera wrote."""
    written = io.BytesIO()
    profile = picture.info.get("icc_profile")
    picture.save(written, "JPEG", quality=quality, icc_profile=profile)
    return written.getvalue()
