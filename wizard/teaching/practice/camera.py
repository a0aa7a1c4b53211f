"""From a drawing to a file as a camera or a scanner writes it: exposure, EXIF, encoding.

Returns bytes; only `wizard.teaching.practice` itself writes them.
"""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image
from PIL.ExifTags import IFD, Base
from PIL.TiffImagePlugin import IFDRational

from wizard.teaching.practice.photo import Capture

CAMERA_QUALITY = 92
"""JPEG quality of a phone; guessed, in the range phones use."""

DISPLAY_GAMMA = 2.2
"""Screens show light to this power, so an exposure step multiplies light, not levels."""


GRAIN = 0.04
"""Share of noise in a picture; guessed so that JPEGs look taken, not painted."""


def take(scene: Image.Image, capture: Capture) -> Image.Image:
    """Press the shutter: the scene at the capture's exposure, with this press's own noise."""
    bias = capture.exposure.bias
    lit = exposed(scene, bias) if bias else scene
    noise = random.Random(capture.id).randbytes(lit.width * lit.height)
    grain = Image.frombytes("L", lit.size, noise)
    return Image.blend(lit, Image.merge("RGB", (grain, grain, grain)), GRAIN)


def exposed(picture: Image.Image, steps: int) -> Image.Image:
    """The picture with 2 to the power of `steps` times the light; what is too bright is lost."""
    gain = 2.0 ** (steps / DISPLAY_GAMMA)
    return picture.point([min(255, round(level * gain)) for level in range(256)] * 3)


def camera_data(capture: Capture, orientation: int = 1, software: str = "") -> Image.Exif:
    """EXIF as a camera writes it; `software` where a program saved the picture again."""
    exif = Image.Exif()
    exif[Base.Make] = capture.camera.make
    exif[Base.Model] = capture.camera.model
    exif[Base.Orientation] = orientation
    exif[Base.DateTime] = f"{capture.taken:%Y:%m:%d %H:%M:%S}"
    if software:
        exif[Base.Software] = software
    details = exif.get_ifd(IFD.Exif)
    seconds, exposure = capture.exposure.seconds, capture.exposure
    details[Base.ExposureTime] = IFDRational(*seconds)
    details[Base.FNumber] = IFDRational(round(capture.camera.f_number * 10), 10)
    details[Base.ISOSpeedRatings] = exposure.iso
    details[Base.DateTimeOriginal] = f"{capture.taken:%Y:%m:%d %H:%M:%S}"
    details[Base.OffsetTimeOriginal] = capture.taken.isoformat()[-6:]
    details[Base.ExposureBiasValue] = IFDRational(exposure.bias, 1)
    details[Base.FocalLength] = IFDRational(round(capture.camera.focal_length * 100), 100)
    details[Base.SubsecTimeOriginal] = f"{capture.taken.microsecond // 1000:03}"
    return exif


def scanner_data(capture: Capture) -> Image.Exif:
    """EXIF as a scanner writes it: who made it and when it was scanned, nothing of a camera."""
    exif = Image.Exif()
    exif[Base.Make] = capture.camera.make
    exif[Base.Model] = capture.camera.model
    exif[Base.Orientation] = 1
    exif[Base.Software] = f"{capture.camera.make} Scan"
    exif[Base.DateTime] = f"{capture.taken:%Y:%m:%d %H:%M:%S}"
    return exif


def jpeg(picture: Image.Image, quality: int, exif: Image.Exif | None = None) -> bytes:
    """The bytes of a JPEG file; without `exif`, nothing but the picture."""
    file = BytesIO()
    picture.save(file, "JPEG", quality=quality, exif=exif or b"")
    return file.getvalue()


def png(picture: Image.Image, exif: Image.Exif) -> bytes:
    """The bytes of a PNG file at 300 dots per inch, packed fast rather than small."""
    file = BytesIO()
    picture.save(file, "PNG", compress_level=1, dpi=(300, 300), exif=exif)
    return file.getvalue()
