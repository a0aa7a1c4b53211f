"""Makes RAW files that LibRaw reads: DNG as cameras and phones write it, with a preview or without."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import numpy as np
from PIL import ExifTags, Image
from PIL.ExifTags import Base
from PIL.TiffImagePlugin import IFDRational, ImageFileDirectory_v2

from tests.making import JULY, scene

HEADER = b"II*\0\x08\0\0\0"
ASCII, BYTE, SHORT, LONG, RATIONAL, SIGNED_RATIONAL = 2, 1, 3, 4, 5, 10
JPEG, NOT_PACKED, YCBCR, COLOUR_FILTERS = 7, 1, 6, 32803
CFA_PATTERN = 33422
"""TIFF/EP's; EXIF has another of the same name."""
TO_SRGB = (324, -154, -50, -97, 188, 4, 6, -20, 106)
"""Hundredths. From CIE XYZ, as if the sensor saw in the colours of screens (IEC 61966-2-1)."""

Tags = dict[int, tuple[int, object]]
"""By number a type of TIFF and what is written."""


def raw_photo(
    path: Path,
    picture: Image.Image | None = None,
    *,
    preview: Image.Image | bytes | None = None,
    orientation: int = 1,
    **shot: Any,
) -> Path:
    """What a sensor of the picture's size saw; b"" is no preview. `shot` by the names of EXIF's tags."""
    seen = (picture or scene(1, (960, 720))).convert("RGB")
    inside = preview if isinstance(preview, bytes) else _jpeg(preview or seen)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_dng(seen, inside, _camera(orientation, shot)))
    os.utime(path, ns=(JULY, JULY))
    return path


def _dng(seen: Image.Image, inside: bytes, camera: Tags) -> bytes:
    """The directory of the preview, its bytes, then the directory of the sensor, its pixels."""
    if not inside:
        return HEADER + _directory(len(HEADER), {**camera, **_sensor(seen)}) + _filtered(seen)
    first, below = b"", 0
    for _ in range(2):  # where the second directory begins is known once the first is written
        below = len(HEADER) + len(first) + len(inside)
        shown = _shown(inside, seen.size)
        first = _directory(len(HEADER), {**camera, **shown, 330: (LONG, below)})
    return HEADER + first + inside + _directory(below, _sensor(seen)) + _filtered(seen)


def _directory(at: int, tags: Tags) -> bytes:
    """Written for its place in the file; the one strip of pixels follows it."""
    directory = ImageFileDirectory_v2(HEADER)
    for tag, (kind, value) in {**tags, Base.StripOffsets: (LONG, 0)}.items():
        directory.tagtype[tag] = kind
        directory[tag] = value
    return directory.tobytes(at)


def _camera(orientation: int, shot: dict[str, Any]) -> Tags:
    exif = {Base[name].value: value for name, value in shot.items()}
    return {
        Base.Make: (ASCII, "Maker"),
        Base.Model: (ASCII, "Model 1"),
        Base.Orientation: (SHORT, orientation),
        ExifTags.IFD.Exif: (LONG, exif),
        Base.DNGVersion: (BYTE, b"\1\4\0\0"),
        Base.UniqueCameraModel: (ASCII, "Maker Model 1"),
        Base.ColorMatrix1: (SIGNED_RATIONAL, tuple(IFDRational(n, 100) for n in TO_SRGB)),
        Base.AsShotNeutral: (RATIONAL, (IFDRational(1), IFDRational(1), IFDRational(1))),
    }


def _shown(inside: bytes, size: tuple[int, int]) -> Tags:
    return {
        Base.NewSubfileType: (LONG, 1),
        Base.ImageWidth: (LONG, size[0]),
        Base.ImageLength: (LONG, size[1]),
        Base.BitsPerSample: (SHORT, (8, 8, 8)),
        Base.Compression: (SHORT, JPEG),
        Base.PhotometricInterpretation: (SHORT, YCBCR),
        Base.SamplesPerPixel: (SHORT, 3),
        Base.RowsPerStrip: (LONG, size[1]),
        Base.StripByteCounts: (LONG, len(inside)),
    }


def _sensor(seen: Image.Image) -> Tags:
    return {
        Base.NewSubfileType: (LONG, 0),
        Base.ImageWidth: (LONG, seen.width),
        Base.ImageLength: (LONG, seen.height),
        Base.BitsPerSample: (SHORT, 16),
        Base.Compression: (SHORT, NOT_PACKED),
        Base.PhotometricInterpretation: (SHORT, COLOUR_FILTERS),
        Base.SamplesPerPixel: (SHORT, 1),
        Base.RowsPerStrip: (LONG, seen.height),
        Base.StripByteCounts: (LONG, 2 * seen.width * seen.height),
        Base.CFARepeatPatternDim: (SHORT, (2, 2)),
        CFA_PATTERN: (BYTE, b"\0\1\1\2"),
        Base.WhiteLevel: (LONG, 65535),
    }


def _filtered(seen: Image.Image) -> bytes:
    """Sixteen bits of one colour for each pixel: red, green in one row, green, blue in the next."""
    colours = (np.asarray(seen).astype(np.float64) / 255) ** 2.2 * 65535
    sensor = colours[..., 1].copy()
    sensor[::2, ::2], sensor[1::2, 1::2] = colours[::2, ::2, 0], colours[1::2, 1::2, 2]
    return sensor.astype("<u2").tobytes()


def _jpeg(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=90)
    return written.getvalue()
