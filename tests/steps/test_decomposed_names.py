"""Names as a Mac writes them, each Hangul syllable in its letters: through the whole wizard, and back byte for byte."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import bagit
import pytest

from tests.making import scene
from tests.steps.photos_of_ones_own import drive
from tests.steps.walking import (
    Walker,
    both_drawn,
    drawn,
    press,
    said,
    state_of,
    until,
    until_said,
    wizard,
)
from wizard.language.catalogs import _, pgettext
from wizard.safekeeping.drives import Separation
from wizard.steps.finish import Finish

FOLDERS = ("가족 여행", "나들이", "할머니 생신", "Álbum")
"""In the order in which a Korean looks them up."""
COPIES = ("겨울 바다.jpg", "눈사람.jpg", "함께 찍은 사진.jpg")
TWIN = unicodedata.normalize("NFD", FOLDERS[0]) + "/첫날.jpg"
"""Composed, beside a decomposed file that a Mac would take for the same."""


def as_a_mac(name: str) -> str:
    return unicodedata.normalize("NFD", name)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Three equal photos and three others; all names are decomposed, and one has a composed twin beside it."""
    folder = tmp_path / as_a_mac("사진")
    for number, name in enumerate(reversed(FOLDERS)):
        (folder / as_a_mac(name)).mkdir(parents=True)
        scene(number + 2).save(folder / as_a_mac(name) / as_a_mac("첫날.jpg"), quality=92)
    for name in reversed(COPIES):
        scene(1).save(folder / as_a_mac(FOLDERS[0]) / as_a_mac(name), quality=92)
    twin = folder / TWIN
    scene(9).save(twin, quality=92)
    assert twin.read_bytes() != twin.with_name(as_a_mac(twin.name)).read_bytes(), "needs both"
    return folder


async def test_they_are_shown_whole_backed_up_moved_and_put_back_byte_for_byte(
    tmp_path: Path, photos: Path
) -> None:
    before, names = state_of(photos), raw_names(photos)
    stick = drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", "ko", folder=photos, drives=[stick]) as walker:
        await until_said(walker, _("This is what we found."))
        await press(walker, "1", "1")
        await until_said(walker, _("A test: this photo was just read from the backup drive."))
        await press(walker, "1")
        await until_said(walker, _("Look-alikes are not always copies. Look before you decide."))
        await press(walker, "1", "1")
        await both_drawn(walker)
        assert COPIES[0] in said(walker) and COPIES[1] in said(walker)
        await press(walker, "2", "0", "4")
        await until_said(walker, _("Nothing is deleted."))
        whole(walker)
        await press(walker, "1")
        await until(walker, lambda: isinstance(walker.app.screen, Finish))
        whole(walker)
        assert set(names) - set(raw_names(photos)) == moved(COPIES[1:])
        assert {name.rpartition(b"/")[2] for name in raw_names(review(tmp_path))} >= {
            os.fsencode(as_a_mac(name)) for name in COPIES[1:]
        }
        await press(walker, "2")
        await until_said(walker, COPIES[2])
        listed = said(walker)
        assert listed.index(COPIES[1]) < listed.index(COPIES[2])
        whole(walker)
        await press(walker, "2")
        await until(walker, lambda: state_of(photos) == before)
    assert raw_names(photos) == names
    bag = next(stick.path.rglob("bagit.txt")).parent
    assert bagit.Bag(str(bag)).validate()
    kept = raw_names(bag / "data")
    assert len(kept) == len(names)
    assert set(names) - set(kept) == {os.fsencode(TWIN)}, "it has a name of its own on the drive"
    inventory = (bag / "inventory.csv").read_bytes()
    assert all(name in inventory for name in names)


async def test_folders_stand_in_the_order_of_the_language(tmp_path: Path, photos: Path) -> None:
    pictures = Path.home() / "Pictures"
    pictures.rmdir()
    photos.rename(pictures)
    async with wizard(tmp_path / "home", "ko") as walker:
        await press(walker, "3", "2", "1", "enter")
        await until_said(walker, FOLDERS[0])
        shown = said(walker)
        assert sorted(FOLDERS, key=shown.index) == list(FOLDERS)
        whole(walker)


def whole(walker: Walker) -> None:
    """No syllable is in parts on the screen."""
    text = "".join(drawn(walker))
    assert unicodedata.normalize("NFC", text) == text


def raw_names(folder: Path) -> list[bytes]:
    """Every file below, by the bytes of its relative path."""
    return sorted(
        os.fsencode(path.relative_to(folder).as_posix())
        for path in folder.rglob("*")
        if path.is_file()
    )


def moved(names: tuple[str, ...]) -> set[bytes]:
    return {os.fsencode(as_a_mac(f"{FOLDERS[0]}/{name}")) for name in names}


def review(tmp_path: Path) -> Path:
    return next(tmp_path.rglob(pgettext("folder name", "Review folder")))
