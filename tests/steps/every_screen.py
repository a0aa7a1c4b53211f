"""Every screen of the wizard, one after the other, and what must hold for each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from rich.cells import cell_len

from tests.steps.photos_of_ones_own import drive, family_photos
from tests.steps.walking import (
    Walker,
    both_drawn,
    lines,
    press,
    said,
    until,
    until_said,
    wizard,
)
from wizard.language.catalogs import _, available, pgettext
from wizard.safekeeping.drives import Separation
from wizard.steps.finish import Finish
from wizard.steps.step import Step
from wizard.widgets.choices import Choices
from wizard.widgets.compare import ChoiceLine, Compare
from wizard.widgets.frame import KeyLine, Plain


@asynccontextmanager
async def on_the_first_screen(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> AsyncIterator[Walker]:
    """The wizard with a family's photos, a separate drive and one that is the computer's own."""
    family_photos(Path.home() / "Pictures")
    stick = drive(tmp_path, Separation.ANOTHER)
    (tmp_path / "disk").mkdir()
    same = drive(tmp_path / "disk", Separation.SAME)
    async with wizard(tmp_path / "home", language, size=size, drives=[stick, same]) as walker:
        walker.app.journey.record.language = language  # type: ignore[attr-defined]
        yield walker


async def every_screen(walker: Walker) -> AsyncIterator[str]:
    """Walks through all screens; yields a name for each while it is shown."""
    yield "language"
    await press(walker, _digit_of_the_language(walker))
    yield "what"
    await press(walker, "3")
    for page in range(1, 7):
        yield f"already lost {page}"
        await press(walker, "1" if page < 6 else "3")
    await press(walker, _digit_of_the_language(walker), "2")
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
    await until_said(walker, _("A test: this photo was just read from the backup drive."))
    yield "backed up"
    await press(walker, "1")
    await until_said(walker, _("Look-alikes are not always copies. Look before you decide."))
    yield "looked"
    await press(walker, "1")
    yield "review folder"
    await press(walker, "1")
    await both_drawn(walker)
    yield "inspect"
    await press(walker, "4")
    yield "flip"
    await press(walker, "escape", "6")
    yield "closer"
    await press(walker, "escape", "3", "5")
    await until(walker, lambda: walker.app.screen.query_one(Compare).drawn)
    yield "difference"
    await press(walker, "escape", "a")
    yield "strip"
    await press(walker, "escape", "up", "right", "2", "0")
    yield "everything"
    await press(walker, "escape", "0", "4")
    await until_said(walker, _("Nothing is deleted."))
    yield "confirm"
    await press(walker, "1")
    await until(walker, lambda: isinstance(walker.app.screen, Finish))
    yield "receipt"
    await press(walker, "2")
    yield "put back"


def _digit_of_the_language(walker: Walker) -> str:
    spoken = walker.app.journey.record.language  # type: ignore[attr-defined]
    return str(available().index(spoken) + 1)


def keys_are_few_and_no_key_means_two_things(walker: Walker, name: str) -> None:
    """Five keys at most in the last line, all of them seen, and each digit and key for one thing alone."""
    screen = walker.app.screen
    if isinstance(screen, Step):
        shown = screen.keys()
        named = [key for key, _meaning in shown]
        assert len(named) <= KeyLine.AT_MOST, (name, named)
        assert len(set(named)) == len(named), (name, named)
    for key, bindings in screen._bindings.key_to_bindings.items():
        assert len({binding.action for binding in bindings}) == 1, (name, key)
    digits = [number for line in screen.query(ChoiceLine) for number, _text in line.answers]
    digits += [int(option.id or 0) for each in screen.query(Choices) for option in each.options]
    assert len(set(digits)) == len(digits), (name, digits)


def every_key_is_named(walker: Walker, name: str) -> None:
    """In this kit's own languages the words for the keys are short enough for a line of 80 columns."""
    screen = walker.app.screen
    if isinstance(screen, Step):
        shown = screen.keys()
        for key, meaning in shown:
            assert f" {key}  {meaning}" in lines(walker)[-1], name


def nothing_is_cut(walker: Walker, name: str) -> None:
    """Every line of the frame is whole, every text has the height it needs, and no list must be scrolled."""
    screen = walker.app.screen
    shown = lines(walker)
    assert len(shown) == screen.size.height, name
    assert all(cell_len(line) <= screen.size.width for line in shown), name
    for line in screen.query("TitleLine, Stepper, KeyLine, ChoiceLine"):
        for text in str(line.render()).splitlines():
            assert cell_len(text.rstrip()) <= line.content_size.width, (name, text)
    for block in screen.query(Plain):
        needed = block.get_content_height(screen.size, screen.size, block.content_size.width)
        assert needed <= block.content_size.height, (name, str(block.render()))
    for scrolling in screen.query("#body, #facts, Choices"):
        if scrolling.max_scroll_y:
            assert scrolling.id == "body", (name, scrolling)
            assert pgettext("key", "PgDn") in said(walker), f"{name} scrolls and does not say how"
