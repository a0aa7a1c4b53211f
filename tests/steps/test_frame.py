"""What every screen has: room, its language, the lesson, the list behind 0, and a place that is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.steps.photos_of_ones_own import drive, family_photos
from tests.steps.walking import (
    Walker,
    both_drawn,
    lines,
    press,
    said,
    step,
    until,
    until_said,
    wizard,
)
from wizard.journey import StepName
from wizard.language.catalogs import _, pgettext
from wizard.safekeeping.drives import Separation
from wizard.steps.everything import Everything
from wizard.steps.lesson_panel import LessonPanel
from wizard.steps.too_small import TooSmall
from wizard.widgets.frame import Plain

SIZES = [(80, 24), (120, 40)]
LANGUAGES = ["en", "es", "ko"]


async def every_screen(walker: Walker) -> AsyncIterator[str]:
    """Walks through all screens; yields a name for each while it is shown."""
    yield "language"
    await press(walker, str(LANGUAGES.index(_language(walker)) + 1))
    yield "what"
    await press(walker, "3")
    for page in range(1, 7):
        yield f"already lost {page}"
        await press(walker, "1" if page < 6 else "3")
    await press(walker, str(LANGUAGES.index(_language(walker)) + 1), "2")
    yield "whose computer"
    await press(walker, "1")
    yield "places"
    await press(walker, "enter")
    yield "folders"
    await press(walker, "enter", "1")
    await until_said(walker, _("This is what we found."))
    yield "counted"
    await press(walker, "1")
    yield "drives"
    await press(walker, "2")
    yield "risk"
    await press(walker, "1", "1")
    await until_said(walker, _("A rehearsal: this photo was just read from the backup drive."))
    yield "backed up"
    await press(walker, "1")
    await until_said(walker, _("Look-alikes are not always copies. Look before you decide."))
    yield "looked"
    await press(walker, "1")
    yield "review folder"
    await press(walker, "1")
    await both_drawn(walker)
    yield "inspect"
    await press(walker, "right", "2", "0")
    yield "everything"
    await press(walker, "escape", "0", "4")
    await until_said(walker, _("Nothing is deleted."))
    yield "confirm"
    await press(walker, "1")
    await until(walker, lambda: step(walker).step is StepName.FINISH)
    yield "receipt"
    await press(walker, "2")
    yield "put back"


def _language(walker: Walker) -> str:
    return str(walker.app.journey.record.language)  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_fits_in_every_language(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    family_photos(Path.home() / "Pictures")
    stick = drive(tmp_path, Separation.ANOTHER)
    (tmp_path / "disk").mkdir()
    same = drive(tmp_path / "disk", Separation.SAME)
    seen = []
    async with wizard(tmp_path / "home", language, size=size, drives=[stick, same]) as walker:
        walker.app.journey.record.language = language  # type: ignore[attr-defined]
        async for name in every_screen(walker):
            seen.append(name)
            shown = lines(walker)
            assert len(shown) == size[1], name
            assert all(cell_len(line) <= size[0] for line in shown), name
            _nothing_is_cut(walker, name)
    assert len(seen) == 22


def _nothing_is_cut(walker: Walker, name: str) -> None:
    """Every line of the frame is whole, every text has the height it needs, and no list must be scrolled."""
    screen = walker.app.screen
    for line in screen.query("TitleLine, Stepper, KeyLine, ChoiceLine"):
        text = str(line.render()).rstrip()
        assert cell_len(text) <= line.content_size.width, (name, text)
    for block in screen.query(Plain):
        needed = block.get_content_height(screen.size, screen.size, block.content_size.width)
        assert needed <= block.content_size.height, (name, str(block.render()))
    for scrolling in screen.query("#body, #facts, Choices"):
        if scrolling.max_scroll_y:
            assert scrolling.id == "body", (name, scrolling)
            assert pgettext("key", "PgDn") in said(walker), f"{name} scrolls and does not say how"


async def test_another_language_keeps_place_and_answers(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "0", "3")
        assert isinstance(walker.app.screen, Everything)
        await press(walker, "3")
        await until_said(walker, _("This is what we found."))
        assert _("This is what we found.") != "This is what we found."
        assert step(walker).step is StepName.CHOOSE
        await press(walker, "0", "3", "1")
        await until_said(walker, "6 photos")


async def test_f1_opens_the_lesson_and_esc_comes_back(tmp_path: Path) -> None:
    async with wizard(tmp_path / "home", folder=family_photos(tmp_path)) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "f1")
        assert isinstance(walker.app.screen, LessonPanel)
        await press(walker, "escape")
        assert "This is what we found." in said(walker)


async def test_a_window_that_is_too_small_says_so_until_it_is_large_enough(tmp_path: Path) -> None:
    async with wizard(tmp_path, size=(60, 20)) as walker:
        await until(walker, lambda: isinstance(walker.app.screen, TooSmall))
        assert "at least 80 columns" in said(walker)
        await walker.resize_terminal(80, 24)
        await until_said(walker, "Choose your language.")


async def test_practice_looks_different_from_ones_own_photos(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True) as walker:
        await until(walker, lambda: step(walker).step is StepName.CHOOSE)
        assert lines(walker)[0].startswith(" PRACTICE PHOTOS")
        assert "+- PRACTICE PHOTOS -" in said(walker)
