"""However the conversation ends, what was done is written down, and next time it goes on there."""

from __future__ import annotations

import signal
import subprocess
import tempfile
from pathlib import Path

from tests.commands.running import SECONDS, command, environment
from tests.making import snapshot, untouched
from tests.plain.talking import ENGLISH, MINE, OWN_PHOTOS, SHARED, TO_INSPECT, talk
from tests.steps.photos_of_ones_own import drive, family_photos
from wizard.safekeeping.drives import Separation

FINISH = ("7", "4")


def test_when_the_answers_end_it_says_goodbye_and_goes_on_next_time(tmp_path: Path) -> None:
    photos, home = family_photos(tmp_path), tmp_path / "home"
    stick = drive(tmp_path, Separation.ANOTHER)
    with untouched(photos):
        said = talk(home, *TO_INSPECT, folder=photos, drives=[stick])
        assert said.endswith("Until next time. Your photos are where you left them.\n")
        again = talk(home, ENGLISH, OWN_PHOTOS, MINE, "1", drives=[stick])
    assert "Welcome back. You did not finish last time." in again
    assert "Step: Inspect" in again
    assert "Group 1 of 2." in again


def test_who_has_finished_begins_anew(tmp_path: Path) -> None:
    photos, home = family_photos(tmp_path), tmp_path / "home"
    talk(home, "1", "9", "1", "2", *FINISH, folder=photos)
    again = talk(home, ENGLISH, OWN_PHOTOS, MINE)
    assert "Welcome back" not in again
    assert "Where are your photos?" in again


def test_on_a_shared_computer_the_stick_remembers_and_the_computer_does_not(tmp_path: Path) -> None:
    stick = drive(tmp_path, Separation.ANOTHER)
    home = tmp_path / "home"
    home.mkdir()
    family_photos(stick.path)
    before = snapshot(home), snapshot(Path.home())
    the_stick, its_photos = "13", "11"  # after the two places of every home
    start = (ENGLISH, OWN_PHOTOS, SHARED)
    said = talk(home, *start, the_stick, its_photos, "1", *TO_INSPECT[:3], drives=[stick])
    assert "6 photos compared." in said
    assert (snapshot(home), snapshot(Path.home())) == before
    assert list(Path(tempfile.gettempdir()).iterdir()) == []
    assert "Welcome back." in talk(tmp_path / "elsewhere", *start, drives=[stick])


def test_ctrl_c_stops_with_a_sentence_and_goes_on_next_time(tmp_path: Path) -> None:
    photos = family_photos(tmp_path)
    running = subprocess.Popen(
        command(photos, "--plain", "--lang", "en"),
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert running.stdin is not None and running.stdout is not None
    running.stdin.write("1\n")
    running.stdin.flush()
    heard = ""
    while not ("Step 3 of 7" in heard and heard.endswith("0. All choices\n")):
        heard += running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _out, complaint = running.communicate(timeout=SECONDS)
    assert running.returncode == 130
    assert complaint == "Stopped. What was done so far is kept, and you can go on later.\n"
    ended = subprocess.run(
        command("--plain", "--lang", "en"),
        input="2\n1\n",
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert "Step: Back up" in ended.stdout
