"""Where two pictures differ is said in one sentence, in every language."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from wizard.language.areas import differs_line, place
from wizard.language.catalogs import available, speaking

ALL = pytest.mark.parametrize("code", available())


@dataclass(frozen=True)
class Area:
    left: float
    top: float
    right: float
    bottom: float


MIDDLE = Area(0.45, 0.4, 0.55, 0.6)
LOWER_LEFT = Area(0.0, 0.8, 0.2, 1.0)
NINE = [
    Area(x / 3 + 0.1, y / 3 + 0.1, x / 3 + 0.2, y / 3 + 0.2) for y in range(3) for x in range(3)
]


def test_each_ninth_of_a_picture_has_its_name() -> None:
    assert [place(area) for area in NINE] == [
        *("upper left", "at the top", "upper right"),
        *("at the left", "in the middle", "at the right"),
        *("lower left", "at the bottom", "lower right"),
    ]


def test_places_are_told_in_a_sentence_each_once() -> None:
    assert differs_line([LOWER_LEFT, LOWER_LEFT]) == "They differ here: lower left."
    assert differs_line([LOWER_LEFT, MIDDLE]) == "They differ here: lower left and in the middle."


def test_that_nothing_was_found_is_no_promise() -> None:
    assert "Look for yourself" in differs_line([])


def test_too_many_places_are_not_listed() -> None:
    assert differs_line(NINE) == "They differ in many places."
    assert differs_line([Area(0, 0, 1, 0.9), MIDDLE]) == "They differ almost everywhere."


def test_an_area_at_the_very_edge_has_a_name_too() -> None:
    assert place(Area(1.0, 1.0, 1.0, 1.0)) == "lower right"
    assert place(Area(-0.1, -0.1, 0.0, 0.0)) == "upper left"


@ALL
def test_every_language_names_the_nine_places_apart(code: str) -> None:
    with speaking(code):
        assert len({place(area) for area in NINE}) == 9
        assert differs_line([MIDDLE]).count(place(MIDDLE)) == 1


def test_the_three_languages_have_words_of_their_own() -> None:
    said = set()
    for code in ("en", "es", "ko"):
        with speaking(code):
            said.add(differs_line([LOWER_LEFT]))
    assert len(said) == 3
