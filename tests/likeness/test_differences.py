"""Where two pictures differ is said where a person would point, and nowhere else."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageEnhance

from tests.likeness.drawn import candles, saved
from wizard.likeness.differences import Area, areas_that_differ


def covers(area: Area, x: float, y: float) -> bool:
    inside = area.left <= x <= area.left + area.width
    return inside and area.top <= y <= area.top + area.height


def with_patch(x: float, y: float) -> Image.Image:
    """A small part of the picture, seen again somewhere else."""
    changed = candles().copy()
    width, height = changed.size
    side = width // 25
    patch = changed.crop((width // 2, height // 4, width // 2 + side, height // 4 + side))
    changed.paste(patch, (int(x * width), int(y * height)))
    return changed


@pytest.mark.parametrize("quality", [90, 30])
def test_closed_eyes_are_what_differs_most(quality: int) -> None:
    areas = areas_that_differ(saved(candles(), quality), saved(candles(eyes_open=False), quality))
    eyes = [(x / 400, 126 / 300) for x in (170, 230)]
    assert any(covers(area, *eye) for area in areas[:2] for eye in eyes)
    assert areas[0].strength == 1.0
    assert [area.strength for area in areas] == sorted((a.strength for a in areas), reverse=True)


def test_a_small_patch_is_found_in_pictures_sent_by_a_messenger() -> None:
    areas = areas_that_differ(saved(candles(), 70, 640), saved(with_patch(0.8, 0.8), 70, 640))
    assert covers(areas[0], 0.82, 0.82)


@pytest.mark.parametrize("quality", [80, 30])
def test_saved_again_brighter_or_smaller_nothing_stands_out(quality: int) -> None:
    brighter = ImageEnhance.Brightness(candles()).enhance(1.1)
    assert areas_that_differ(candles(), saved(candles(), quality)) == ()
    assert areas_that_differ(candles(), saved(candles(), 70, 640)) == ()
    assert len(areas_that_differ(candles(), saved(brighter, quality))) <= 1


def test_a_hand_that_shook_by_a_few_pixels_is_no_difference() -> None:
    width, height = candles().size
    moved = ImageChops.offset(candles(), 5, 3).crop((10, 10, width, height))
    still = candles().crop((10, 10, width, height))
    assert len(areas_that_differ(saved(still), saved(moved))) <= 1


def test_a_colour_that_changed_is_found() -> None:
    changed = candles().copy()
    red, green, blue = changed.split()
    width, height = changed.size
    box = (width // 3, height * 2 // 3, width // 2, height * 5 // 6)
    swapped = Image.merge("RGB", (green, red, blue)).crop(box)
    changed.paste(swapped, box)
    areas = areas_that_differ(saved(candles()), saved(changed))
    assert any(covers(area, 0.4, 0.75) for area in areas)


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (30, 30)])
def test_pictures_too_small_to_compare_differ_nowhere(size: tuple[int, int]) -> None:
    assert areas_that_differ(Image.new("RGB", size), Image.new("RGB", size, "white")) == ()
