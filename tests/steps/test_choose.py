"""Choosing a folder: what is found, what is left alone and why, and folders that cannot be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.making import file
from tests.steps.photos_of_ones_own import family_photos
from tests.steps.walking import at, lines, press, said, step, until, until_said, wizard
from wizard.journey import StepName
from wizard.steps.lesson_panel import LessonPanel


async def test_counts_photos_and_other_files_and_names_what_is_left_alone(tmp_path: Path) -> None:
    photos = family_photos(tmp_path)
    file(photos / "film.mp4", b"x" * 5_000_000)
    file(photos / "Photos Library.photoslibrary" / "originals" / "a.jpg", b"x" * 1000)
    (photos / "link.jpg").symlink_to(photos / "IMG_1.jpg")
    async with wizard(tmp_path / "home", folder=photos) as walker:
        await until_said(walker, "This is what we found.")
        assert "6 photos" in said(walker)
        assert "1 other file, 5.0 MB" in said(walker)
        assert "Photos Library.photoslibrary (1 file, 1 KB): belongs to a photo program" in said(
            walker
        )
        assert "1: is a link to another place" in said(walker)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: None, "There is no folder"),
        (lambda path: file(path), "is a file, not a folder."),
        (lambda path: path.mkdir(), "There are no photos in"),
    ],
)
async def test_a_folder_that_cannot_be_used_gets_a_sentence(
    tmp_path: Path, make: object, sentence: str
) -> None:
    photos = tmp_path / "my photos"
    assert callable(make)
    make(photos)
    async with wizard(tmp_path / "home", folder=photos) as walker:
        await until_said(walker, sentence)
        assert step(walker).step is StepName.CHOOSE


async def test_a_folder_with_nothing_but_a_photo_library_opens_the_lesson_about_it(
    tmp_path: Path,
) -> None:
    photos = tmp_path / "Pictures"
    file(photos / "Photos Library.photoslibrary" / "a.jpg")
    async with wizard(tmp_path / "home", folder=photos) as walker:
        await until(walker, lambda: isinstance(walker.app.screen, LessonPanel))
        await press(walker, "escape")
        assert "There are no photos in" in said(walker)


async def test_folders_are_walked_with_arrows_and_digits(tmp_path: Path) -> None:
    pictures = Path.home() / "Pictures"
    family = family_photos(pictures / "a family")
    (pictures / "trip [1").mkdir()
    async with wizard(tmp_path / "home") as walker:
        await press(walker, "1", "2", "1")
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "enter")
        assert " a family/" in said(walker)
        assert " trip [1/" in said(walker)
        await press(walker, "enter", "enter")
        assert str(family) in said(walker)
        await press(walker, "2")
        assert " photos/" in said(walker)
        await press(walker, "enter", "1")
        await until_said(walker, "6 photos")


async def test_hostile_names_are_shown_whole_and_harmless(tmp_path: Path) -> None:
    pictures = Path.home() / "Pictures"
    for name in (
        "[red]markup",
        "closing [/x]",
        "\x1b[31mred\x1b[0m",
        "\u202egnp.evil",
        "tab\there",
    ):
        (pictures / name).mkdir(parents=True)
    async with wizard(tmp_path / "home") as walker:
        await press(walker, "1", "2", "1")
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "enter")
        shown = said(walker)
        assert "[red]markup/" in shown
        assert "?[31mred?[0m/" in shown
        assert "?gnp.evil/" in shown
        assert "tab?here/" in shown
        assert not any(character in shown for character in "\x1b\u202e\t")


async def test_a_folder_that_cannot_be_written_is_look_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos = family_photos(tmp_path)
    allowed = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: Path(path) != photos and allowed(path, mode)
    )
    async with wizard(tmp_path / "home", folder=photos) as walker:
        await until_said(walker, "This is what we found.")
        assert "so you can look but not move" in "\n".join(lines(walker))


async def test_practice_never_leads_to_ones_own_photos(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "enter")
        await until_said(walker, "This is what we found.")
        await press(walker, "2")
        await until_said(walker, "Where are your photos? Choose a place.")
        assert "Up one folder" not in said(walker)
        assert walker.app.screen.query("Choices").first().option_count == 1  # type: ignore[attr-defined]
        await press(walker, "1")
        await until_said(walker, "This is what we found.")
