"""What befalls a capture on its way to a file: each function here is a `Finish`.

Left alone, saved again, shrunk by a messenger, turned, cropped, framed, scanned.
"""

from __future__ import annotations

import random

from PIL import Image, ImageDraw, ImageOps

from wizard.teaching.practice.camera import CAMERA_QUALITY, camera_data, jpeg, png, scanner_data
from wizard.teaching.practice.photo import Capture, Finish

EDITOR = "Photo Editor 3.1"
"""The program named in the EXIF of edited copies."""

SIDEWAYS = 6
"""EXIF orientation of a phone held upright: turn a quarter clockwise to see it."""


def as_taken(picture: Image.Image, capture: Capture) -> bytes:
    """The file that the camera wrote."""
    return jpeg(picture, CAMERA_QUALITY, camera_data(capture))


def as_taken_sideways(picture: Image.Image, capture: Capture) -> bytes:
    """The file of a phone held upright: pixels lie on their side, EXIF says so."""
    lying = picture.transpose(Image.Transpose.ROTATE_90)
    return jpeg(lying, CAMERA_QUALITY, camera_data(capture, orientation=SIDEWAYS))


def lying_without_camera_data(picture: Image.Image, capture: Capture) -> bytes:
    """A copy whose pixels lie on their side and nothing says so any more."""
    return jpeg(picture.transpose(Image.Transpose.ROTATE_90), CAMERA_QUALITY)


def saved_again(picture: Image.Image, capture: Capture) -> bytes:
    """A copy of much lower quality, camera data kept."""
    return jpeg(picture, 40, camera_data(capture, software=EDITOR))


def by_messenger(long_side: int, quality: int) -> Finish:
    """A copy as a messenger delivers it: smaller, without camera data."""

    def finish(picture: Image.Image, capture: Capture) -> bytes:
        small = ImageOps.contain(picture, (long_side, long_side), Image.Resampling.BILINEAR)
        return jpeg(small, quality)

    return finish


def cropped(picture: Image.Image, capture: Capture) -> bytes:
    """A copy that lost a tenth of its width and height, mostly on the left and above."""
    width, height = picture.size
    inside = (width * 7 // 100, height * 7 // 100, width * 97 // 100, height * 97 // 100)
    return jpeg(picture.crop(inside), CAMERA_QUALITY, camera_data(capture, software=EDITOR))


def framed(picture: Image.Image, capture: Capture) -> bytes:
    """A copy with a white frame around it."""
    white = ImageOps.expand(picture, border=picture.width // 12, fill="#ffffff")
    return jpeg(white, CAMERA_QUALITY, camera_data(capture, software=EDITOR))


def scanned(degrees: float, as_png: bool) -> Finish:
    """A scan of a paper print: its border, laid a little askew, with that scan's own dust."""

    def finish(picture: Image.Image, capture: Capture) -> bytes:
        picture = picture.resize((picture.width * 3 // 4, picture.height * 3 // 4))
        paper = ImageOps.expand(picture, border=picture.width // 30, fill="#f4efe2")
        paper = ImageOps.expand(paper, border=picture.width // 60, fill="#d3d2d0")
        askew = paper.rotate(degrees, Image.Resampling.BILINEAR, fillcolor="#d3d2d0")
        scan = _dusty(askew, capture.id)
        exif = scanner_data(capture)
        return png(scan, exif) if as_png else jpeg(scan, CAMERA_QUALITY, exif)

    return finish


def _dusty(scan: Image.Image, seed: str) -> Image.Image:
    """The scan with specks and a few hairs of dust."""
    dust = random.Random(f"dust {seed}")
    pen = ImageDraw.Draw(scan)
    for _ in range(60):
        x, y, size = dust.randrange(scan.width), dust.randrange(scan.height), dust.randrange(1, 4)
        pen.ellipse((x, y, x + size, y + size), fill=dust.choice(("#ffffff", "#40382e")))
    for _ in range(4):
        x, y = dust.randrange(scan.width), dust.randrange(scan.height)
        bend = [(x + step * 9, y + dust.randrange(-12, 13)) for step in range(5)]
        pen.line(bend, fill="#f6f2e8", width=2, joint="curve")
    return scan
