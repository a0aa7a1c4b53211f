"""`reset`: what one group did is gone, and the next one sees the first screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import run
from tests.drawn_once import FEW, drawn_once
from tests.making import file, snapshot
from tests.plain.test_whole_way import through_a_pipe
from tests.programs import need
from tests.terminal import terminal


def test_the_next_group_begins_where_the_first_one_began(tmp_path: Path) -> None:
    need("tmux", "tmux")
    room = tmp_path / "room"
    through_a_pipe("practice", room, answers=["1", "1"])
    untouched = snapshot(room)
    moving = ["2", "1", "1", "1", "1", "1", "2", "7", "1"]
    through_a_pipe("practice", room, answers=moving)
    assert snapshot(room) != untouched
    drawn = str(drawn_once().parent)
    with terminal(["reset", str(room)], tmp_path, BEFORE_YOU_DELETE_KIT=drawn) as shown:
        said = shown.wait_for("Choose your language.")
        assert "언어를 고르세요." in said
        assert set(snapshot(room)) == set(untouched)
        assert snapshot(room / "photos") == {
            path.removeprefix("photos/"): held
            for path, held in untouched.items()
            if path.startswith("photos/")
        }


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_a_file_of_a_learners_own_in_the_room_stays(tmp_path: Path, code: str) -> None:
    room = tmp_path / "room"
    through_a_pipe("practice", room, answers=["1"], sets=FEW)
    mine = file(room / "photos/mine.jpg", "a photo that somebody copied in")
    through_a_pipe("reset", room, "--lang", code, answers=["1"], sets=FEW)
    assert mine.read_text(encoding="utf-8") == "a photo that somebody copied in"


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    file(tmp_path / "mine.txt")
    before = snapshot(tmp_path)
    ran = run("reset", tmp_path, "--plain", "--lang", "en")
    assert ran.code == 1 and "holds other files already" in ran.err
    assert snapshot(tmp_path) == before
