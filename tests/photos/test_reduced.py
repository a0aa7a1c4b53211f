"""What is compared of a picture is what it shows, and no more of it is decoded than is needed."""

from __future__ import annotations

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from tests.making import photo, scene
from wizard.photos.decoding_room import DecodingRoom
from wizard.photos.reduced import read_reduced

LARGE = (2400, 2080)


def light(contents: bytes) -> npt.NDArray[np.int64]:
    return np.asarray(read_reduced(contents).picture.convert("L")).astype(np.int64)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_jpegs_of_every_kind_have_the_same_light(mode: str) -> None:
    buffer = io.BytesIO()
    scene(1, LARGE).convert(mode).save(buffer, "JPEG", quality=95)
    expected = np.asarray(scene(1, LARGE).convert("L").reduce(8)).astype(int)
    assert abs(light(buffer.getvalue()) - expected).mean() < 2


def test_a_jpeg_that_holds_plain_red_green_and_blue_is_read() -> None:
    buffer = io.BytesIO()
    scene(1, LARGE).save(buffer, "JPEG", quality=95, keep_rgb=True)
    expected = np.asarray(scene(1, LARGE).convert("L").reduce(8)).astype(int)
    assert abs(light(buffer.getvalue()) - expected).mean() < 2


def test_of_heic_its_own_small_picture_is_enough_for_a_first_look(tmp_path: Path) -> None:
    with_one = photo(tmp_path / "a.heic", 1, (960, 720), thumbnails=[320]).read_bytes()
    without = photo(tmp_path / "b.heic", 1, (960, 720)).read_bytes()
    small, whole = read_reduced(with_one, thumbnail=True), read_reduced(with_one)
    assert (small.from_thumbnail, small.picture.size) == (True, (320, 240))
    assert (small.metadata.width, small.metadata.height) == (960, 720)
    assert (whole.from_thumbnail, whole.picture.size) == (False, (960, 720))
    assert not read_reduced(without, thumbnail=True).from_thumbnail


def test_no_more_is_decoded_at_once_than_there_is_room_for() -> None:
    room, counted = DecodingRoom(24), threading.Lock()
    inside = highest = 0
    both = threading.Barrier(2, timeout=20)

    def decode(pixels: int) -> None:
        nonlocal inside, highest
        with room.take(pixels):
            with counted:
                inside += pixels
                highest = max(highest, inside)
            both.wait()
            with counted:
                inside -= pixels

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(decode, [12] * 16))
    assert highest == 24


def test_what_is_larger_than_the_room_goes_in_alone() -> None:
    room, inside = DecodingRoom(24), threading.Event()

    def small() -> None:
        with room.take(1):
            inside.set()

    with room.take(300):
        waiting = threading.Thread(target=small)
        waiting.start()
        assert not inside.wait(0.05)
    waiting.join(20)
    assert inside.is_set()
