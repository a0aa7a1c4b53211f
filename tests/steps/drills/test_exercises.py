"""The exercises as a learner meets them: digits alone, in each language, and practice photos stay whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.theme import Theme

from tests.drawn_once import FEW
from tests.making import files_in
from tests.steps.photos_of_ones_own import family_photos
from tests.steps.test_colours import LEAST_CONTRAST, contrast, letters
from tests.steps.walking import (
    Walker,
    at,
    both_drawn,
    lines,
    press,
    said,
    state_of,
    to_inspect,
    until,
    until_said,
    wizard,
)
from wizard.journey import StepName
from wizard.language.catalogs import _, pgettext
from wizard.steps.drills.exercises import Exercises
from wizard.steps.finish import Finish
from wizard.teaching.drills.wording import DIALOGS
from wizard.widgets.choices import Choices
from wizard.widgets.frame import Plain
from wizard.widgets.photo_view import PhotoView
from wizard.widgets.theme import DARK, LIGHT


def fits(walker: Walker) -> None:
    """All of the screen is seen: no line is too long, no text is cut, nothing must be scrolled."""
    screen = walker.app.screen
    assert all(cell_len(line) <= screen.size.width for line in lines(walker))
    for line in screen.query("TitleLine, KeyLine"):
        assert cell_len(str(line.render()).rstrip()) <= line.content_size.width
    for block in screen.query(Plain):
        needed = block.get_content_height(screen.size, screen.size, block.content_size.width)
        assert needed <= block.content_size.height, str(block.render())
    assert not any(each.max_scroll_y for each in screen.query("#body, Choices")), said(walker)


async def to_exercises(walker: Walker) -> None:
    """By the list behind 0, from the step where they are looked at."""
    await press(walker, "0")
    names = [str(option.prompt) for option in walker.app.screen.query_one(Choices).options]
    wanted = _("Exercises with practice photos")
    await press(
        walker, *["down"] * next(i for i, name in enumerate(names) if wanted in name), "enter"
    )
    await until(walker, lambda: isinstance(walker.app.screen, Exercises))


async def make_the_mistake(walker: Walker, copy: Path, photos: int) -> None:
    """Nothing goes on a careful answer, all that the cleaner takes on the other; the backup brings it back."""
    await until_said(walker, _("You have a throw-away copy here. A bad cleaner asks:"))
    fits(walker)
    whole = files_in(copy)
    assert len(whole) == photos
    await press(walker, "2")
    assert files_in(copy) == whole
    await press(walker, "1")
    await until_said(walker, _("Get them back from the backup"))
    assert len(files_in(copy)) < photos
    fits(walker)
    await press(walker, "1")
    await until_said(walker, _("Once more"))
    assert files_in(copy) == whole
    fits(walker)
    await press(walker, "3")
    assert files_in(copy) == {}


async def guess_three_percents(walker: Walker) -> None:
    for guess in ("1", "2", "1"):
        fits(walker)
        await press(walker, guess)
        await until(walker, lambda: len(walker.app.screen.query(PhotoView)) == 2)
        fits(walker)
        await press(walker, "1")
    await until_said(walker, _("A percent is a reason to look. It is never a verdict."))
    fits(walker)


async def read_every_question(walker: Walker) -> None:
    """Each right answer says why; after the last one the way leads back."""
    for number, dialog in enumerate(DIALOGS, 1):
        fits(walker)
        await press(walker, str(int(dialog.means)))
        await until_said(walker, _("That is right."))
        await until_said(walker, dialog.why()[:30])
        fits(walker)
        await press(walker, "1" if number < len(DIALOGS) else "4")


@pytest.mark.parametrize("language", ["en", "es", "ko"])
async def test_every_exercise_from_end_to_end(tmp_path: Path, language: str) -> None:
    async with wizard(tmp_path, language, practice=True) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await to_inspect(walker)
        photos = tmp_path / "practice" / "photos"
        before = state_of(photos)
        await to_exercises(walker)
        fits(walker)

        await press(walker, "1")
        await until_said(walker, _("The cleaner"))
        fits(walker)
        await press(walker, "2", "2")
        await make_the_mistake(walker, tmp_path / "practice" / "throw-away copy", len(before))
        await press(walker, "3")
        await guess_three_percents(walker)
        await press(walker, "3", "4")
        await read_every_question(walker)
        await press(walker, "5")
        await until(walker, lambda: at(walker, StepName.INSPECT))
        assert state_of(photos) == before


async def test_what_was_set_aside_and_unique_is_named_and_goes_back(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        photos = tmp_path / "practice" / "photos"
        before = state_of(photos)
        await to_inspect(walker)
        while "IMG_2041.JPG" not in said(walker):
            await press(walker, "3")
            await both_drawn(walker)
        await press(walker, "right", "2", "0", "4")
        await until_said(walker, "Nothing is deleted.")
        await press(walker, "1")
        await until(walker, lambda: isinstance(walker.app.screen, Finish))
        await until_said(walker, "unique. See choice 6.")
        assert state_of(photos) != before
        await press(walker, "6", "1")
        await until_said(walker, "1 of them was the only one of its")
        assert "IMG_2042.JPG" in said(walker)
        await press(walker, "1")
        await until_said(walker, "1 file is back in its old place.")
        assert state_of(photos) == before
        assert "No moment is lost." in said(walker)
        await press(walker, "escape", "escape")
        await until(walker, lambda: at(walker, StepName.FINISH))


async def test_there_are_no_exercises_on_photos_of_ones_own(tmp_path: Path) -> None:
    async with wizard(tmp_path / "home", folder=family_photos(tmp_path)) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "0")
        assert "Exercises" not in said(walker)


def test_the_bad_cleaners_words_are_marked_as_such() -> None:
    assert pgettext("bad cleaner", "Later") == "Later"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
async def test_the_frame_of_a_question_is_seen_in_both_themes(tmp_path: Path, theme: Theme) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await to_inspect(walker)
        walker.app.theme = theme.name
        await to_exercises(walker)
        await press(walker, "4")
        frames = [each for each in letters(walker) if set(each.text) <= set("+-")]
        assert frames
        assert min(map(contrast, frames)) >= LEAST_CONTRAST
