"""In a terminal that draws dots the photos are sharp, whole or not at all; everywhere else nothing is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from textual.geometry import Size

from tests.steps.test_looking import compare, sharp, two_photos
from tests.steps.walking import Walker, lines, press, said, until
from tests.widgets.graphics.drawn import KITTY, SIXEL, kitty_pictures, sixel_pictures
from wizard.steps.inspect.picture_shelf import SIDE
from wizard.widgets.graphics.answers import (
    Answer,
    Attributes,
    Colours,
    LargestPicture,
    SpeaksKitty,
)
from wizard.widgets.graphics.terminal import TerminalAnswered

CELL = Size(10, 20)
XTERM = (Attributes((63, 4)), Colours(256), LargestPicture(1000, 1000), Attributes((63, 4)))
KITTY_ITSELF = (SpeaksKitty(), Attributes((62,)))


class PretendTerminal:
    """Takes what is sent."""

    def __init__(self) -> None:
        self.forget_pictures = False
        self.cell: Size | None = CELL
        self.sent = ""

    def write(self, data: str) -> None:
        self.sent += data

    def flush(self) -> None:
        pass

    def sent_since(self) -> str:
        """What was sent since this was asked last."""
        sent, self.sent = self.sent, ""
        return sent


@asynccontextmanager
async def in_a_terminal(
    tmp_path: Path, answers: tuple[Answer, ...], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Walker, PretendTerminal]]:
    """Two photos in step 6, in a terminal that gave these answers."""
    async with two_photos(tmp_path, size) as walker:
        shown = PretendTerminal()
        tell(walker, shown, answers)
        yield walker, shown


def tell(walker: Walker, shown: PretendTerminal, answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        walker.app.post_message(TerminalAnswered(shown, answer))


async def both_are_drawn(walker: Walker, shown: PretendTerminal) -> None:
    """Waits until both photos were sent, as sharp as they can be, and nothing is under way."""
    await until(walker, lambda: "\x1b8" in shown.sent)
    await sharp(walker)
    await walker.app.workers.wait_for_complete()
    await walker.pause()
    await walker.app.workers.wait_for_complete()
    await walker.pause()


def as_drawn(original: Path, seen: Image.Image) -> float:
    """How far what was sent is from the photo itself, in levels."""
    with Image.open(original) as photo:
        small = photo.convert("RGB").resize(seen.size, Image.Resampling.LANCZOS)
    return max(ImageStat.Stat(ImageChops.difference(small.reduce(6), seen.reduce(6))).mean)


@pytest.mark.parametrize("answers", [(), (Attributes((62, 22)),)])
async def test_nothing_is_sent_to_a_terminal_that_draws_no_dots(
    tmp_path: Path, answers: tuple[Answer, ...]
) -> None:
    async with in_a_terminal(tmp_path, answers) as (walker, shown):
        await press(walker, "4", "4", "6", "0")
        assert shown.sent == ""
        assert "sharp" not in said(walker)


async def test_kitty_is_shown_both_photos_sharper_than_blocks_would_need(tmp_path: Path) -> None:
    async with in_a_terminal(tmp_path, KITTY_ITSELF, (120, 40)) as (walker, shown):
        await both_are_drawn(walker, shown)
        pictures = kitty_pictures(shown.sent)
        assert len(pictures) == 2
        photos = tmp_path / "photos"
        for name, picture in zip(("open.jpg", "shut.jpg"), pictures.values(), strict=True):
            assert picture.width > SIDE
            assert as_drawn(photos / name, picture) < 8


async def test_sixel_is_drawn_in_the_cells_of_the_blocks(tmp_path: Path) -> None:
    async with in_a_terminal(tmp_path, XTERM) as (walker, shown):
        await both_are_drawn(walker, shown)
        cells = [view.drawing.cells.size for view in compare(walker).views if view.drawing]
        sizes = {(each.width * CELL.width, each.height * CELL.height) for each in cells}
        assert {picture.size for picture in sixel_pictures(shown.sent)} == sizes
        for view in compare(walker).views:
            assert view.drawing is not None
            at = view.region.offset + view.drawing.cells.offset
            assert f"\x1b[{at.y + 1};{at.x + 1}H\x1bP" in shown.sent


async def test_a_picture_larger_than_the_terminal_takes_is_sent_in_parts(tmp_path: Path) -> None:
    small = (Attributes((4,)), LargestPicture(200, 130), Attributes((4,)))
    async with in_a_terminal(tmp_path, small) as (walker, shown):
        await both_are_drawn(walker, shown)
        parts = sixel_pictures(shown.sent)
        assert len(parts) > 4
        assert all(part.width <= 200 and part.height <= 130 for part in parts)


async def test_the_blocks_stay_beneath_as_in_any_other_terminal(tmp_path: Path) -> None:
    async with in_a_terminal(tmp_path, ()) as (walker, shown):
        without = lines(walker)
        tell(walker, shown, XTERM)
        await both_are_drawn(walker, shown)
        assert lines(walker) == without


@pytest.mark.parametrize("over_it", ["0", "f1", "f2"])
async def test_kitty_takes_the_pictures_away_while_something_lies_over_them(
    tmp_path: Path, over_it: str
) -> None:
    async with in_a_terminal(tmp_path, KITTY_ITSELF) as (walker, shown):
        await both_are_drawn(walker, shown)
        await press(walker, over_it)
        assert kitty_pictures(shown.sent) == {}
        await press(walker, "escape")
        await until(walker, lambda: len(kitty_pictures(shown.sent)) == 2)


@pytest.mark.parametrize("over_it", ["0", "f1"])
async def test_sixel_is_sent_again_only_when_nothing_lies_over_it(
    tmp_path: Path, over_it: str
) -> None:
    async with in_a_terminal(tmp_path, XTERM) as (walker, shown):
        await both_are_drawn(walker, shown)
        shown.sent_since()
        await press(walker, over_it)
        assert SIXEL.search(shown.sent_since()) is None
        await press(walker, "escape")
        await until(walker, lambda: len(sixel_pictures(shown.sent)) == 2)


async def test_nothing_is_sent_again_while_nothing_changes(tmp_path: Path) -> None:
    async with in_a_terminal(tmp_path, XTERM) as (walker, shown):
        await both_are_drawn(walker, shown)
        shown.sent_since()
        walker.app.screen.query_one("KeyLine").refresh()
        await press(walker, "f9")
        assert SIXEL.search(shown.sent_since()) is None


async def test_flip_draws_the_other_photo_and_back_again_at_once(tmp_path: Path) -> None:
    async with in_a_terminal(tmp_path, KITTY_ITSELF) as (walker, shown):
        await both_are_drawn(walker, shown)
        await press(walker, "4")
        await both_are_drawn(walker, shown)
        (first,) = kitty_pictures(shown.sent).values()
        await press(walker, "4")
        await both_are_drawn(walker, shown)
        (second,) = kitty_pictures(shown.sent).values()
        photos = tmp_path / "photos"
        assert as_drawn(photos / "open.jpg", first) < as_drawn(photos / "shut.jpg", first)
        assert as_drawn(photos / "shut.jpg", second) < as_drawn(photos / "open.jpg", second)


async def test_closely_the_same_spot_of_both_is_drawn_from_the_original(tmp_path: Path) -> None:
    async with in_a_terminal(tmp_path, KITTY_ITSELF) as (walker, shown):
        await both_are_drawn(walker, shown)
        await press(walker, "5")
        await until(walker, lambda: compare(walker).drawn)
        await press(walker, "6")
        await both_are_drawn(walker, shown)
        pictures = kitty_pictures(shown.sent)
        light, dark = (
            ImageStat.Stat(middle_of(pictures[each])).mean[0] for each in sorted(pictures)
        )
        assert light > dark + 100


def middle_of(picture: Image.Image) -> Image.Image:
    wide, high = picture.size
    return picture.crop((wide // 2 - 4, high // 2 - 4, wide // 2 + 4, high // 2 + 4))


@pytest.mark.parametrize(("answers", "drawn"), [(XTERM, SIXEL), (KITTY_ITSELF, KITTY)])
async def test_the_list_behind_0_changes_to_blocks_and_back(
    tmp_path: Path, answers: tuple[Answer, ...], drawn: object
) -> None:
    async with in_a_terminal(tmp_path, answers) as (walker, shown):
        await both_are_drawn(walker, shown)
        await press(walker, "0")
        assert "Photos: sharp, or drawn with blocks" in said(walker)
        await press(walker, "end", "enter")
        assert kitty_pictures(shown.sent) == {}
        shown.sent_since()
        await press(walker, "4", "4")
        assert SIXEL.search(shown.sent) is None and KITTY.search(shown.sent) is None
        await press(walker, "0", "end", "enter")
        await both_are_drawn(walker, shown)


async def test_another_window_gets_pictures_of_its_own_cells(tmp_path: Path) -> None:
    async with in_a_terminal(tmp_path, KITTY_ITSELF) as (walker, shown):
        await both_are_drawn(walker, shown)
        before = max(each.width for each in kitty_pictures(shown.sent).values())
        await walker.resize_terminal(120, 40)
        await both_are_drawn(walker, shown)
        assert max(each.width for each in kitty_pictures(shown.sent).values()) > before


async def test_a_terminal_that_does_not_say_how_large_its_cells_are_gets_blocks(
    tmp_path: Path,
) -> None:
    async with in_a_terminal(tmp_path, ()) as (walker, shown):
        shown.cell = None
        tell(walker, shown, KITTY_ITSELF)
        await press(walker, "4", "4")
        assert kitty_pictures(shown.sent) == {}


@pytest.mark.parametrize("answers", [XTERM, KITTY_ITSELF])
async def test_without_colours_photos_are_grey(
    tmp_path: Path, answers: tuple[Answer, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with in_a_terminal(tmp_path, answers) as (walker, shown):
        await both_are_drawn(walker, shown)
        pictures = [*kitty_pictures(shown.sent).values(), *sixel_pictures(shown.sent)]
        for picture in pictures:
            red, green, blue = (ImageStat.Stat(band).mean[0] for band in picture.split())
            assert max(red, green, blue) - min(red, green, blue) < 6
