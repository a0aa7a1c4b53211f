"""What the camera wrote into a picture: when, with what, how large. Never trusts a value to make sense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from PIL import ExifTags, Image

ROTATED = (5, 6, 7, 8)
"""EXIF orientations that swap width and height."""
EARLIEST_YEAR = 1826
"""The first photograph; an earlier date is a camera without a clock."""


@dataclass(frozen=True)
class Metadata:
    """Width and height in pixels as seen; capture time in ISO 8601 without zone, or None; camera or None."""

    width: int
    height: int
    format: str
    taken: str | None = None
    camera: str | None = None


def metadata(picture: Image.Image) -> Metadata:
    """The facts of an opened picture. Absent and absurd values are None; nothing is raised."""
    width, height = picture.size
    try:
        exif = picture.getexif()
        details = exif.get_ifd(ExifTags.IFD.Exif)
        orientation = exif.get(ExifTags.Base.Orientation)
        taken, camera = _taken(exif, details), _camera(exif)
    except Exception:  # noqa: BLE001 - EXIF parsers raise anything on bytes without sense
        return Metadata(width, height, picture.format or "")
    if orientation in ROTATED:
        width, height = height, width
    return Metadata(width, height, picture.format or "", taken, camera)


def _taken(exif: Image.Exif, details: dict[int, object]) -> str | None:
    written = details.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    digits = re.fullmatch(
        r"(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)", str(written).strip("\0 ")
    )
    if digits is None:
        return None
    try:
        moment = datetime(*(int(part) for part in digits.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None
    if moment.year < EARLIEST_YEAR:
        return None
    fraction = re.match(r"\d+", str(details.get(ExifTags.Base.SubsecTimeOriginal, "")))
    return moment.isoformat() + (f".{fraction.group()}" if fraction else "")


def _camera(exif: Image.Exif) -> str | None:
    make, model = (
        str(exif.get(tag, "")).strip("\0 ") for tag in (ExifTags.Base.Make, ExifTags.Base.Model)
    )
    name = model if make and model.lower().startswith(make.lower()) else f"{make} {model}".strip()
    return name or None
