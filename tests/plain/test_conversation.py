"""Lines out, numbers in: what is not an answer is asked again, and the end of the answers is the end."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.plain.talking import talk
from wizard.language.catalogs import _, speaking
from wizard.plain.conversation import FIRST_IN_LIST, Conversation, NoMoreAnswers
from wizard.plain.lessons import lesson_lines
from wizard.teaching.lessons import lesson_ids


def conversation(typed: str) -> tuple[Conversation, io.StringIO]:
    said = io.StringIO()
    return Conversation(io.StringIO(typed), said), said


def test_what_is_not_an_answer_is_asked_again() -> None:
    talk_, said = conversation("9\nyes\n-1\n\n2\n")
    with speaking("en"):
        assert talk_.choose([(1, "One"), (2, "Two")]) == 2
    assert said.getvalue().count("Please type one of these numbers: 1 and 2.") == 3
    assert said.getvalue().count("1. One") == 2, "an empty line repeats the question"


def test_digits_of_a_korean_keyboard_count_too() -> None:
    assert conversation("２\n")[0].choose([(1, "One"), (2, "Two")]) == 2


def test_the_end_of_the_answers_is_told_apart_from_an_empty_one() -> None:
    with pytest.raises(NoMoreAnswers):
        conversation("\n\n")[0].choose([(1, "One")])


def test_a_long_list_is_read_in_parts_and_its_numbers_stay() -> None:
    talk_, said = conversation("10\n10\n60\n")
    entries = [f"entry {number}" for number in range(50)]
    with speaking("en"):
        assert talk_.choose_from([(1, "One"), (0, "All")], entries) == 60
    assert said.getvalue().count("Read on: the next lines") == 2
    assert all(f"{FIRST_IN_LIST + n}. entry {n}\n" in said.getvalue() for n in range(50))


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_a_lesson_is_read_without_the_marks_of_its_form(code: str) -> None:
    for lesson_id in lesson_ids():
        text = lesson_lines_in(code, lesson_id)
        assert "](" not in text and "**" not in text and "|--" not in text
        assert "\n#" not in text and "{#" not in text and "<!--" not in text


def test_behind_0_is_what_can_always_be_done(tmp_path: Path) -> None:
    lesson, language, korean, stop = "1", "4", "3", "5"
    said = talk(tmp_path, "1", "0", lesson, "0", language, korean, "0", stop)
    first = lesson_lines_in("en", "00-welcome")
    assert first in said
    with speaking("ko"):
        assert said.count(_("What would you like to do today?")) == 1
        assert said.endswith(_("Until next time. Your photos are where you left them.") + "\n")


def lesson_lines_in(code: str, lesson_id: str) -> str:
    with speaking(code):
        return "\n".join(lesson_lines(lesson_id))
