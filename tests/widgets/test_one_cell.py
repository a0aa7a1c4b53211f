"""In a terminal that draws signs of ambiguous width two cells wide, none is drawn, and no line changes its length."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from rich.cells import cell_len
from textual import events

from tests.language.catalog_files import texts
from tests.making import scene
from tests.steps.every_screen import every_screen, on_the_first_screen
from tests.steps.walking import Walker, drawn, said, until_said
from wizard.language.catalogs import available
from wizard.widgets.cells import Cell
from wizard.widgets.one_cell import drawn_two_cells_wide, in_one_cell_each
from wizard.widgets.quadrants import quadrants

WIDE, NARROW = events.CursorPosition(2, 1), events.CursorPosition(1, 1)
SHOWN = st.text(st.sampled_from("abc 가나다áéíóúüñ¿¡«»“”‘’…·─│▀█▌▟°×½αЖ"), max_size=40)


def ambiguous(text: str) -> set[str]:
    """Signs of which Unicode does not say whether they are one cell wide or two."""
    return {
        letter
        for letter in text
        if unicodedata.east_asian_width(letter) == "A" and not unicodedata.combining(letter)
    }


@given(SHOWN)
def test_nothing_of_ambiguous_width_is_left_and_the_line_is_as_long_as_before(text: str) -> None:
    drawn = in_one_cell_each(text)
    assert ambiguous(drawn) == set()
    assert cell_len(drawn) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Atrás, la próxima vez", "Atrás, la próxima vez"),
        ("¿Qué sigue? ¡Ya!", "Qué sigue? Ya!  "),
        ("‘검토 폴더’", "'검토 폴더'"),
        ("“Pictures” … ─│ ┌", '"Pictures" . -| +'),
        ("niña, 한국어, plain", "niña, 한국어, plain"),
    ],
)
def test_a_reader_still_reads_the_same(text: str, drawn: str) -> None:
    assert unicodedata.normalize("NFC", in_one_cell_each(text)) == drawn


@pytest.mark.parametrize("code", available())
def test_no_text_of_ours_has_a_sign_that_nobody_would_recognise(code: str) -> None:
    told = [text.text for text in texts(code)]
    assert [text for text in told if in_one_cell_each(text).count("?") > text.count("?")] == []


def test_the_answer_is_told_from_other_answers_and_keys() -> None:
    assert drawn_two_cells_wide(WIDE) is True
    assert drawn_two_cells_wide(NARROW) is False
    assert drawn_two_cells_wide(events.CursorPosition(1, 0)) is None, "Shift and F3"
    assert drawn_two_cells_wide(events.CursorPosition(40, 1)) is None


def test_a_picture_is_drawn_with_blocks_of_sure_width_and_still_resembles() -> None:
    dots = scene(1).convert("RGB").resize((38 * 2, 13 * 2))
    every, sure = quadrants(dots), quadrants(dots, one_cell=True)
    assert ambiguous("".join(cell.block for row in sure for cell in row)) == set()
    assert ambiguous("".join(cell.block for row in every for cell in row))
    assert distance(dots, sure) < 1.5 * distance(dots, every) + 1


def test_a_left_half_is_a_right_half_with_its_colours_changed_over() -> None:
    left_half = Image.new("RGB", (2, 2), "#102030")
    left_half.paste("#f0e0d0", (0, 0, 1, 2))
    assert quadrants(left_half, one_cell=True) == [[Cell("▐", (16, 32, 48), (240, 224, 208))]]


def distance(dots: Image.Image, cells: list[list[Cell]]) -> float:
    """How far the cells' mean colours are from the picture's, on average, of 255."""
    means = np.asarray(dots.resize((dots.width // 2, dots.height // 2), Image.Resampling.BOX))
    drawn = np.array([[mean_of(cell) for cell in row] for row in cells])
    return float(np.abs(means - drawn).mean())


def mean_of(cell: Cell) -> list[float]:
    part = {" ": 0, "▐": 2, "▌": 2, "▀": 2, "▞": 2, "▛": 3}.get(cell.block, 1) / 4
    pairs = zip(cell.foreground, cell.background, strict=True)
    return [fore * part + back * (1 - part) for fore, back in pairs]


@pytest.mark.parametrize("code", ["es", "ko"])
async def test_no_screen_has_a_sign_of_ambiguous_width_there(tmp_path: Path, code: str) -> None:
    seen = 0
    async with on_the_first_screen(tmp_path, code, (80, 24)) as walker:
        assert ambiguous("".join(drawn(walker)))
        walker.app.post_message(WIDE)
        await until_said(walker, "--plain")
        async for name in every_screen(walker):
            seen += 1
            assert ambiguous("".join(drawn(walker))) == set(), name
    assert seen == 26


async def test_a_terminal_that_answers_as_most_do_changes_nothing(tmp_path: Path) -> None:
    async with on_the_first_screen(tmp_path, "es", (80, 24)) as walker:
        before = said(walker)
        walker.app.post_message(NARROW)
        await turns(walker)
        assert said(walker) == before


async def turns(walker: Walker) -> None:
    for _turn in range(5):
        await walker.pause()
