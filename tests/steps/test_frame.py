"""What every screen has: room, its language, the lesson, the list behind 0, and a place that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.language.pseudo import latin_words, pseudo_language
from tests.steps.every_screen import (
    every_key_is_named,
    every_screen,
    keys_are_few_and_no_key_means_two_things,
    nothing_is_cut,
    on_the_first_screen,
)
from tests.steps.photos_of_ones_own import drive, family_photos
from tests.steps.walking import (
    at,
    lines,
    press,
    said,
    step,
    until,
    until_said,
    wizard,
)
from wizard.journey import StepName
from wizard.language.catalogs import _, speaking
from wizard.language.welcome import try_letters
from wizard.safekeeping.drives import Separation
from wizard.steps.everything import Everything
from wizard.steps.lesson_panel import LessonPanel
from wizard.steps.too_small import TooSmall

SIZES = [(80, 24), (100, 30), (120, 40)]
LANGUAGES = ["en", "es", "ko"]
NAMES = {
    *("Pictures", "photos", "IMG", "copy", "small", "jpg", "STICK", "stick", "KB", "MB", "GB"),
    *("Before", "You", "Delete"),  # the folder on the backup drive
    *("Esc", "Enter", "English", "Espa", "ol"),
}
"""Latin letters that no translation changes: names of files, drives, units, keys and languages."""
ENGLISH_UNTIL_TRANSLATED = {"language", "already lost 2", "already lost 3"}
"""The first question is asked in the kit's own languages at once; the services' notes are data."""


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(SIZES[0], id="80x24"),
        pytest.param(SIZES[-1], id="120x40", marks=pytest.mark.full),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_fits_in_every_language(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    """Larger ones are walked, every day too, in the language that needs more room than any of them."""
    seen = []
    async with on_the_first_screen(tmp_path, language, size) as walker:
        async for name in every_screen(walker):
            seen.append(name)
            nothing_is_cut(walker, name)
            keys_are_few_and_no_key_means_two_things(walker, name)
            every_key_is_named(walker, name)
    assert len(seen) == 26


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "100x30", "120x40"])
async def test_nothing_is_forgotten_or_cut_in_a_language_that_needs_more_room(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    seen = []
    with pseudo_language(tmp_path) as code:
        async with on_the_first_screen(tmp_path, code, size) as walker:
            async for name in every_screen(walker):
                seen.append(name)
                nothing_is_cut(walker, name)
                keys_are_few_and_no_key_means_two_things(walker, name)
                if name not in ENGLISH_UNTIL_TRANSLATED:
                    given = " ".join([str(tmp_path), str(Path.home()), *NAMES])  # cut anywhere
                    words = set(latin_words(said(walker))) - NAMES
                    assert [word for word in words if word not in given] == [], name
    assert len(seen) == 26


async def test_the_first_screen_tries_the_letters_and_says_what_to_do_in_every_language(
    tmp_path: Path,
) -> None:
    async with wizard(tmp_path) as walker:
        for code in LANGUAGES:
            with speaking(code):
                letters, what_to_do = try_letters().split(": ")
            assert letters == "가나다 ñ á"
            assert what_to_do in said(walker)


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
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        assert lines(walker)[0].startswith(" PRACTICE PHOTOS")
        assert "+- PRACTICE PHOTOS -" in said(walker)
