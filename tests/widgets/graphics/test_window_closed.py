"""Whoever closes the window has left: the program ends by itself, also while it sends pictures, and leaves no file."""

from __future__ import annotations

import fcntl
import os
import pty
import selectors
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.making import scene
from tests.terminal import BETWEEN_LOOKS, SECONDS_TO_WAIT
from wizard.widgets.graphics.terminal import FIRST_QUESTIONS

ROWS, COLUMNS = 40, 120
CELL = 20, 10
"""Height and width in dots."""
AT_A_TIME = 1000
"""Bytes: less than a picture, so that one is being written when the window goes."""
ANSWERS = {"kitty": "\x1b_Gi=31000;OK\x1b\\\x1b[?62;4c", "sixel": "\x1b[?63;4c\x1b[?63;4c"}
PICTURE = {"kitty": "\x1b_Ga=T", "sixel": "\x1bP0;1;0q"}


class Window:
    """A window with the program in it, its own leader as in a real one; `ended` takes its exit."""

    def __init__(self, home: Path, words: list[str]) -> None:
        self.process, self._line = pty.fork()
        if self.process == 0:
            own = {"HOME": str(home), "TERM": "xterm-256color", "TMPDIR": str(home)}
            environment = {name: value for name, value in os.environ.items() if name != "TMUX"}
            os.execve(sys.executable, [sys.executable, "-m", "wizard", *words], environment | own)
        size = struct.pack("HHHH", ROWS, COLUMNS, COLUMNS * CELL[1], ROWS * CELL[0])
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, size)
        self._written = b""

    def wait_for(self, words: str) -> None:
        """Reads no more than it must."""
        end = time.monotonic() + SECONDS_TO_WAIT
        with selectors.DefaultSelector() as selector:
            selector.register(self._line, selectors.EVENT_READ)
            while words.encode() not in self._written:
                assert selector.select(end - time.monotonic()), f"no {words!r}: {self._written!r}"
                self._written += os.read(self._line, AT_A_TIME)
        self._written = self._written.partition(words.encode())[2]

    def type(self, keys: str) -> None:
        os.write(self._line, keys.encode())

    def close(self) -> None:
        os.close(self._line)

    def ends(self) -> bool:
        """Waits for its end."""
        end = time.monotonic() + SECONDS_TO_WAIT
        while time.monotonic() < end:
            if os.waitpid(self.process, os.WNOHANG)[0]:
                return True
            time.sleep(BETWEEN_LOOKS)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        return False


@pytest.mark.parametrize("kind", ["kitty", "sixel"])
def test_a_window_that_closes_while_pictures_are_sent_ends_the_program(
    tmp_path: Path, kind: str
) -> None:
    photos, home = tmp_path / "photos", tmp_path / "home"
    photos.mkdir()
    home.mkdir()
    for name, quality in (("one.jpg", 92), ("two.jpg", 60)):
        scene(1, (1600, 1200)).save(photos / name, quality=quality)
    shown = Window(home, [str(photos), "--lang", "en", "--leave-no-trace"])
    shown.wait_for(FIRST_QUESTIONS)
    shown.type(ANSWERS[kind])
    shown.wait_for("This is what we found.")
    shown.type("1")
    shown.wait_for("Choose the drive")
    shown.type("9")
    shown.wait_for("photos compared")
    shown.type("1")
    shown.wait_for("review folder")
    shown.type("2")
    shown.wait_for(PICTURE[kind])
    shown.close()
    assert shown.ends()
    assert [path for path in home.rglob("*") if path.is_file()] == []
