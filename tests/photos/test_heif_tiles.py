"""A HEIF picture in tiles, row by row, is the picture that libheif makes of the whole, and needs only the rows asked for."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from tests.making import scene
from tests.photos.test_bands import most_apart, whole
from wizard.photos.bands import bands_of
from wizard.photos.close_up import Box, read_close_up, read_overview
from wizard.photos.heif import tiles as heif_tiles
from wizard.photos.heif.tiles import HeifTiles
from wizard.photos.heif.writing import small_heif
from wizard.photos.picture import UnreadablePicture, open_picture, read_picture

SIZE = (1100, 836)
"""The last column and the last line of tiles are smaller than the others."""
TILE = 256
QUICKLY: dict[str, Any] = {"enc_params": {"preset": "ultrafast"}}
MIRRORED = (2, 4, 5, 7)


def in_tiles(path: Path, orientation: int = 1, size: tuple[int, int] = SIZE, **said: Any) -> Path:
    """A HEIF as phones write it: in tiles, turned by a property of its own."""
    pillow_heif.register_heif_opener()
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    scene(1, size).save(path, "HEIF", tile_size=TILE, exif=exif.tobytes(), **QUICKLY, **said)
    return path


def tiles_of(path: Path) -> HeifTiles:
    bands = bands_of(open_picture(path))
    assert isinstance(bands, HeifTiles)
    return bands


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_it_is_the_same_picture_however_it_is_turned(tmp_path: Path, orientation: int) -> None:
    path = in_tiles(tmp_path / "a.heic", orientation)
    assert tiles_of(path).size == (SIZE if orientation in (1, 3) else SIZE[::-1])
    assert most_apart(read_picture(path, 2000), whole(path)) == 0
    wanted = whole(path)
    wanted.thumbnail((160, 160), Image.Resampling.LANCZOS, reducing_gap=3)
    assert most_apart(read_picture(path, 160), wanted) <= 1
    part = read_close_up(path, Box(0.3, 0.55, 0.5, 0.8), 5000)
    edges = tuple(round(edge) for edge in part.box.pixels(whole(path).size))
    assert most_apart(part.picture, whole(path).crop(edges)) == 0  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [(200, 836), (836, 200), (2 * TILE, 2 * TILE), (513, 257)])
@pytest.mark.parametrize("orientation", [1, 6])
def test_rows_of_one_tile_and_of_a_single_pixel_too(
    tmp_path: Path, size: tuple[int, int], orientation: int
) -> None:
    path = in_tiles(tmp_path / "a.heic", orientation, size)
    odd_and_turned = orientation == 6 and size[0] % 2 == 1
    assert isinstance(bands_of(open_picture(path)), HeifTiles) is not odd_and_turned
    assert most_apart(read_picture(path, 2000), whole(path)) == 0


@pytest.mark.parametrize("orientation", MIRRORED)
def test_a_mirrored_one_is_decoded_whole(tmp_path: Path, orientation: int) -> None:
    path = in_tiles(tmp_path / "a.heic", orientation)
    assert not isinstance(bands_of(open_picture(path)), HeifTiles)
    assert most_apart(read_picture(path, 2000), whole(path)) == 0


def test_greys_and_ten_bits_too(tmp_path: Path) -> None:
    pillow_heif.register_heif_opener()
    scene(1, SIZE).convert("L").save(tmp_path / "grey.heic", tile_size=TILE, **QUICKLY)
    levels = np.asarray(scene(1, SIZE)).astype(np.uint16) * 257
    deep = pillow_heif.from_bytes("RGB;16", SIZE, levels.tobytes())
    deep.save(tmp_path / "deep.heic", tile_size=TILE, **QUICKLY)
    for name in ("grey.heic", "deep.heic"):
        tiles_of(tmp_path / name)
        assert (
            most_apart(read_picture(tmp_path / name, 2000), whole(tmp_path / name).convert("RGB"))
            == 0
        )


def test_a_part_decodes_no_other_rows_than_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = in_tiles(tmp_path / "a.heic")
    decoded: list[int] = []

    def noted(items: Any, tiles: Any, *rest: Any) -> bytes:
        decoded.append(tiles[0])
        return small_heif(items, tiles, *rest)

    monkeypatch.setattr(heif_tiles, "small_heif", noted)
    rows = [row.tiles[0] for row in tiles_of(path).rows]
    read_close_up(path, Box(0.1, 0.7, 0.4, 0.8), 5000)
    assert decoded == [rows[2]]
    decoded.clear()
    read_overview(path, 160)
    assert decoded == rows, "each once, one after the other"


def test_its_own_thumbnail_is_still_what_is_shown_first(tmp_path: Path) -> None:
    path = in_tiles(tmp_path / "a.heic", thumbnails=[320])
    picture = open_picture(path)
    assert picture.draft("RGB", (240, 240)) is not None
    assert bands_of(picture) is None
    assert max(read_overview(path, 480).size) == 320


def test_a_cut_file_is_never_shown_as_whole(tmp_path: Path) -> None:
    contents = in_tiles(tmp_path / "a.heic").read_bytes()
    for share in (0.3, 0.6, 0.95):
        with pytest.raises(UnreadablePicture):
            read_picture(contents[: int(len(contents) * share)], 160)


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return in_tiles(tmp_path_factory.mktemp("tiles") / "a.heic").read_bytes()


@given(at=st.integers(0, 2_000), byte=st.integers(0, 255))
def test_a_changed_byte_shows_the_picture_or_is_told(contents: bytes, at: int, byte: int) -> None:
    changed = contents[:at] + bytes([byte]) + contents[at + 1 :]
    try:
        picture = read_picture(changed, 160)
    except UnreadablePicture:
        return
    assert max(picture.size) <= 160


def test_tiles_elsewhere_than_the_file_says_are_told(contents: bytes) -> None:
    picture = open_picture(io.BytesIO(contents))
    bands = bands_of(picture)
    assert isinstance(bands, HeifTiles)
    bands.file = io.BytesIO(contents[: len(contents) // 2])
    with pytest.raises(EOFError):
        bands.band(0, SIZE[1])
