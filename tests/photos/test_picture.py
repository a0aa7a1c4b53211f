"""A picture is shown as it was meant, or it is said why it cannot be; nothing hangs and nothing is guessed."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageStat

from tests.making import camera_data, file, photo, scene
from wizard.photos.picture import UnreadablePicture, open_picture, read_bytes, read_picture
from wizard.problems import ProblemKind


def why_not(source: Path | bytes) -> ProblemKind:
    with pytest.raises(UnreadablePicture) as raised:
        read_picture(source, 256)
    return raised.value.kind


def differs(a: Image.Image, b: Image.Image) -> float:
    """The mean difference in levels of 255."""
    return sum(ImageStat.Stat(ImageChops.difference(a, b)).mean) / 3


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.gif", "a.webp", "a.tiff", "a.bmp", "a.avif"])
def test_every_format_of_the_list_is_read(tmp_path: Path, name: str) -> None:
    seen = read_picture(photo(tmp_path / name), 160)
    assert (seen.mode, seen.size) == ("RGB", (160, 120))
    assert differs(seen, scene(1, (160, 120))) < 12


def test_what_phones_write_is_read(tmp_path: Path) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    seen = read_picture(photo(tmp_path / "a.heic", format="HEIF"), 160)
    assert differs(seen, scene(1, (160, 120))) < 12


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    assert why_not(file(tmp_path / "a.jpg", b"")) is ProblemKind.EMPTY


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
@pytest.mark.parametrize("keep", [0.9, 0.5])
def test_a_cut_picture_is_never_shown_as_whole(tmp_path: Path, name: str, keep: float) -> None:
    contents = photo(tmp_path / name).read_bytes()
    assert why_not(contents[: int(len(contents) * keep)]) in (
        ProblemKind.TRUNCATED,
        ProblemKind.DAMAGED,
    )


def test_text_under_a_photos_name_is_not_a_picture(tmp_path: Path) -> None:
    page = file(tmp_path / "a.jpg", "<html>404</html>" * 100)
    assert why_not(page) is ProblemKind.NOT_A_PICTURE


def test_a_picture_under_another_formats_name_is_read(tmp_path: Path) -> None:
    assert read_picture(photo(tmp_path / "a.jpg", format="PNG"), 64).size == (64, 48)


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(kind: bytes, held: bytes) -> bytes:
        return (
            struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [12_000, 20_000, 65_000])
def test_a_bomb_is_refused_before_it_is_decoded(side: int) -> None:
    with pytest.raises(UnreadablePicture) as raised:
        open_picture(png_that_claims(side, side))
    assert raised.value.kind is ProblemKind.TOO_LARGE


def test_sixteen_bit_greys_keep_their_shades() -> None:
    ramp = np.tile(np.linspace(0, 65535, 256).astype(np.uint16), (64, 1))
    buffer = io.BytesIO()
    Image.fromarray(ramp).save(buffer, "PNG")
    seen = np.asarray(read_picture(buffer.getvalue(), 256))[32, :, 0].astype(int)
    assert abs(seen - np.arange(256)).max() <= 2


def test_floating_point_greys_keep_their_shades() -> None:
    ramp = np.tile(np.linspace(-0.5, 2.5, 256, dtype=np.float32), (64, 1))
    buffer = io.BytesIO()
    Image.fromarray(ramp).save(buffer, "TIFF")
    seen = np.asarray(read_picture(buffer.getvalue(), 256))[32, :, 0].astype(int)
    assert abs(seen - np.arange(256)).max() <= 2


def test_print_colours_are_shown_in_screen_colours(tmp_path: Path) -> None:
    scene(1).convert("CMYK").save(tmp_path / "a.jpg")
    assert differs(read_picture(tmp_path / "a.jpg", 160), scene(1, (160, 120))) < 12


def test_what_is_transparent_is_shown_on_white(tmp_path: Path) -> None:
    glass = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    glass.paste((0, 0, 255, 255), (0, 0, 20, 40))
    for name, picture in {"a.png": glass, "b.png": glass.quantize(8), "c.webp": glass}.items():
        picture.save(tmp_path / name, lossless=True)
        seen = read_picture(tmp_path / name, 40)
        assert (seen.getpixel((10, 20)), seen.getpixel((30, 20))) == ((0, 0, 255), (255, 255, 255))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_as_the_camera_was_held(tmp_path: Path, orientation: int) -> None:
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    laid = scene(1).transpose(Image.Transpose(undo[orientation])) if orientation > 1 else scene(1)
    path = tmp_path / "a.jpg"
    laid.save(path, quality=95, exif=camera_data("2024:05:01 10:00:00", Orientation=orientation))
    assert differs(read_picture(path, 160), scene(1, (160, 120))) < 6


@pytest.mark.parametrize("orientation", [0, 9, 6000])
def test_an_orientation_without_sense_is_ignored(tmp_path: Path, orientation: int) -> None:
    exif = camera_data("2024:05:01 10:00:00", Orientation=orientation)
    assert read_picture(photo(tmp_path / "a.jpg", exif=exif), 160).size == (160, 120)


@pytest.mark.parametrize(
    "exif", [b"Exif\0\0", b"Exif\0\0MM\0*\xff\xff\xff\xff", b"Exif\0\0II*\0\x08\0\0\0\xff\xff"]
)
def test_camera_data_in_pieces_does_not_hide_the_picture(tmp_path: Path, exif: bytes) -> None:
    assert read_picture(photo(tmp_path / "a.jpg", exif=exif), 160).size == (160, 120)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_that_took_a_photos_place_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    assert why_not(tmp_path / "a.jpg") is ProblemKind.NOT_A_PICTURE


def test_a_link_that_took_a_photos_place_is_not_followed(tmp_path: Path) -> None:
    photo(tmp_path / "b.jpg")
    (tmp_path / "a.jpg").symlink_to(tmp_path / "b.jpg")
    with pytest.raises(UnreadablePicture):
        read_bytes(tmp_path / "a.jpg")


def test_what_is_gone_or_closed_is_said_as_such(as_ordinary_user: Path) -> None:
    assert why_not(as_ordinary_user / "gone.jpg") is ProblemKind.GONE
    photo(as_ordinary_user / "shut.jpg").chmod(0)
    assert why_not(as_ordinary_user / "shut.jpg") is ProblemKind.NO_PERMISSION
