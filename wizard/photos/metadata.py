"""What the camera wrote into a picture: when, with what, how large. Never trusts a value to make sense."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PIL import ExifTags, Image
from PIL.ExifTags import Base

from wizard.photos.burst_id import burst_id, burst_number
from wizard.photos.raw import FORMAT as RAW

ROTATED = (5, 6, 7, 8)
"""EXIF orientations that swap width and height."""
EARLIEST_YEAR = 1826
"""The first photograph; an earlier date is a camera without a clock."""
LONGEST_TEXT = 100
"""Characters kept of what a file calls its camera or program; some write a megabyte."""
SCANNERS = re.compile(
    r"scan|lide|epson|plustek|brother|xerox|lexmark|noritsu|frontier"
    r"|officejet|deskjet|laserjet|\benvy|pixma|\b(mb|mg|mp|mx|tr|ts|dcp|mfc)-?\d{3,4}",
    re.IGNORECASE,
)
"""Words in the make or model of scanners and of printers that scan."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Width and height in pixels as seen; the rest is None where the file does not say it, or absurdly."""

    width: int
    height: int
    format: str
    taken: str | None = None
    """Capture time in ISO 8601, fractions as written, by the camera's own clock, without zone."""
    camera: str | None = None
    shutter_time: bool = False
    """True when `taken` is the press of the shutter, False when it may be the last change."""
    zone: str | None = None
    """How far the camera's clock was from UTC, such as "+09:00"."""
    exposure_bias: float | None = None
    """Steps (EV) brighter or darker than the camera measured, as asked for."""
    exposure_seconds: float | None = None
    f_number: float | None = None
    iso: float | None = None
    burst: str | None = None
    """The same for all shots of one burst."""
    sequence: int | None = None
    """The number of the shot in its burst."""
    orientation: int = 1
    """1 to 8 as in EXIF 2.32, 4.6.4."""
    software: str | None = None
    scanner: bool = False
    """Made by a scanner: its make or model says so, and no lens let in light."""
    coarseness: float | None = None
    """Mean of a JPEG's luma quantisation table: 1 at best, 58 at quality 50; None for others."""
    place: bool = False
    """True when it says where it was taken."""
    from_thumbnail: bool = False
    """True while only the small picture inside the file was decoded (HEIC): the hash is nearly that of the whole."""


def metadata(picture: Image.Image) -> Metadata:
    """The facts of an opened picture. Absent and absurd values are None; nothing is raised."""
    width, height = picture.size
    kind = picture.format or ""
    try:
        exif = picture.getexif()
        return _facts(picture, exif, exif.get_ifd(ExifTags.IFD.Exif))
    except Exception:  # noqa: BLE001 - EXIF parsers raise anything on bytes without sense
        return Metadata(width, height, kind)


def _facts(picture: Image.Image, exif: Image.Exif, details: Mapping[int, object]) -> Metadata:
    width, height = picture.size
    if picture.format == RAW:  # as large as the sensor, not as the preview
        width, height = exif[Base.ImageWidth], exif[Base.ImageLength]
    written = exif.get(Base.Orientation)
    orientation = written if isinstance(written, int) and 1 <= written <= 8 else 1
    if orientation in ROTATED:
        width, height = height, width
    original = _moment(details.get(Base.DateTimeOriginal), details.get(Base.SubsecTimeOriginal))
    seconds = _number(details.get(Base.ExposureTime), 1e-7, 1e5)
    f_number = _number(details.get(Base.FNumber), 0.3, 1000)
    camera = _camera(exif)
    return Metadata(
        width,
        height,
        picture.format or "",
        original or _moment(exif.get(Base.DateTime), details.get(Base.SubsecTimeOriginal)),
        camera,
        original is not None,
        _zone(details.get(Base.OffsetTimeOriginal)),
        _number(details.get(Base.ExposureBiasValue), -20, 20),
        seconds,
        f_number,
        _number(details.get(Base.ISOSpeedRatings), 1, 1e7),
        burst_id(details.get(Base.MakerNote), picture.info.get("xmp")),
        burst_number(details.get(Base.MakerNote)),
        orientation,
        _text(exif.get(Base.Software)),
        bool(camera and SCANNERS.search(camera)) and seconds is None and f_number is None,
        _coarseness(picture),
        ExifTags.GPS.GPSLatitude in exif.get_ifd(ExifTags.IFD.GPSInfo),
    )


def _moment(written: object, fraction: object) -> str | None:
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
    subseconds = re.match(r"\d{1,9}", str(fraction or ""), re.ASCII)
    return moment.isoformat() + (f".{subseconds.group()}" if subseconds else "")


def _coarseness(picture: Image.Image) -> float | None:
    if picture.format == RAW:
        return None
    tables = getattr(picture, "quantization", None)
    luma = tables.get(0) if isinstance(tables, dict) else None
    return round(sum(luma) / len(luma), 2) if luma else None


def _zone(written: object) -> str | None:
    zone = re.match(r"[+-](0\d|1[0-4]):[0-5]\d", str(written), re.ASCII)
    return zone.group() if zone else None


def _number(written: object, least: float, most: float) -> float | None:
    """A value in its possible range; cameras write 0/0, and lists where one number belongs."""
    if isinstance(written, tuple) and written:
        written = written[0]
    try:
        number = float(written)  # type: ignore[arg-type]
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return number if math.isfinite(number) and least <= number <= most else None


def _camera(exif: Image.Exif) -> str | None:
    make, model = (_text(exif.get(tag)) or "" for tag in (Base.Make, Base.Model))
    name = model if make and model.lower().startswith(make.lower()) else f"{make} {model}".strip()
    return name or None


def _text(written: object) -> str | None:
    """What is written up to the first NUL, cut; cameras fill their fields with what lay about."""
    text = "" if written is None else str(written).partition("\0")[0].strip()
    return text[:LONGEST_TEXT] or None
