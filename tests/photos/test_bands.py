"""A picture made small band by band is the picture that comes of the whole, whatever way it is stored."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageChops, ImageOps, TiffImagePlugin

from tests.making import scene
from wizard.photos.bands import bands_of, resized
from wizard.photos.close_up import Box, read_close_up
from wizard.photos.picture import UnreadablePicture, open_picture, read_picture
from wizard.problems import ProblemKind

SIZE = (1201, 907)
"""Odd, so that the last strip and the last band are smaller than the others."""
WAYS = ["raw", "tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg"]


def stored(path: Path, picture: Image.Image, compression: str = "raw", **said: Any) -> Path:
    """A TIFF in strips of about 64 KB."""
    picture.save(path, "TIFF", compression=compression, strip_size=1 << 16, **said)
    return path


def whole(path: Path) -> Image.Image:
    """Decoded at once, as Pillow does."""
    with Image.open(path) as picture:
        picture.load()
        return picture.copy()


def most_apart(a: Image.Image, b: Image.Image) -> int:
    assert a.size == b.size
    return max(high for _low, high in ImageChops.difference(a, b).getextrema())  # type: ignore[misc]


@pytest.mark.parametrize("compression", WAYS)
def test_a_tiff_by_bands_is_the_same_picture(tmp_path: Path, compression: str) -> None:
    path = stored(tmp_path / "a.tif", scene(1, SIZE), compression)
    assert bands_of(open_picture(path)) is not None
    wanted = whole(path).resize((160, 121), Image.Resampling.LANCZOS, reducing_gap=3)
    assert most_apart(read_picture(path, 160), wanted) == 0
    assert most_apart(read_picture(path, 2000), whole(path)) == 0


@pytest.mark.parametrize("compression", WAYS)
def test_a_part_of_a_tiff_is_cut_out_of_its_own_strips(tmp_path: Path, compression: str) -> None:
    path = stored(tmp_path / "a.tif", scene(1, SIZE), compression)
    part = read_close_up(path, Box(0.3, 0.55, 0.5, 0.8), 5000)
    edges = tuple(round(edge) for edge in part.box.pixels(SIZE))
    assert most_apart(part.picture, whole(path).crop(edges)) == 0  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", ["L", "CMYK", "I;16"])
def test_greys_print_colours_and_sixteen_bits_too(tmp_path: Path, mode: str) -> None:
    picture = scene(1, SIZE).convert("L" if mode == "I;16" else mode)
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(picture).astype(np.uint16) * 257)
    path = stored(tmp_path / "a.tif", picture)
    assert bands_of(open_picture(path)) is not None
    seen = scene(1, SIZE).convert(mode if mode == "CMYK" else "L").convert("RGB")
    assert most_apart(read_picture(path, 2000), seen) == 0


def test_either_order_of_bytes_is_read(tmp_path: Path) -> None:
    deep = (np.arange(300 * 200).reshape(200, 300) % 65536).astype(np.uint16)
    for name, order in (("a.tif", "<u2"), ("b.tif", ">u2")):
        path = stored(tmp_path / name, Image.fromarray(deep.astype(order)))
        assert open_picture(path).tag_v2.prefix == (b"II" if order == "<u2" else b"MM")  # type: ignore[attr-defined]
        assert bands_of(open_picture(path)) is not None
        assert read_picture(path, 300).getpixel((299, 199)) == (deep[199, 299] // 257,) * 3


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_tiff_is_turned_once(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    path = stored(tmp_path / "a.tif", scene(1, SIZE), exif=exif)
    seen = ImageOps.exif_transpose(whole(path))
    assert most_apart(read_picture(path, 2000), seen) == 0
    part = read_close_up(path, Box(0.3, 0.55, 0.5, 0.8), 5000)
    edges = tuple(round(edge) for edge in part.box.pixels(seen.size))
    assert most_apart(part.picture, seen.crop(edges)) == 0  # type: ignore[arg-type]


def test_what_is_stored_in_another_way_is_decoded_whole(tmp_path: Path) -> None:
    colours = scene(1, SIZE).quantize(16)
    glass = scene(1, SIZE).convert("RGBA")
    fax = scene(1, SIZE).convert("1")
    for name, picture, compression in (
        ("a.tif", colours, "raw"),
        ("b.tif", glass, "raw"),
        ("c.tif", fax, "group4"),
    ):
        path = stored(tmp_path / name, picture, compression)
        assert bands_of(open_picture(path)) is None
        assert most_apart(read_picture(path, 2000), whole(path).convert("RGB")) == 0


def test_a_cut_tiff_is_never_shown_as_whole(tmp_path: Path) -> None:
    contents = stored(tmp_path / "a.tif", scene(1, SIZE)).read_bytes()
    with pytest.raises(UnreadablePicture) as raised:
        read_picture(contents[: len(contents) // 2], 160)
    assert raised.value.kind is ProblemKind.TRUNCATED


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate", "jpeg"])
def test_a_strip_without_sense_is_told(tmp_path: Path, compression: str) -> None:
    path = stored(tmp_path / "a.tif", scene(1, SIZE), compression)
    with Image.open(path) as picture:
        at = picture.tag_v2[TiffImagePlugin.STRIPOFFSETS][3]  # type: ignore[attr-defined]
    contents = bytearray(path.read_bytes())
    contents[at : at + 2000] = b"\xff\x00" * 1000
    with pytest.raises(UnreadablePicture):
        read_picture(bytes(contents), 160)


def test_strips_that_claim_more_than_there_is_are_refused(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.tif", scene(1, SIZE), "tiff_lzw")
    contents = bytearray(path.read_bytes())
    with Image.open(path) as picture:
        counts = picture.tag_v2[TiffImagePlugin.STRIPBYTECOUNTS]  # type: ignore[attr-defined]
    written = b"".join(count.to_bytes(4, "little") for count in counts[:2])
    at = contents.index(written)
    contents[at : at + 4] = (3_000_000_000).to_bytes(4, "little")
    with pytest.raises(UnreadablePicture):
        read_picture(bytes(contents), 160)


def test_heic_by_bands_is_the_same_picture(tmp_path: Path) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    scene(1, SIZE).save(tmp_path / "a.heic")
    picture = open_picture(io.BytesIO((tmp_path / "a.heic").read_bytes()))
    bands = bands_of(picture)
    assert bands is not None
    seen = whole(tmp_path / "a.heic")
    assert most_apart(resized(bands, (0, 0, *SIZE), SIZE), seen) == 0
    assert most_apart(read_picture(tmp_path / "a.heic", 2000), seen) == 0
