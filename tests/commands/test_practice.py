"""`practice` on the command line: from the beginning, or from a step that the program prepared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import call
from tests.drawn_once import FEW
from tests.plain.test_whole_way import through_a_pipe
from wizard.journey import StepName
from wizard.language.catalogs import speaking
from wizard.language.step_names import place, prepared_words


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_it_begins_at_the_step_that_was_wished(tmp_path: Path, code: str) -> None:
    words = ("practice", tmp_path / "room", "--step", "6", "--lang", code)
    said = through_a_pipe(*words, answers=["3"], sets=FEW)
    with speaking(code):
        assert place(StepName.INSPECT) in said
        assert prepared_words() in said
        assert place(StepName.BACK_UP) not in said


def test_the_first_step_asks_for_the_language_again(tmp_path: Path) -> None:
    words = ("practice", tmp_path / "room", "--step", "1", "--lang", "es")
    said = through_a_pipe(*words, answers=["1"], sets=FEW)
    assert "Choose your language." in said
    assert "not you" not in said


def test_a_step_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    ran = call("practice", tmp_path / "room", "--step", "8", "--lang", "en")
    assert ran.code == 2 and "1" in ran.err
    assert not (tmp_path / "room").exists()
