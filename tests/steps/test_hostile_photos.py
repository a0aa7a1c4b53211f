"""Names and pictures meant to do harm go the whole way: no crash, nothing steers the terminal, all come back."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.making import file, photo, snapshot
from tests.photos.test_picture import png_that_claims
from tests.steps.photos_of_ones_own import drive
from tests.steps.walking import (
    Walker,
    both_drawn,
    press,
    said,
    until,
    until_read,
    until_said,
    wizard,
)
from wizard.safekeeping.drives import Separation

NAMES = [
    "a.jpg",
    "trip [1/x].jpg",
    "[@click=app.quit]x.jpg",
    "\u202egpj.exe.jpg",
    "line\nbreak\rhere.jpg",
    "\x1b[31mred\x1b]0;title\x07.jpg",
    "가" * 80 + ".jpg",
    "각" * 60 + "/" + "각" * 60 + "/" + "각" * 80 + ".jpg",
    "\udccaf\udce9.jpg",
    "-rf {n} %s 100%.jpg",
]
"""One picture under each: a group of exact copies."""


def lay(photos: Path) -> None:
    for name in NAMES:
        photo(photos / name, 1)
    file(photos / "bomb.png", png_that_claims(65_000, 65_000))
    file(photos / "empty\u2066.jpg", b"")
    file(photos / "page[/].jpg", "<html>")
    (photos / "link.jpg").symlink_to("/dev/zero")
    os.mkfifo(photos / "pipe.jpg")


def nothing_steers(walker: Walker) -> None:
    """Every letter on the screen is one that can be printed."""
    assert [letter for letter in said(walker) if letter != "\n" and not letter.isprintable()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
async def test_hostile_names_and_pictures_go_the_whole_way(tmp_path: Path) -> None:
    photos, stick = tmp_path / "photos", drive(tmp_path, Separation.ANOTHER)
    lay(photos)
    before = snapshot(photos)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        for words, *keys in (
            ("This is what we found.", "1"),
            ("Choose the drive for your backup.", "1"),
            ("13 of 13 files checked.", "1"),
            ("10 photos compared.", "1"),
            ("Make the review folder and go on", "1"),
        ):
            await until_said(walker, words)
            nothing_steers(walker)
            await press(walker, *keys)
        await both_drawn(walker)
        nothing_steers(walker)
        await press(walker, "2", "0", "4")
        await until_said(walker, "Move 9 photos")
        nothing_steers(walker)
        await press(walker, "1")
        await until_said(walker, "This is your receipt.")
        await until_read(walker, "9 files are set aside")
        nothing_steers(walker)
        await press(walker, "2")
        await until_said(walker, "Put nothing back")
        nothing_steers(walker)
        await press(walker, "2")
        await until(walker, lambda: snapshot(photos) == before)
        nothing_steers(walker)
    assert {path.name for path in tmp_path.iterdir()} == {
        "photos",
        "stick",
        "home",
        "Review folder",
    }
