"""One digit of a photographed receipt is found although the hand moved, and nothing is found where nothing changed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFont

from tests.likeness.drawn import saved
from wizard.likeness.differences import areas_that_differ
from wizard.likeness.small_differences import CLOSE_SIDE, small_areas_that_differ

SIZE = (CLOSE_SIDE * 3 // 4, CLOSE_SIDE)
LINES = 60
TOTAL = 37
"""The line in which the digit is another."""
AT = (970 / SIZE[0], (90 + TOTAL * 31 + 12) / SIZE[1])
"""Where that digit is, in shares of the picture."""
EDGE = 12
"""Pixels that are cut off after the hand moved."""


def receipt(total: str = "19.60", seed: int = 1) -> Image.Image:
    """A long receipt on a table, with the noise of one press of the shutter."""
    picture = Image.new("L", SIZE, 150)
    pencil = ImageDraw.Draw(picture)
    pencil.rectangle((300, 60, 1100, 1960), fill=225)
    font = ImageFont.load_default(22.0)
    for line in range(LINES):
        amount = total if line == TOTAL else f"{line * 7 % 30}.{line * 13 % 100:02}"
        pencil.text((340, 90 + line * 31), f"Article number {line * 37 % 100}", 60, font)
        pencil.text((960, 90 + line * 31), amount, 60, font)
    noise = np.random.default_rng(seed).normal(0, 2, SIZE[::-1])
    noisy = np.clip(np.asarray(picture) + noise, 0, 255).astype(np.uint8)
    return Image.fromarray(noisy).convert("RGB")


def pressed_again(picture: Image.Image, across: int, down: int) -> Image.Image:
    """The hand moved by so many pixels."""
    moved = ImageChops.offset(picture, across, down)
    return moved.crop((EDGE, EDGE, SIZE[0] - EDGE, SIZE[1] - EDGE))


@pytest.mark.parametrize("moved", [(0, 0), (-1, 2), (3, 1)])
def test_one_digit_of_a_receipt_is_found(moved: tuple[int, int]) -> None:
    one, other = pressed_again(receipt(), 0, 0), pressed_again(receipt("18.60", seed=2), *moved)
    assert areas_that_differ(one, other) == ()
    areas = small_areas_that_differ(saved(one, 93), saved(other, 93))
    assert len(areas) == 1
    middle = areas[0].top + areas[0].height / 2
    assert middle * one.height == pytest.approx(90 + TOTAL * 31 + 15 - EDGE, abs=12)
    assert areas[0].left * one.width == pytest.approx(965 - EDGE, abs=24)


@pytest.mark.parametrize(
    "change",
    [
        lambda picture: saved(picture, 40),
        lambda picture: ImageEnhance.Brightness(picture).enhance(0.9),
        lambda picture: picture.resize((1000, 1333)),
        lambda picture: pressed_again(picture, 2, -1),
    ],
    ids=["saved again", "darker", "smaller", "moved"],
)
def test_nothing_is_found_where_nothing_changed(
    change: Callable[[Image.Image], Image.Image],
) -> None:
    one, other = receipt(), change(receipt(seed=2))
    if other.size == (SIZE[0] - 2 * EDGE, SIZE[1] - 2 * EDGE):
        one = pressed_again(one, 0, 0)
    assert small_areas_that_differ(one, other) == ()


def test_pictures_too_small_to_hold_a_digit_are_left_alone() -> None:
    assert small_areas_that_differ(receipt().resize((60, 80)), receipt().resize((60, 80))) == ()
