"""In a terminal that draws dots a person sees the pictures, nothing of them where they should not be, and a clean window after."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.widgets.graphics.real_terminals import window
from tests.widgets.graphics.two_pictures import GREEN, ORANGE, VIOLET

PROGRAM = ["-m", "tests.widgets.graphics.two_pictures"]
NEAR = 16
"""Levels by which a colour may be off."""
LEAST = 2000
"""Dots of a colour, so that it is seen."""


def dots(seen: Image.Image, colour: tuple[int, int, int]) -> int:
    """How many dots have nearly this colour."""
    apart = ImageChops.difference(seen, Image.new("RGB", seen.size, colour))
    red, green, blue = apart.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[: NEAR + 1])


def sharp(seen: Image.Image) -> bool:
    """True when the stripes of both pictures are seen one by one."""
    return min(dots(seen, each) for each in (ORANGE, GREEN, VIOLET)) > LEAST


def only_blocks(seen: Image.Image) -> bool:
    """True when the violet place is seen, and the stripes are not."""
    return dots(seen, VIOLET) > LEAST > dots(seen, GREEN)


def nothing_of_them(seen: Image.Image) -> bool:
    return max(dots(seen, each) for each in (ORANGE, GREEN, VIOLET)) == 0


@pytest.mark.parametrize("kind", ["xterm", "kitty"])
def test_pictures_are_sharp_make_way_and_leave_nothing_behind(tmp_path: Path, kind: str) -> None:
    with window(kind, PROGRAM, tmp_path) as shown:
        shown.wait_until(sharp, "both pictures")
        shown.press("0")
        shown.wait_until(nothing_of_them, "the list, and nothing of the pictures")
        shown.press("Escape")
        shown.wait_until(sharp, "both pictures again")
        shown.press("ctrl+q")
        shown.wait_until(nothing_of_them, "an empty window")


def test_the_same_window_has_blocks_when_blocks_are_wanted(tmp_path: Path) -> None:
    with window("kitty", [*PROGRAM, "--blocks"], tmp_path) as shown:
        shown.wait_until(only_blocks, "blocks")
