"""While a photo is read a word stands in its place and every key works; the next group is read before it is asked for."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PIL import Image

from tests.making import scene
from tests.steps.walking import Walker, both_drawn, press, said, to_inspect_only, until, wizard
from wizard.photos.close_up import read_overview
from wizard.steps.inspect import picture_shelf
from wizard.widgets.compare import Compare


class Decoder:
    """Decodes, but only once it may."""

    def __init__(self) -> None:
        self.may = Event()
        self.asked: list[str] = []

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_problem: object) -> None:
        self.may.set()  # the program's end waits for its threads, also where a test fails

    def __call__(self, source: Path, longest_side: int) -> Image.Image:
        self.asked.append(source.name)
        self.may.wait()
        return read_overview(source, longest_side)


@pytest.fixture
def decoder(monkeypatch: pytest.MonkeyPatch) -> Decoder:
    """In the place of the shelf's own."""
    slow = Decoder()
    monkeypatch.setattr(picture_shelf, "read_overview", slow)
    return slow


def three_groups(folder: Path) -> Path:
    return groups_of(folder, 2, 2, 2)


def groups_of(folder: Path, *counts: int) -> Path:
    """Groups of so many photos; the name of each begins with the number of its group."""
    folder.mkdir()
    for group, count in enumerate(counts):
        for number in range(count):
            picture = scene(group, (640, 480))
            picture.save(folder / f"{group}{number}.jpg", quality=95 - 5 * number)
    return folder


def word_stands(walker: Walker) -> bool:
    return said(walker).count("Opening the photo ...") == 2


async def test_a_word_stands_in_the_place_of_what_takes_long_to_decode(
    tmp_path: Path, decoder: Decoder
) -> None:
    photos = three_groups(tmp_path / "photos")
    async with wizard(tmp_path / "home", folder=photos, size=(100, 30)) as walker:
        with decoder:
            await to_inspect_only(walker)
            await until(walker, lambda: word_stands(walker))
            assert "Group 1 of 3" in said(walker)
            await press(walker, "enter")
            assert "Group 2 of 3" in said(walker)
            assert word_stands(walker)
            decoder.may.set()
            await both_drawn(walker)
            assert not word_stands(walker)


async def test_groups_that_were_hurried_past_are_not_decoded(
    tmp_path: Path, decoder: Decoder
) -> None:
    photos = three_groups(tmp_path / "photos")
    async with wizard(tmp_path / "home", folder=photos, size=(100, 30)) as walker:
        with decoder:
            await to_inspect_only(walker)
            await until(walker, lambda: bool(decoder.asked))
            first = decoder.asked[0]
            await press(walker, "enter", "enter")
            assert "Group 3 of 3" in said(walker)
            decoder.may.set()
            await both_drawn(walker)
            shown = {
                name for name in (path.name for path in photos.iterdir()) if name in said(walker)
            }
            assert decoder.asked[0] == first
            assert set(decoder.asked[1:]) == shown


async def test_the_next_group_is_there_before_it_is_asked_for(
    tmp_path: Path, decoder: Decoder
) -> None:
    photos = three_groups(tmp_path / "photos")
    decoder.may.set()
    async with wizard(tmp_path / "home", folder=photos, size=(100, 30)) as walker:
        with decoder:
            await to_inspect_only(walker)
            await both_drawn(walker)
            await until(walker, lambda: all(each.is_finished for each in walker.app.workers))
            decoder.may.clear()
            await press(walker, "enter")
            assert "Group 2 of 3" in said(walker)
            assert walker.app.screen.query_one(Compare).both_are_seen
            assert not word_stands(walker)


async def test_the_next_group_comes_right_after_the_two_on_the_screen(
    tmp_path: Path, decoder: Decoder
) -> None:
    photos = groups_of(tmp_path / "photos", 6, 6)
    decoder.may.set()
    async with wizard(tmp_path / "home", folder=photos, size=(100, 30)) as walker:
        with decoder:
            await to_inspect_only(walker)
            await both_drawn(walker)
            await until(walker, lambda: all(each.is_finished for each in walker.app.workers))
            this, following = ("0", "1") if "00.jpg" in said(walker) else ("1", "0")
            of_group = "".join(name[0] for name in decoder.asked)
            assert of_group == 2 * this + 2 * following + 4 * this
