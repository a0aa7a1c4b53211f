"""`doctor`: each thing about the computer in a plain sentence, what to do about it, and an exit code."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.commands.running import SECONDS, command, environment, run
from tests.making import snapshot
from tests.programs import need
from tests.terminal import terminal
from wizard.computer import Computer, examine
from wizard.language.catalogs import speaking
from wizard.language.computers import Grade, Line, computer_lines, verdict
from wizard.places import within


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return examine(within(tmp_path))


def lines_of(computer: Computer, grade: Grade) -> list[Line]:
    with speaking("en"):
        return [line for line in computer_lines(computer) if line.grade is grade]


def told(lines: list[Line]) -> str:
    return "\n".join(f"{line.how} {line.what_to_do}" for line in lines)


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_it_looks_at_everything_and_changes_nothing(code: str) -> None:
    before = snapshot(Path.home())
    ran = run("doctor", "--lang", code, PYTHONUTF8="1")
    assert (ran.code, ran.err) == (0, "")
    assert "가나다 ñ á" in ran.out
    assert "Python 3." in ran.out
    assert snapshot(Path.home()) == before


def test_in_a_window_that_is_large_enough_its_size_is_good(tmp_path: Path) -> None:
    need("tmux", "tmux")
    with terminal(["doctor", "--lang", "en"], tmp_path, (100, 40)) as shown:
        said = shown.wait_for("THE END 0")
    assert "[good] The window has 100 columns and 40 lines." in said
    assert "[good] The window shows all colors." in said


def test_a_small_window_with_few_colours_is_told(tmp_path: Path) -> None:
    need("tmux", "tmux")
    words = ["doctor", "--lang", "en"]
    with terminal(words, tmp_path, (60, 50), TERM="xterm", COLORTERM="") as shown:
        said = " ".join(shown.wait_for("THE END 1").split())
    assert "[to do] The window has 60 columns and 50 lines." in said
    assert "at least 80 columns and 24 lines." in said
    assert "[look] The window shows few colors" in said
    assert "1 thing must be put right first." in said


def test_a_window_without_korean_letters_is_told() -> None:
    ran = run("doctor", "--lang", "en", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert ran.code == 1
    assert "[to do] The window is set to cp1252, which has no Korean letters." in ran.out
    assert "Set it to UTF-8." in ran.out


def test_a_clock_that_is_behind_is_told() -> None:
    need("faketime", "faketime")
    ran = subprocess.run(
        ["faketime", "1999-01-02 12:00:00", *command("doctor", "--lang", "en")],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert ran.returncode == 1
    assert "[to do] The clock says: Jan 2, 1999" in ran.stdout


def test_a_folder_that_cannot_be_written_is_named(ordinary_folder: Path) -> None:
    shut = ordinary_folder / "shut"
    shut.mkdir(mode=0o555)
    found = examine(within(shut))
    assert str(shut) in told(lines_of(found, Grade.BAD))


def test_a_full_computer_is_told(computer: Computer) -> None:
    bad = lines_of(replace(computer, free=1_000_000), Grade.BAD)
    assert "1.0 MB are free on this computer. Make room: at least 500.0 MB." in told(bad)


def test_without_another_drive_it_says_to_plug_one_in(computer: Computer) -> None:
    alone = replace(computer, drives=computer.drives[:1])
    assert "Plug in the USB stick" in told(lines_of(alone, Grade.LOOK))


def test_without_viewer_and_browser_it_says_what_to_do_instead(computer: Computer) -> None:
    bare = told(lines_of(replace(computer, viewer=None, browser=None), Grade.LOOK))
    assert "We found no program that opens photos." in bare
    assert "Print lessons and receipts on another computer." in bare


def test_every_line_that_is_not_good_says_what_to_do(computer: Computer) -> None:
    worst = replace(
        computer,
        window=None,
        encoding="ascii",
        not_writable=(Path("/a"),),
        free=0,
        drives=(),
        trash=None,
        viewer=None,
        browser=None,
        now=computer.program_date - timedelta(days=400),
        administrator=True,
    )
    for code in ("en", "es", "ko"):
        with speaking(code):
            for line in computer_lines(worst):
                assert line.how and (line.what_to_do or line.grade is Grade.GOOD), line
            assert "4" in verdict(4)
