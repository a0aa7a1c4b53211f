"""A picture arrives in the terminal as it is: every dot once, in its place, in a colour close to its own."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageStat

from tests.making import scene
from tests.widgets.graphics.drawn import NOT_DRAWN, kitty_pictures, sixel_pictures
from wizard.widgets.graphics.kitty import CHUNK, kitty
from wizard.widgets.graphics.sixel import sixel


def far_apart(a: Image.Image, b: Image.Image, dots: int = 1) -> float:
    """Mean difference in levels, when the eye mixes so many dots across and down."""
    assert a.size == b.size
    a, b = a.reduce(dots), b.reduce(dots)
    return max(ImageStat.Stat(ImageChops.difference(a, b)).mean)


@pytest.mark.parametrize("size", [(1, 1), (7, 5), (40, 6), (61, 13), (300, 200)])
def test_sixel_draws_every_dot_in_its_place(size: tuple[int, int]) -> None:
    picture = scene(1, (300, 200)).resize(size)
    (drawn,) = sixel_pictures(sixel(picture, 256))
    assert NOT_DRAWN not in {
        colour for _count, colour in drawn.getcolors(drawn.width * drawn.height) or ()
    }
    assert far_apart(drawn, picture, dots=4) < 10


def test_one_red_dot_in_a_black_and_white_picture_is_red() -> None:
    pixels = np.zeros((24, 400, 3), dtype=np.uint8)
    pixels[:, 200:] = 255
    pixels[7, 3] = (255, 0, 0)
    picture = Image.fromarray(pixels)
    sent = sixel(picture, 16)
    (drawn,) = sixel_pictures(sent)
    assert far_apart(drawn, picture) == 0
    assert len(sent) < 500


def test_sixel_keeps_to_the_colours_that_the_terminal_has() -> None:
    picture = scene(2, (120, 90))
    (drawn,) = sixel_pictures(sixel(picture, 16))
    assert len(drawn.getcolors() or ()) <= 16
    assert far_apart(drawn, picture, dots=10) < 15


def test_kitty_is_sent_the_very_dots_in_parts_that_it_takes() -> None:
    picture = scene(3, (300, 200))
    sent = kitty(picture, 31_000, 30, 10)
    assert list(kitty_pictures(sent)) == [31_000]
    assert far_apart(kitty_pictures(sent)[31_000], picture) == 0
    assert all(len(part) <= CHUNK + 100 for part in sent.split("\x1b\\"))
