"""A JPEG copy that is written band by band is the one that is written at once, to the pixel."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps

from tests.making import scene
from wizard.pages.compare.jpeg_by_bands import jpeg_by_bands
from wizard.photos.bands import ROWS
from wizard.photos.picture import UnreadablePicture
from wizard.problems import ProblemKind

QUALITY = 95


@dataclass
class Bands:
    """A picture that hands out no more than is asked for."""

    picture: Image.Image
    most: int = 0

    @property
    def size(self) -> tuple[int, int]:
        return self.picture.size

    def band(self, top: int, bottom: int) -> Image.Image:
        self.most = max(self.most, bottom - top)
        return self.picture.crop((0, top, self.picture.width, bottom))


def by_bands(bands: Bands, orientation: int = 1, profile: bytes | None = None) -> Image.Image:
    pieces = jpeg_by_bands(bands, QUALITY, orientation=orientation, profile=profile)
    return Image.open(io.BytesIO(b"".join(pieces)))


def at_once(picture: Image.Image) -> Image.Image:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=QUALITY)
    return Image.open(written)


# One band alone, a last one of a single row, more than the eight marks that are used in turn.
@pytest.mark.parametrize("size", [(40, 30), (333, 2 * ROWS + 1), (97, 11 * ROWS - 5)])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_it_is_the_same_to_the_pixel(size: tuple[int, int], mode: str) -> None:
    picture = scene(1, (400, 300)).resize(size).convert(mode)
    bands = Bands(picture)
    copy = by_bands(bands)
    assert copy.size == size
    assert ImageChops.difference(copy, at_once(picture.convert("RGB"))).getbbox() is None
    assert bands.most <= ROWS


def test_it_says_how_it_is_turned_and_keeps_its_colours() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = scene(1, (400, 300))
    copy = by_bands(Bands(picture), orientation=6, profile=profile)
    assert ImageOps.exif_transpose(copy).size == (300, 400)
    assert copy.info["icc_profile"] == profile


def test_what_no_jpeg_can_hold_is_told() -> None:
    with pytest.raises(UnreadablePicture) as told:
        by_bands(Bands(Image.new("L", (3, 70_000))))
    assert told.value.kind is ProblemKind.TOO_LARGE
