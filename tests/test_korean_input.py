"""While a Korean input method is on: every letter has its Hangul twin, and nothing that it sends does harm or is lost."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.screen import Screen

from tests.drawn_once import FEW, drawn_once
from tests.making import file
from tests.programs import need
from tests.steps.every_screen import every_screen, on_the_first_screen
from tests.steps.walking import both_drawn, lines, press, to_inspect, until, until_said, wizard
from tests.terminal import Terminal, terminal
from wizard import steps
from wizard.language.catalogs import _, speaking
from wizard.steps.hangul_keys import typed_with
from wizard.widgets.compare import Compare

TWO_SETS = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnm",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
        strict=True,
    )
)
"""Which Hangul letter is on which key, on the keyboards sold in Korea (KS X 5002)."""
NARROW, WIDE = "0123456789 ", "０１２３４５６７８９\u3000"
"""Digits and the space as a keyboard sends them, and as an input method in its full-width mode does."""
MEANS_NOTHING = "저기ㅜ"
"""Syllables and a letter on keys that no screen knows."""


def bindings() -> Iterator[tuple[str, Binding]]:
    """Every key of every screen, with the screen's name."""
    for module in pkgutil.walk_packages(steps.__path__, "wizard.steps."):
        for name, screen in vars(importlib.import_module(module.name)).items():
            if isinstance(screen, type) and issubclass(screen, Screen):
                yield from ((name, each) for each in screen.BINDINGS if isinstance(each, Binding))


def test_every_letter_has_its_hangul_twin() -> None:
    letters = 0
    for screen, binding in bindings():
        keys = binding.key.split(",")
        for key in set(keys) & set(TWO_SETS):
            letters += 1
            assert TWO_SETS[key] in keys, f"{screen}: {key}"
    assert letters >= 7


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("유", "ㅇㅠ"),
        ("카", "ㅋㅏ"),
        ("값", "ㄱㅏㅂㅅ"),
        ("ㄻ", "ㄹㅁ"),
        ("ㅋ", ""),
        ("a", ""),
        ("1", ""),
        ("漢", ""),
        ("１", "1"),
        ("ｆ", "f"),
    ],
)
def test_what_is_sent_is_the_keys_that_were_pressed_for_it(sent: str, keys: str) -> None:
    assert typed_with(sent) == list(keys)


def test_a_wide_space_is_the_space_key() -> None:
    assert typed_with("\u3000") == ["space"]


async def test_a_twin_does_what_its_letter_does(tmp_path: Path) -> None:
    async with wizard(tmp_path, "ko", practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await press(walker, "enter")
        await both_drawn(walker)
        whole = lines(walker)
        for letters, twins in (
            ("f", "ㄹ"),
            ("d", "ㅇ"),
            ("a", "ㅁ"),
            ("zz", "ㅋㅋ"),
            ("zzx", "ㅋㅋㅌ"),
        ):
            seen = []
            for keys in (letters, twins):
                await press(walker, *keys)
                await until(walker, lambda: walker.app.screen.query_one(Compare).drawn)
                seen.append(lines(walker))
                await press(walker, "escape")
                await until(walker, lambda: lines(walker) == whole)
            assert seen[0] == seen[1] != whole


async def test_letters_inside_a_syllable_are_heard(tmp_path: Path) -> None:
    async with wizard(tmp_path, "ko", practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await press(walker, "카", "켜")
        await until_said(walker, larger(4))


async def test_what_means_nothing_changes_no_screen(tmp_path: Path) -> None:
    seen = 0
    async with on_the_first_screen(tmp_path, "ko", (80, 24)) as walker:
        async for name in every_screen(walker):
            before = lines(walker)
            await press(walker, *MEANS_NOTHING)
            assert lines(walker) == before, name
            seen += 1
    assert seen == 26


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Terminal]:
    """The practice in Korean in a real terminal; what would open beside it opens nothing."""
    need("tmux", "tmux")
    opener = file(tmp_path / "bin" / "xdg-open", "#!/bin/sh\n")
    opener.chmod(0o755)
    path = os.pathsep.join([str(opener.parent), os.environ["PATH"]])
    words = ["practice", str(tmp_path / "room"), "--lang", "ko"]
    kit = str(drawn_once().parent)
    there = terminal(words, tmp_path, PATH=path, DISPLAY=":0", BEFORE_YOU_DELETE_KIT=kit)
    with speaking("ko"), there as screen:
        yield screen


@pytest.mark.parametrize("digits", [NARROW, WIDE])
def test_the_whole_way_with_the_input_method_on(shown: Terminal, digits: str) -> None:
    as_sent = str.maketrans(NARROW, digits)

    def answer(question: str, *keys: str) -> None:
        """The input method commits what was begun together with the digit that ends it."""
        shown.wait_for(question)
        for key in keys:
            shown.type(MEANS_NOTHING + key.translate(as_sent))

    shown.wait_for(_("Where are your photos? Choose a place."))
    shown.type(MEANS_NOTHING)
    shown.press("Enter")
    answer(_("This is what we found."), "1")
    answer(_("Choose the drive for your backup. A separate drive is best."), "1")
    answer(_("A test: this photo was just read from the backup drive."), "1")
    answer(_("Look-alikes are not always copies. Look before you decide."), "1")
    answer(_("Nothing is deleted."), "1")
    answer("IMG_1987.JPG", "ㅋ")
    answer(larger(2), "ㅋㅋ")
    answer(larger(8), "ㅌ")
    answer(larger(4), "ㅌㅌ", "ㅁ")
    answer(_("The arrows mark a photo. Esc shows two side by side."), "ㅁ", "ㅇㅇ", "ㄹㄹㄹ", "ㅠ")
    answer(_("The compare page is open in the browser. Decide here."), "ㅍ")
    answer(_("Copies of both photos are open in this computer's viewer. Decide here."), "2")
    answer(_("- will be set aside"), "0")
    answer(_("What would you like to do?"), "4")
    answer(_("Nothing is deleted."), "1")
    answer(_("This is your receipt."), "2")
    answer("[ ] ", " ")
    answer("[x] ", "3")
    answer(_("This is your receipt."), "4")
    shown.wait_for("THE END 0")


def larger(times: int) -> str:
    """What stands below two photos that are seen closely, as far as it fits any line."""
    return _("{n} times larger, both photos at the same spot. The arrows move.").format(n=times)
