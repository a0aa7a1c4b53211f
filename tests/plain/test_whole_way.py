"""A whole session through a pipe, in each language: backup, look, move, put back; in the end every file is as it was."""

from __future__ import annotations

import subprocess
from collections.abc import Collection
from pathlib import Path

import bagit
import pytest

from tests.commands.running import SECONDS, command, environment
from tests.drawn_once import lay_drawn
from tests.making import files_in
from wizard.language.catalogs import _, available, ngettext, pgettext, speaking
from wizard.places import users_own

LEAVE, MOVE, SAVE, PUT_BACK, PUT_ALL_BACK, FINISH = "7", "1", "1", "2", "2", "4"
THIS_ONE_STAYS, SET_ASIDE, KEEP = "2", "2", "1"


def through_a_pipe(*words: str | Path, answers: list[str], sets: Collection[str] = ()) -> str:
    """What the program says to somebody who has typed all answers beforehand; it drew practice photos before.

    `sets`: of the practice photos just these.
    """
    lay_drawn(users_own(), sets)
    ended = subprocess.run(
        command(*words, "--plain"),
        input="".join(f"{answer}\n" for answer in answers),
        env=environment(PYTHONUTF8="1", TERM="dumb"),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS * 5,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_backup_look_move_and_put_back(tmp_path: Path, code: str) -> None:
    language = str(available().index(code) + 1)
    to_the_groups = [language, "1", "1", "1", "1", "1"]
    decide = [THIS_ONE_STAYS, KEEP, THIS_ONE_STAYS, SET_ASIDE, KEEP, LEAVE, MOVE]
    back = [SAVE, PUT_BACK, PUT_ALL_BACK, FINISH]
    room = tmp_path / "room"
    said = through_a_pipe("practice", room, answers=[*to_the_groups, *decide, *back])
    with speaking(code):
        moved = ngettext("{n} photo moved.", "{n} photos moved.", 4).format(n=4)
        returned = ngettext(
            "{n} file is back in its old place.", "{n} files are back in their old places.", 4
        ).format(n=4)
        heard = [
            _("Copying, and reading every copy back to compare."),
            _("A test: this photo was just read from the backup drive."),
            _("Look-alikes are not always copies. Look before you decide."),
            _("- will be set aside"),
            moved,
            _("This is your receipt."),
            returned,
            _("Until next time. Your photos are where you left them."),
        ]
        review = room / pgettext("folder name", "Review folder")
        receipt = pgettext("file name", "receipt-{day}").format(day="*") + ".html"
    places = [said.find(words) for words in heard]
    assert -1 not in places, heard[places.index(-1)]
    assert places == sorted(places)
    assert list(review.glob(receipt))
    bag = room / "drive/Before You Delete/photos"
    assert bagit.Bag(str(bag)).validate()
    assert files_in(room / "photos") == files_in(bag / "data")


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_nothing_but_whole_lines_comes_out(tmp_path: Path, code: str) -> None:
    """No cursor movement, no colour, nothing drawn over: a screen reader reads every line once."""
    language = str(available().index(code) + 1)
    said = through_a_pipe("practice", tmp_path / "room", answers=[language, "1", "1"])
    assert "\x1b" not in said and "\r" not in said and "\b" not in said
    assert said.endswith("\n")
