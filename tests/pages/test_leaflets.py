"""Texts laid beside photos, for whoever finds them later, in every language."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from wizard.language.catalogs import available, language, speaking
from wizard.pages.leaflets import backup_leaflets, review_folder_leaflets, review_folder_name
from wizard.pages.letter import letter
from wizard.safekeeping.names import portable

LEAFLETS = pytest.mark.parametrize("leaflets", [backup_leaflets, review_folder_leaflets])


@LEAFLETS
def test_there_is_one_in_every_language_and_each_says_it_in_its_own_words(
    leaflets: Callable[[], dict[str, str]],
) -> None:
    written = leaflets()
    assert list(written) == [f"README.{code}.txt" for code in available()]
    assert len(set(written.values())) == len(written)
    assert all(text.endswith("\n") and len(text.splitlines()) > 5 for text in written.values())


@LEAFLETS
@pytest.mark.parametrize("code", available())
def test_they_do_not_depend_on_the_language_in_use(
    leaflets: Callable[[], dict[str, str]], code: str
) -> None:
    usual = leaflets()
    with speaking(code):
        assert leaflets() == usual
        assert language() == code


def test_commands_and_files_keep_their_names_in_every_language() -> None:
    for text in review_folder_leaflets().values():
        assert "before-you-delete put-back" in text and "--all" in text
        for name in ("list.csv", "photo_folder", "in_review_folder", "journal.jsonl"):
            assert name in text
    for text in backup_leaflets().values():
        assert "before-you-delete check" in text
        assert "sha256sum -c manifest-sha256.txt" in text and "inventory.csv" in text


@LEAFLETS
def test_a_leaflet_fits_a_small_window(leaflets: Callable[[], dict[str, str]]) -> None:
    assert max(len(line) for text in leaflets().values() for line in text.splitlines()) <= 80


@pytest.mark.parametrize("code", available())
def test_the_review_folder_has_a_name_that_every_drive_can_hold(code: str) -> None:
    with speaking(code):
        name = review_folder_name()
    assert name and portable(name) == name and "/" not in name


def test_the_review_folder_is_named_in_the_learners_language() -> None:
    names = set()
    for code in ("en", "es", "ko"):
        with speaking(code):
            names.add(review_folder_name())
    assert len(names) == 3


def test_the_letter_has_the_same_gaps_in_every_language() -> None:
    letters = {}
    for code in ("en", "es", "ko"):
        with speaking(code):
            letters[code] = letter()
    assert len(set(letters.values())) == 3
    assert {len(re.findall(r"\[[^\[\]]+\]", text)) for text in letters.values()} == {5}
