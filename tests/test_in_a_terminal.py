"""The whole way in a real terminal, in Korean, on practice photos; and what happens without one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import bagit
import pytest

from tests.programs import need
from tests.steps.photos_of_ones_own import family_photos
from tests.steps.walking import state_of
from tests.terminal import Terminal, terminal
from wizard.language.catalogs import _, pgettext, speaking
from wizard.language.moves import files_back


@pytest.fixture
def home(tmp_path: Path) -> Path:
    need("tmux", "tmux")
    return tmp_path


def to_the_receipt(shown: Terminal) -> None:
    """Backup, look, review folder; of the first group one photo stays, the others are set aside and moved."""
    for key, then in (
        ("Enter", "This is what we found."),
        ("1", "Choose the drive for your backup. A separate drive is best."),
        ("1", "A test: this photo was just read from the backup drive."),
        ("1", "Look-alikes are not always copies. Look before you decide."),
        ("1", "Nothing is deleted."),
    ):
        shown.press(key)
        shown.wait_for(_(then))
    shown.press("1")
    shown.wait_for("IMG_1987.JPG")
    shown.wait_for("▀")
    shown.press("2")
    shown.wait_for(_("- will be set aside"))
    shown.press("0")
    shown.wait_for(_("What would you like to do?"))
    shown.press("4")
    shown.wait_for(_("Nothing is deleted."))
    shown.press("1")
    shown.wait_for(_("This is your receipt."))


def test_the_whole_way_in_korean(home: Path) -> None:
    with speaking("ko"), terminal(["practice", str(home / "room"), "--lang", "ko"], home) as shown:
        shown.wait_for(_("Where are your photos? Choose a place."))
        photos, review = (
            home / "room/photos",
            home / "room" / pgettext("folder name", "Review folder"),
        )
        receipt = pgettext("file name", "receipt-{day}").format(day="*") + ".html"
        before = state_of(photos)
        to_the_receipt(shown)
        assert len(before) - len(state_of(photos)) == 2
        shown.press("1")
        shown.wait_for(_("Saved: {place}").format(place="").strip())
        assert list(review.glob(receipt))
        shown.press("2")
        shown.wait_for(_("Put nothing back"))
        shown.press("2")
        shown.wait_for(files_back(2))
        assert state_of(photos) == before
        shown.press("4")
        shown.wait_for("THE END 0")
    bag = home / "room" / "drive" / "Before You Delete" / "photos"
    assert bagit.Bag(str(bag)).validate()
    if shutil.which("sha256sum"):
        check = ["sha256sum", "--quiet", "-c", "manifest-sha256.txt"]
        assert subprocess.run(check, cwd=bag, check=False).returncode == 0
    assert state_of(photos) == before


def test_a_killed_wizard_goes_on_where_it_was(home: Path) -> None:
    photos = family_photos(home)
    with terminal([str(photos), "--lang", "en"], home) as shown:
        shown.wait_for("This is what we found.")
        shown.press("1")
        shown.wait_for("Choose the drive for your backup.")
        os.kill(shown.process(), signal.SIGKILL)
        shown.wait_for("THE END 137")
    with terminal(["--lang", "en"], home) as shown:
        shown.wait_for("What would you like to do today?")
        shown.press("2")
        shown.wait_for("Is this your own computer?")
        shown.press("1")
        shown.wait_for("Welcome back.")
        assert "Step: Back up" in shown.screen()
        shown.press("1")
        shown.wait_for("Choose the drive for your backup.")


def test_a_small_window_says_what_to_do(home: Path) -> None:
    with terminal(["--lang", "en"], home, size=(60, 20)) as shown:
        shown.wait_for("Please make this window larger")


def test_ctrl_c_ends_the_wizard_with_a_word_and_without_an_error(home: Path) -> None:
    with terminal(["--lang", "en"], home) as shown:
        shown.wait_for("What would you like to do today?")
        shown.press("C-c")
        said = shown.wait_for("THE END 0")
        assert "Until next time." in said
        assert "Traceback" not in said
