"""What is seen of a picture: the whole, then closer until single pixels, never beyond its edges."""

from __future__ import annotations

from itertools import pairwise

import pytest

from wizard.photos.close_up import WHOLE, Box
from wizard.widgets.sight import Sight, closest, window

SIZE = (4032, 3024)
PLACE = (38, 13)


def test_the_whole_picture_fills_its_place_without_being_stretched() -> None:
    seen = window(SIZE, *PLACE, Sight())
    assert seen.box == WHOLE
    assert seen.rows == 13
    assert seen.columns / (seen.rows * 2) == pytest.approx(4032 / 3024, abs=0.03)


def test_each_step_closer_shows_half_as_much_until_single_pixels() -> None:
    most = closest(SIZE, *PLACE)
    sight, widths = Sight(), []
    while sight.times < most:
        sight = sight.closer(most)
        widths.append(window(SIZE, *PLACE, sight).box.width * SIZE[0])
    assert all(later < before for before, later in pairwise(widths))
    assert sight.closer(most) == sight
    columns_per_pixel = PLACE[0] / widths[-1]
    assert 2 <= columns_per_pixel <= 4


def test_farther_leads_back_to_the_whole_and_its_middle() -> None:
    sight = Sight(8, 0.9, 0.1)
    for _step in range(3):
        sight = sight.farther()
    assert sight == Sight()


@pytest.mark.parametrize("size", [SIZE, (3024, 4032), (10_000, 500), (3, 3)])
def test_arrows_reach_every_corner_and_stop_there(size: tuple[int, int]) -> None:
    for across, down in [(1, 1), (-1, -1), (1, -1)]:
        sight = Sight(64)
        for _press in range(600):
            sight = sight.moved(across, down, window(size, *PLACE, sight).box)
        box = window(size, *PLACE, sight).box
        assert (box.right if across > 0 else 1 - box.left) == pytest.approx(1)
        assert (box.bottom if down > 0 else 1 - box.top) == pytest.approx(1)


def test_two_pictures_of_different_size_show_the_same_part() -> None:
    sight = Sight(16, 0.3, 0.7)
    large, small = window(SIZE, *PLACE, sight).box, window((1008, 756), *PLACE, sight).box
    assert (large.left, large.top) == pytest.approx((small.left, small.top))


def test_a_part_told_as_a_part_of_another() -> None:
    assert Box(0.5, 0.5, 0.75, 1.0).inside(Box(0.5, 0.0, 1.0, 1.0)) == Box(0.0, 0.5, 0.5, 1.0)
