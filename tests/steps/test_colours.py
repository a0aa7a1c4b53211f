"""Colours: every letter can be read in both themes and without colours; below true colour photos are grey."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color
from rich.segment import Segment
from textual.theme import Theme

from tests.drawn_once import FEW
from tests.steps.every_screen import every_screen, on_the_first_screen
from tests.steps.photos_of_ones_own import family_photos
from tests.steps.walking import Walker, press, said, to_inspect, until_said, wizard
from wizard.widgets.quadrants import BLOCKS
from wizard.widgets.theme import DARK, LIGHT, theme_for

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""
NOT_LETTERS = set(BLOCKS) | set("▁▂▃▄▅▆▇▔━╸╺")
"""Dots of photos, bars of progress, the ends of a scroll bar."""


def brightness(colour: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.get_truecolor().normalized
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(segment: Segment) -> float:
    style = segment.style
    assert style is not None and style.color is not None and style.bgcolor is not None, segment
    assert not style.dim, segment
    darker, lighter = sorted((brightness(style.color), brightness(style.bgcolor)))
    return (lighter + 0.05) / (darker + 0.05)


def letters(walker: Walker) -> list[Segment]:
    """Every piece of text on the screen."""
    strips = walker.app.screen._compositor.render_strips()
    found = (segment for strip in strips for segment in strip if segment.text.strip())
    return [segment for segment in found if not set(segment.text) <= NOT_LETTERS]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
async def test_every_letter_on_every_screen_can_be_read(tmp_path: Path, theme: Theme) -> None:
    async with on_the_first_screen(tmp_path, "en", (80, 24)) as walker:
        walker.app.theme = theme.name
        faint = set()
        async for name in every_screen(walker):
            shown = letters(walker)
            assert shown, name
            faint |= {(name, each) for each in shown if contrast(each) < LEAST_CONTRAST}
        assert not faint, faint


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
async def test_the_practice_screens_and_the_lesson_can_be_read(
    tmp_path: Path, theme: Theme
) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        walker.app.theme = theme.name
        await to_inspect(walker)
        faint = set()
        for keys in ["5", "5", "6", "escape", "0", "escape", "f1"]:
            await press(walker, keys)
            faint |= {(keys, each) for each in letters(walker) if contrast(each) < LEAST_CONTRAST}
        assert not faint, faint


async def test_the_colours_change_by_the_list_behind_0(tmp_path: Path) -> None:
    async with wizard(tmp_path / "home", folder=family_photos(tmp_path)) as walker:
        await until_said(walker, "This is what we found.")
        before = brightness(letters(walker)[3].style.bgcolor)  # type: ignore[union-attr, arg-type]
        await press(walker, "0", "5")
        await until_said(walker, "This is what we found.")
        after = brightness(letters(walker)[3].style.bgcolor)  # type: ignore[union-attr, arg-type]
        assert before < 0.1 < 0.8 < after


@pytest.mark.parametrize(
    ("said_by_the_terminal", "theme"),
    [("0;15", LIGHT), ("0;default;7", LIGHT), ("15;0", DARK), ("", DARK), ("nonsense", DARK)],
)
def test_the_theme_follows_what_the_terminal_says_of_itself(
    said_by_the_terminal: str, theme: Theme
) -> None:
    assert theme_for({"COLORFGBG": said_by_the_terminal}) is theme
    assert theme_for({}) is DARK


@pytest.mark.parametrize("key", ["f1", "f2"])
@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
async def test_the_lesson_and_the_guide_can_be_read_as_well(
    tmp_path: Path, theme: Theme, key: str
) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        walker.app.theme = theme.name
        await press(walker, key)
        faint = set()
        for _page in range(4):
            shown = letters(walker)
            assert len(shown) > 10
            faint |= {each for each in shown if contrast(each) < LEAST_CONTRAST}
            await press(walker, "pagedown")
        assert not faint


@pytest.mark.parametrize(
    ("variable", "value"), [("COLORTERM", ""), ("NO_COLOR", "1"), ("TERM", "xterm")]
)
async def test_without_true_colours_photos_are_grey_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    if variable == "TERM":
        monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv(variable, value)
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        assert "so photos are gray here." in said(walker)
        colours = {
            colour.get_truecolor()
            for strip in walker.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text.strip() and segment.text in BLOCKS and segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None
        }
        assert len(colours) > 2
        assert all(red == green == blue for red, green, blue in colours)


async def test_with_true_colours_nothing_is_said_of_greys(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        assert "grey" not in said(walker)
