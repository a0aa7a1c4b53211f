"""With --leave-no-trace the home folder is the same afterwards, byte for byte; after a kill, once the program starts again."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.running import SECONDS, command, environment, run
from tests.journey.learner import Learner, look_and_set_aside
from tests.making import snapshot
from tests.programs import need
from tests.terminal import terminal

TRACELESS = "--leave-no-trace"


@pytest.fixture
def home() -> Path:
    """The test's own home, with the temporary folder in it and a file that was there before."""
    (Path.home() / "notes.txt").write_text("mine", encoding="utf-8")
    return Path.home()


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    """Photos, a backup of them, and one photo in a review folder."""
    learner = Learner(tmp_path)
    learner.takes_photos()
    journey = learner.starts()
    look_and_set_aside(learner.gets_ready(journey), "sea small.jpg", "sea.jpg")
    learner.moves(journey)
    journey.close()
    return learner


def backup_of(learner: Learner) -> Path:
    return learner.stick / "Before You Delete" / "Family"


COMMANDS: dict[str, Callable[[Learner], list[str | Path]]] = {
    "scan": lambda learner: ["scan", learner.photos],
    "backup": lambda learner: ["backup", learner.photos, learner.root / "second"],
    "check": lambda learner: ["check", backup_of(learner)],
    "put-back": lambda learner: ["put-back", learner.photos.parent / "Review folder", "--all"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_leaves_the_home_folder_as_it_was(
    learner: Learner, home: Path, name: str
) -> None:
    before = snapshot(home)
    assert run(*COMMANDS[name](learner), TRACELESS).code == 0
    assert snapshot(home) == before


def test_without_it_a_scan_is_remembered_in_the_home_folder(learner: Learner, home: Path) -> None:
    """So that the tests above would see a trace."""
    before = snapshot(home)
    run("scan", learner.photos)
    assert snapshot(home) != before


def in_plain_lines(learner: Learner) -> subprocess.Popen[str]:
    """A session on the learner's own photos that has read and compared them, and waits for an answer."""
    running = subprocess.Popen(
        command(learner.photos, "--plain", "--lang", "en", TRACELESS),
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert running.stdin is not None and running.stdout is not None
    running.stdin.write("1\n9\n1\n2\n")
    running.stdin.flush()
    heard = ""
    while not ("Group 1 of" in heard and heard.endswith("0. All choices\n")):
        line = running.stdout.readline()
        assert line, heard
        heard += line
    return running


def test_a_session_leaves_the_home_folder_as_it_was(learner: Learner, home: Path) -> None:
    before = snapshot(home)
    session = in_plain_lines(learner)
    session.communicate("7\n1\n4\n", timeout=SECONDS)
    assert session.returncode == 0
    assert snapshot(home) == before


@pytest.mark.parametrize("blow", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_polite_kill_leaves_nothing(learner: Learner, home: Path, blow: str) -> None:
    if not hasattr(signal, blow):
        pytest.skip(f"no {blow} on this system")
    before = snapshot(home)
    session = in_plain_lines(learner)
    session.send_signal(getattr(signal, blow))
    session.communicate(timeout=SECONDS)
    assert session.returncode not in (0, -getattr(signal, blow))
    assert snapshot(home) == before


def test_after_a_kill_it_is_gone_at_the_next_start(learner: Learner, home: Path) -> None:
    before = snapshot(home)
    session = in_plain_lines(learner)
    session.kill()
    session.communicate(timeout=SECONDS)
    left = list(Path(tempfile.gettempdir()).iterdir())
    assert len(left) == 1, "all that a kill can leave lies in one folder"
    assert run("check", backup_of(learner)).code == 0
    assert snapshot(home) == before


def test_what_another_session_uses_is_not_swept_away(learner: Learner, home: Path) -> None:
    session = in_plain_lines(learner)
    in_use = snapshot(Path(tempfile.gettempdir()))
    run("check", backup_of(learner))
    assert snapshot(Path(tempfile.gettempdir())) == in_use
    session.communicate("", timeout=SECONDS)


def test_a_killed_wizard_leaves_nothing_after_the_next_start(
    learner: Learner, tmp_path: Path
) -> None:
    need("tmux", "tmux")
    home = tmp_path / "its home"
    home.mkdir()
    with terminal([str(learner.photos), "--lang", "en", TRACELESS], home) as shown:
        before = {path for path in snapshot(home) if not path.startswith("before-you-delete-")}
        shown.wait_for("This is what we found.")
        os.kill(shown.process(), signal.SIGKILL)
        shown.wait_for("THE END 137")
        run("check", backup_of(learner), TMPDIR=str(home), HOME=str(home))
        assert set(snapshot(home)) == before
