"""How one picture lies in another is found from the pixels: turned, cropped, framed, slanted."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageOps

from tests.likeness.drawn import candles, saved, sunset
from wizard.likeness.alignment import align, in_common
from wizard.likeness.rough_place import Greys
from wizard.likeness.turns import ORIENTATIONS, turned


def greys(picture: Image.Image, side: int = 320) -> Greys:
    smaller = picture.copy()
    smaller.thumbnail((side, side), Image.Resampling.LANCZOS)
    return np.asarray(smaller.convert("L")).astype(np.float32)


def test_a_picture_saved_again_lies_in_its_original_edge_to_edge() -> None:
    found = align(greys(candles()), greys(saved(candles(), 30)))
    assert found is not None
    assert found.turn == 0 and found.same_frame and found.agreement > 0.8


@pytest.mark.parametrize("turn", range(ORIENTATIONS))
def test_each_of_the_eight_ways_to_hold_a_picture_is_found(turn: int) -> None:
    whole = greys(candles())
    held = np.ascontiguousarray(turned(whole, turn))
    found = align(whole, held)
    assert found is not None
    assert found.same_frame
    assert np.abs(turned(held, found.turn) - whole).max() == 0


def test_a_crop_is_found_where_it_was_cut_out() -> None:
    width, height = candles().size
    cut = (width * 7 // 100, height * 4 // 100, width * 95 // 100, height * 92 // 100)
    found = align(greys(candles()), greys(saved(candles().crop(cut))))
    assert found is not None
    assert (found.left, found.top) == pytest.approx((0.07, 0.04), abs=0.006)
    assert (found.width, found.height) == pytest.approx((0.88, 0.88), abs=0.01)
    assert not found.same_frame


def test_a_frame_around_a_picture_reaches_outside() -> None:
    framed = ImageOps.expand(candles(), candles().width // 12, "#ffffff")
    found = align(greys(candles()), greys(saved(framed)))
    assert found is not None
    assert found.left == pytest.approx(-1 / 12, abs=0.01)
    assert found.width == pytest.approx(1 + 2 / 12, abs=0.015)


def test_a_scan_laid_askew_is_found_with_its_slant() -> None:
    askew = candles().rotate(1.0, Image.Resampling.BICUBIC, fillcolor="#f4efe2")
    found = align(greys(candles()), greys(saved(askew)))
    assert found is not None
    assert abs(found.slant) == pytest.approx(1.0, abs=0.2)


def test_pictures_with_nothing_in_common_are_not_laid_over_each_other() -> None:
    assert align(greys(candles()), greys(sunset())) is None


def test_the_common_part_shows_the_same_in_both() -> None:
    width, height = candles().size
    cut = candles().crop((width // 10, height // 10, width, height))
    one, other = greys(candles()), greys(saved(cut, 90))
    found = align(one, other)
    assert found is not None
    from_one, from_other = in_common(one, other, found)
    assert from_one.shape == from_other.shape
    assert np.median(np.abs(from_one - from_other)) < 4


@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (400, 2), (8, 8)])
def test_pictures_of_hardly_a_pixel_are_not_aligned_and_break_nothing(
    shape: tuple[int, int],
) -> None:
    tiny: Greys = np.zeros(shape, dtype=np.float32)
    assert align(tiny, tiny) is None
    assert align(greys(candles()), tiny) is None
    assert align(tiny, greys(candles())) is None
