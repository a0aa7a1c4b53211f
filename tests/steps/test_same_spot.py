"""Closely, both photos show the same spot of the scene, also where one of them is cropped, framed or turned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from tests.likeness.test_small_differences import receipt
from tests.making import scene
from tests.steps.test_looking import compare, sharp
from tests.steps.walking import both_drawn, press, to_inspect_only, until, wizard
from wizard.photos.close_up import Box
from wizard.steps.inspect.difference import find_difference
from wizard.steps.inspect.same_spot import same_spot
from wizard.widgets.photo_view import PhotoView
from wizard.widgets.sight import Sight, pixels_per_column, window

SIZE = (1600, 1200)
PLACE = (40, 15)
COPIES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "cropped": lambda photo: photo.crop((160, 96, 1520, 1116)),
    "framed": lambda photo: ImageOps.expand(photo, 90, "white"),
    "turned": lambda photo: photo.transpose(Image.Transpose.ROTATE_90),
    "mirrored": lambda photo: photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
}
HELD_BACK = {"turned": Image.Transpose.ROTATE_270, "mirrored": Image.Transpose.FLIP_LEFT_RIGHT}


def cut(photo: Image.Image, box: Box) -> Image.Image:
    edges = box.pixels(photo.size)
    return photo.crop(tuple(round(edge) for edge in edges)).resize((60, 60))  # type: ignore[arg-type]


def far_apart(a: Image.Image, b: Image.Image) -> float:
    """Mean difference in levels."""
    return max(ImageStat.Stat(ImageChops.difference(a, b)).mean)


@pytest.mark.parametrize("kind", COPIES)
@pytest.mark.parametrize("sight", [Sight(4, 0.4, 0.45), Sight(8, 0.6, 0.3), Sight(2)])
def test_the_copy_shows_what_the_photo_shows(kind: str, sight: Sight) -> None:
    photo = scene(1, SIZE)
    copy = COPIES[kind](photo)
    spot = same_spot(photo, copy, photo.size, copy.size)
    assert spot is not None
    seen = window(photo.size, *PLACE, sight).box
    wholes = pixels_per_column(photo.size, *PLACE), pixels_per_column(copy.size, *PLACE)
    other = spot.in_the_second(sight, seen, wholes)
    middle = round(seen.width * SIZE[0] / 4), round(seen.height * SIZE[1] / 4)
    shown = window(copy.size, *PLACE, other).box
    held = cut(
        copy, around_the_middle(shown, copy.size, middle if kind != "turned" else middle[::-1])
    )
    if kind in HELD_BACK:
        held = held.transpose(HELD_BACK[kind])
    assert far_apart(cut(photo, around_the_middle(seen, SIZE, middle)), held) < 12


def around_the_middle(box: Box, size: tuple[int, int], reach: tuple[int, int]) -> Box:
    """So many pixels on each side of the middle of a box."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return Box(
        x - reach[0] / size[0],
        y - reach[1] / size[1],
        x + reach[0] / size[0],
        y + reach[1] / size[1],
    )


def test_two_photos_that_lie_exactly_need_nothing() -> None:
    photo = scene(1, SIZE)
    assert same_spot(photo, photo.resize((800, 600)), SIZE, (800, 600)) is None


def test_a_place_that_differs_is_found_in_the_first_though_the_second_is_cropped() -> None:
    photo = textured(SIZE)
    other = photo.copy()
    other.paste("white", (1000, 700, 1080, 760))
    cropped = other.crop((300, 200, 1500, 1100))
    (difference,) = find_difference(photo, cropped, closer=lambda: (photo, cropped))
    assert difference.picture is not None
    place = difference.in_the_first(difference.places[0])
    assert place.left < 1040 / 1600 < place.right
    assert place.top < 730 / 1200 < place.bottom


def test_what_is_seen_comes_before_the_closer_look_for_one_digit() -> None:
    one, other = receipt("19.60"), receipt("18.60", seed=2)
    read: list[str] = []

    def closer() -> tuple[Image.Image, Image.Image]:
        read.append("closer")
        return one, other

    found = find_difference(one.reduce(2), other.reduce(2), closer)
    at_once = next(found)
    assert at_once.picture is not None and not at_once.whole and not read
    (after,) = found
    assert after.whole and read == ["closer"] and len(after.places) == 1


def textured(size: tuple[int, int]) -> Image.Image:
    """Detail everywhere, as photos have it."""
    dots = np.random.default_rng(3).integers(0, 200, (60, 80, 3), dtype=np.uint8)
    return Image.fromarray(dots).resize(size, Image.Resampling.BICUBIC)


def drawn(view: PhotoView) -> Image.Image:
    assert view.drawing is not None
    return view.drawing.subject.in_dots(view.drawing.seen, (60, 60))


async def test_on_the_screen_a_cropped_copy_stays_at_the_spot(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    photo = scene(1, SIZE)
    photo.save(photos / "a.jpg", quality=92)
    photo.crop((48, 30, 1560, 1164)).save(photos / "b.jpg", quality=92)
    async with wizard(tmp_path / "home", folder=photos) as walker:
        await to_inspect_only(walker)
        await both_drawn(walker)
        await press(walker, "6", "6", "6", "right")
        await until(walker, lambda: compare(walker).views[0].seen != compare(walker).views[1].seen)
        await sharp(walker)
        one, other = compare(walker).views
        assert far_apart(drawn(one), drawn(other)) < 12
        await press(walker, "4", "4")
        before = compare(walker).views[0].seen
        await press(walker, "left", "right")
        assert compare(walker).views[0].seen.left == pytest.approx(before.left, abs=0.01)
