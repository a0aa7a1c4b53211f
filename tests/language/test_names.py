"""Names may be anything a drive holds; what reaches the screen steers nothing and fits its room."""

from __future__ import annotations

import os
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from wizard.language.catalogs import speaking
from wizard.language.names import UNSHOWN, reading_order, shorten, show_name

HOSTILE = [
    "\x1b[2Jgone.jpg",
    "\x1b]0;title\x07.jpg",
    "\x9b31m.jpg",
    "line\nbreak\rand\ttab.jpg",
    "\u202egpj.exe",
    "\u2066isolated\u2069.jpg",
    "no\u200bwidth\ufeff.jpg",
    "para\u2029graph\u2028.jpg",
    "\udce9t\udce9.jpg",
    "private\ue000.jpg",
    "delete\x7f.jpg",
]
ANY_NAME = st.text(st.characters(codec=None), max_size=80)
WIDE = st.text(st.sampled_from("가나다라a b/1é漢字ㅎ"), max_size=60)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_could_steer_a_terminal_is_a_question_mark(name: str) -> None:
    shown = show_name(name)
    assert "?" in shown
    assert len(shown) == len(name)
    assert shown.isprintable()


@given(ANY_NAME)
def test_whatever_a_name_holds_it_is_safe_to_show(name: str) -> None:
    shown = show_name(name)
    left = {letter for letter in shown if unicodedata.category(letter) in UNSHOWN}
    assert left <= {"\u200d", "\u200c"}
    shown.encode("utf-8")


@given(st.binary(max_size=60))
def test_whatever_bytes_a_drive_calls_a_file_they_are_safe_to_show(name: bytes) -> None:
    show_name(os.fsdecode(name)).encode("utf-8")


@pytest.mark.parametrize("name", ["여름 바다.jpg", "cañón.jpg", "Zoë/été.heic"])
def test_a_name_from_a_mac_is_shown_composed(name: str) -> None:
    assert show_name(unicodedata.normalize("NFD", name)) == name


def test_ordinary_names_are_shown_as_they_are() -> None:
    for name in ("IMG_0001.JPG", "가족 사진 (2).jpg", "niña & papá.png", "50% [x] {y}.jpg"):
        assert show_name(name) == name


@given(st.one_of(ANY_NAME, WIDE), st.integers(0, 70))
@example("가나다라마바사아자차카타파하.jpg", 10)
@example("가" * 40, 4)
@example("👨‍👩‍👧‍👦" * 20, 9)
def test_a_shortened_name_is_never_wider_than_its_room(name: str, cells: int) -> None:
    assert cell_len(shorten(name, cells)) <= cells


@given(WIDE, st.integers(20, 70))
def test_a_shortened_name_wastes_little_room(name: str, cells: int) -> None:
    if cell_len(show_name(name)) > cells:
        assert cell_len(shorten(name, cells)) >= cells - 2


def test_the_end_of_a_name_stays_because_it_says_what_it_is() -> None:
    shown = shorten("Holidays with the whole family at the sea/IMG_0001.JPG", 30)
    assert shown.startswith("Holidays") and "..." in shown and shown.endswith("IMG_0001.JPG")


def test_a_name_that_fits_is_not_cut() -> None:
    assert shorten("여름 바다.jpg", 14) == "여름 바다.jpg"


@pytest.mark.parametrize(
    ("code", "in_order"),
    [
        ("en", ["2 days", "10 days", "apple", "Árbol", "Banana", "사진"]),
        ("es", ["nube", "nuzco", "ñandú", "ñu", "obra", "Óscar", "otro"]),
        ("es", ["Mama", "Mamá", "mamá 2", "mamá 10"]),
        ("ko", ["3월", "12월", "가족", unicodedata.normalize("NFD", "나들이"), "하늘", "Album"]),
    ],
)
def test_names_stand_in_the_order_in_which_people_look_them_up(
    code: str, in_order: list[str]
) -> None:
    with speaking(code):
        backwards = in_order[::-1]
        assert sorted(backwards, key=reading_order) == in_order


@given(st.text(), st.text())
def test_two_names_never_stand_in_one_place(one: str, other: str) -> None:
    same = show_name(one) == show_name(other)
    assert (reading_order(one) == reading_order(other)) == same
