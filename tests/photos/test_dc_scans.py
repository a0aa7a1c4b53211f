"""A progressive JPEG is cut to what its smallest size is made of, and only where nothing is lost by it."""

from __future__ import annotations

import io

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.likeness.drawn import candles, sunset
from tests.making import camera_data
from wizard.likeness.fingerprint import of_contents
from wizard.photos.dc_scans import dc_scans
from wizard.photos.jpeg_segments import END

SIZE = (2200, 2048)


def saved(**options: object) -> bytes:
    buffer = io.BytesIO()
    picture = candles().resize(SIZE, Image.Resampling.BICUBIC)
    picture.convert(str(options.pop("mode", "RGB"))).save(buffer, "JPEG", **options)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def progressive() -> bytes:
    return saved(progressive=True, quality=90)


def at_an_eighth(contents: bytes) -> npt.NDArray[np.uint8]:
    picture = Image.open(io.BytesIO(contents))
    picture.draft("L", (256, 256))
    assert picture.size == (275, 256)
    return np.asarray(picture)


@pytest.mark.parametrize(
    "options",
    [
        {"quality": 90},
        {"quality": 30, "subsampling": "4:4:4"},
        {"quality": 90, "mode": "L"},
        {"quality": 75, "restart_marker_rows": 1},
    ],
)
def test_the_light_is_the_same_to_the_bit(options: dict[str, object]) -> None:
    contents = saved(progressive=True, **options)
    less = dc_scans(contents)
    assert less is not None and len(less) < len(contents)
    assert (at_an_eighth(less) == at_an_eighth(contents)).all()


def test_the_camera_data_stays() -> None:
    exif = camera_data("2024:05:01 10:00:00", Orientation=6)
    seen, _ = of_contents(saved(progressive=True, exif=exif), with_picture=False)
    assert (seen.metadata.taken, seen.metadata.orientation) == ("2024-05-01T10:00:00", 6)
    assert (seen.metadata.width, seen.metadata.height) == (2048, 2200)


def test_a_baseline_file_has_nothing_to_cut() -> None:
    assert dc_scans(saved(quality=90)) is None


def test_a_file_that_ends_too_early_is_left_to_the_decoder(progressive: bytes) -> None:
    assert dc_scans(progressive) is not None
    for part in range(1, 60):
        assert dc_scans(progressive[: len(progressive) * part // 60]) is None
    assert dc_scans(progressive.removesuffix(END)) is None
    assert dc_scans(b"") is None


@given(st.data())
def test_bytes_without_sense_are_never_a_failure(progressive: bytes, data: st.DataObject) -> None:
    changed = bytearray(progressive[:3000])
    for _ in range(data.draw(st.integers(1, 20))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    dc_scans(bytes(changed) + END)


@pytest.mark.parametrize("picture", [candles(), sunset()])
def test_saved_progressive_a_picture_has_the_hash_that_it_has_saved_baseline(
    picture: Image.Image,
) -> None:
    large = picture.resize(SIZE, Image.Resampling.BICUBIC)
    hashes = set()
    for progressive in (False, True):
        buffer = io.BytesIO()
        large.save(buffer, "JPEG", quality=85, progressive=progressive)
        seen, _ = of_contents(buffer.getvalue(), with_picture=False)
        hashes.add(seen.perceptual_hash)
    assert len(hashes) == 1
