"""Looking closely: both photos at the same spot, down to single pixels, and where they differ, by digits and arrows."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from PIL import Image, ImageDraw

from tests.drawn_once import FEW
from tests.making import scene
from tests.steps.test_inspect import to_a_group_of
from tests.steps.walking import (
    Walker,
    both_drawn,
    press,
    said,
    step,
    to_inspect,
    to_inspect_only,
    until,
    until_said,
    wizard,
)
from wizard.likeness.differences import Area
from wizard.photos.close_up import WHOLE, Box
from wizard.steps.inspect import difference
from wizard.steps.inspect.looking import Looking
from wizard.widgets.compare import Compare
from wizard.widgets.sight import window

SIZE = (1600, 1200)
EYE = (1200, 900, 1280, 960)
"""Pixels: a place at the lower right that only the second photo has dark."""


@asynccontextmanager
async def two_photos(
    tmp_path: Path, size: tuple[int, int] = (80, 24), language: str = "en", shut: str = "black"
) -> AsyncIterator[Walker]:
    """Two photos of one scene on the screen; in the second a small place is another."""
    photos = tmp_path / "photos"
    photos.mkdir()
    for name, eye in (("open.jpg", "white"), ("shut.jpg", shut)):
        picture = scene(1, SIZE)
        ImageDraw.Draw(picture).ellipse(EYE, fill=eye)
        picture.save(photos / name, quality=92)
    async with wizard(tmp_path / "home", language, folder=photos, size=size) as walker:
        await to_inspect_only(walker)
        await both_drawn(walker)
        yield walker


def compare(walker: Walker) -> Compare:
    return walker.app.screen.query_one(Compare)


def seen(walker: Walker) -> list[Box]:
    return [view.seen for view in compare(walker).views]


async def sharp(walker: Walker) -> None:
    await until(walker, lambda: not any(view.too_coarse for view in compare(walker).views))


@pytest.mark.parametrize("keys", [("6", "7"), ("z", "x"), ("ㅋ", "ㅌ"), ("plus", "minus")])
async def test_closer_and_farther_show_the_same_spot_of_both(
    tmp_path: Path, keys: tuple[str, str]
) -> None:
    closer, farther = keys
    async with two_photos(tmp_path) as walker:
        assert seen(walker) == [WHOLE, WHOLE]
        await press(walker, closer, closer, "right", "down")
        left, right = seen(walker)
        assert left == right
        assert left.width < 0.6
        assert left.left > 0.25
        assert left.top > 0.25
        assert "4 times larger, both photos at the same spot. The arrows move." in said(walker)
        await press(walker, farther, farther)
        assert seen(walker) == [WHOLE, WHOLE]


async def test_esc_comes_back_to_the_whole_photos_before_it_leaves(tmp_path: Path) -> None:
    async with two_photos(tmp_path) as walker:
        await press(walker, "6", "6", "escape")
        assert seen(walker) == [WHOLE, WHOLE]
        assert step(walker).step == "inspect"
        await press(walker, "5", "escape")
        await both_drawn(walker)


async def test_at_the_closest_single_pixels_of_the_original_are_seen(tmp_path: Path) -> None:
    async with two_photos(tmp_path) as walker:
        await press(walker, *["6"] * 10)
        await sharp(walker)
        columns = compare(walker).views[0].size.width
        assert seen(walker)[0].width * SIZE[0] <= columns / 2


async def test_the_difference_names_the_place_and_6_goes_there(tmp_path: Path) -> None:
    async with two_photos(tmp_path) as walker:
        await press(walker, "5")
        await until_said(walker, "They differ here: lower right")
        assert "1-" in said(walker)
        await press(walker, "6")
        await sharp(walker)
        middle = ((EYE[0] + EYE[2]) / 2 / SIZE[0], (EYE[1] + EYE[3]) / 2 / SIZE[1])
        for box in seen(walker):
            assert box.width < 0.5
            assert box.covers(Box(*middle, *middle))


async def test_the_difference_stands_while_something_small_is_still_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = Event()

    def patient(a: Image.Image, b: Image.Image) -> tuple[Area, ...]:
        may_go_on.wait()
        return (Area(0.75, 0.75, 0.05, 0.05, 1.0),)

    monkeypatch.setattr(difference, "small_areas_that_differ", patient)
    async with two_photos(tmp_path, shut="#f8f8f8") as walker:
        await press(walker, "5")
        await until_said(walker, "Looking closer, for something small ...")
        assert len(compare(walker).views) == 1 and compare(walker).drawn
        await press(walker, "6")
        assert "Looking closer" in said(walker), "6 does not go just anywhere"
        may_go_on.set()
        await until_said(walker, "They differ here: lower right")


def test_the_number_round_a_digit_that_differs_is_seen_whole() -> None:
    looking = Looking()
    digit = Box(0.44, 0.405, 0.451, 0.409)
    looking.look_at(digit, 512.0)
    seen = window((3024, 4032), 38, 14, looking.sight).box
    assert seen.covers(digit)
    assert seen.width > 4 * digit.width


async def test_names_stand_right_below_the_pictures_in_a_tall_window(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW, size=(120, 40)) as walker:
        await to_inspect(walker)
        await to_a_group_of(walker, 5)
        for key in ("a", "a", "4"):
            await press(walker, key)
            await until(walker, lambda: compare(walker).drawn)
            for view in compare(walker).views:
                assert view.drawing is not None
                assert view.drawing.cells.bottom == view.size.height
                assert view.drawing.cells.x == 0  # where the name begins


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
async def test_in_a_row_none_looks_larger_than_the_others(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW, size=size) as walker:
        await to_inspect(walker)
        await to_a_group_of(walker, 5)
        await press(walker, "a")
        await until(walker, lambda: compare(walker).drawn)
        drawings = [view.drawing for view in compare(walker).views]
        assert len({each.cells.size for each in drawings if each}) == 1
        await walker.resize_terminal(size[0] + 1, size[1])
        await until(walker, lambda: compare(walker).drawn)
        drawings = [view.drawing for view in compare(walker).views]
        assert len({each.cells.size for each in drawings if each}) == 1


async def test_the_larger_original_is_named_also_where_its_file_is_smaller(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    picture = scene(1, SIZE)
    picture.save(photos / "a.jpg", quality=60)
    picture.resize((800, 600)).save(photos / "b.png")
    assert (photos / "a.jpg").stat().st_size < (photos / "b.png").stat().st_size
    async with wizard(tmp_path / "home", folder=photos) as walker:
        await to_inspect_only(walker)
        await both_drawn(walker)
        assert "1,600 x 1,200 (largest), " in said(walker)
        assert said(walker).count("(largest)") == 1


async def test_flip_stays_at_the_spot(tmp_path: Path) -> None:
    async with two_photos(tmp_path) as walker:
        await press(walker, "6", "6", "6", "right", "4")
        first = seen(walker)
        assert "open.jpg" in said(walker)
        await press(walker, "4")
        assert seen(walker) == first
        assert "shut.jpg" in said(walker)


async def test_arrows_do_not_change_the_group_while_looking_closely(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await press(walker, "6", "down", "up", "down")
        assert "Group 1 of" in said(walker)
        await press(walker, "escape", "down")
        assert "Group 2 of" in said(walker)


async def test_a_larger_group_is_seen_in_a_row_and_the_arrows_mark(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW, size=(120, 40)) as walker:
        await to_inspect(walker)
        await to_a_group_of(walker, 5)
        await press(walker, "a")
        await until(walker, lambda: compare(walker).drawn)
        assert len(compare(walker).views) == 5
        await press(walker, "right", "right")
        assert ">3/5" in said(walker)
        await press(walker, "escape")
        assert len(compare(walker).views) == 2


async def test_a_row_of_small_pictures_is_not_seen_side_by_side(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW, size=(120, 40)) as walker:
        await to_inspect(walker)
        await to_a_group_of(walker, 5)
        await press(walker, "a", "right", "right", "right", "right", "2")
        assert "First look at photos 5 and 1 together." in said(walker)


async def test_the_next_group_is_ready_before_it_is_asked_for(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await walker.app.workers.wait_for_complete()
        await press(walker, "3")
        assert compare(walker).both_are_seen


async def test_every_way_to_look_is_in_the_list_behind_0(tmp_path: Path) -> None:
    async with two_photos(tmp_path) as walker:
        await press(walker, "0")
        for words in ("Flip:", "Difference:", "Closer:", "Farther:", "All photos of this group"):
            assert words in said(walker)
        await press(walker, "6")
        assert seen(walker)[0].width < 1


async def test_one_photo_alone_says_how_the_other_one_is_seen(tmp_path: Path) -> None:
    async with two_photos(tmp_path) as walker:
        for closer in ([], ["6", "6"]):
            await press(walker, *closer, "4")
            assert "Press 4 to see the other photo in the same place." in said(walker)
            first = said(walker)
            await press(walker, "4")
            assert "Press 4 to see both photos again." in said(walker)
            assert ("shut.jpg" in said(walker)) != ("shut.jpg" in first)
            await press(walker, "4")
            assert "open.jpg" in said(walker) and "shut.jpg" in said(walker)
            assert "Press 4" not in said(walker)


async def test_in_a_larger_group_the_difference_says_of_which_two(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await to_a_group_of(walker, 5)
        await press(walker, "5")
        await until_said(walker, "You compare photos 1 and ")
        await press(walker, "escape", "right", "right", "5")
        await until_said(walker, "You compare photos ")
        assert ">3/5" in said(walker)
        assert re.search(r"photos (\d and 3|3 and \d)\.", said(walker))
