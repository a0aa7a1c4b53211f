"""A part of a picture is the part that is seen, whatever way the camera was held, and as sharp as it was taken."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageChops, ImageOps, ImageStat

from tests.making import scene
from wizard.photos.close_up import WHOLE, Box, as_seen, as_stored, read_close_up, read_overview
from wizard.photos.picture import UnreadablePicture

PART = Box(0.1, 0.5, 0.35, 0.9)


def held(path: Path, orientation: int) -> Image.Image:
    """Saves a picture with this orientation; returns it as it is seen."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    scene(1, (800, 600)).save(path, quality=95, exif=exif)
    with Image.open(path) as stored:
        return ImageOps.exif_transpose(stored).convert("RGB")


def far_apart(a: Image.Image, b: Image.Image) -> float:
    """Mean difference in levels."""
    return max(ImageStat.Stat(ImageChops.difference(a, b.resize(a.size))).mean)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_part_is_the_one_that_is_seen(tmp_path: Path, orientation: int) -> None:
    seen = held(tmp_path / "a.jpg", orientation)
    found = read_close_up(tmp_path / "a.jpg", PART, 10_000)
    assert found.box.covers(PART)
    cut = seen.crop(tuple(round(edge) for edge in found.box.pixels(seen.size)))  # type: ignore[arg-type]
    assert cut.size == found.picture.size
    assert far_apart(cut, found.picture) < 1
    assert far_apart(seen.crop((0, 0, *cut.size)), found.picture) > 5


@pytest.mark.parametrize("orientation", range(1, 9))
def test_stored_and_seen_undo_each_other(orientation: int) -> None:
    there = as_seen(as_stored(PART, orientation), orientation)
    assert np.allclose((there.left, there.top, there.right, there.bottom), (0.1, 0.5, 0.35, 0.9))


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.heic", "a.tif"])
def test_no_more_is_kept_than_was_asked_for(tmp_path: Path, name: str) -> None:
    read_overview_registers_heif(tmp_path)
    scene(2, (1600, 1200)).save(tmp_path / name)
    whole = read_close_up(tmp_path / name, WHOLE, 300)
    assert 300 <= max(whole.picture.size) <= 1200
    part = read_close_up(tmp_path / name, Box(0.5, 0.5, 0.6, 0.6), 300)
    assert part.picture.size == (160, 120)


def read_overview_registers_heif(folder: Path) -> None:
    scene(1).save(folder / "first.jpg")
    read_overview(folder / "first.jpg", 100)


def test_pixels_of_sixteen_bits_and_glass_are_shown_as_they_are_elsewhere(tmp_path: Path) -> None:
    Image.new("RGBA", (400, 300), (255, 0, 0, 0)).save(tmp_path / "glass.png")
    assert read_close_up(tmp_path / "glass.png", PART, 100).picture.getpixel((0, 0)) == (255,) * 3
    Image.fromarray(np.full((300, 400), 32896, dtype=np.uint16)).save(tmp_path / "deep.png")
    assert read_close_up(tmp_path / "deep.png", PART, 100).picture.getpixel((0, 0)) == (128,) * 3


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    whole = tmp_path / "a.jpg"
    scene(1, (800, 600)).save(whole)
    whole.write_bytes(whole.read_bytes()[:4000])
    with pytest.raises(UnreadablePicture):
        read_close_up(whole, PART, 10_000)
