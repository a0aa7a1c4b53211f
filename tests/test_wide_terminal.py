"""A terminal that draws ambiguous signs two cells wide, as one set up for Korean may: asked, heard, served."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.commands.running import environment
from tests.terminal import SECONDS_TO_WAIT
from tests.widgets.test_one_cell import ambiguous
from wizard.widgets.one_cell import ASK

termios = pytest.importorskip("termios", reason="needs a terminal of Linux or macOS")
WIDE, NARROW = b"\x1b[2;3R", b"\x1b[2;2R"
"""Where the cursor is after the sign: in the third column of the second line, or in the second column."""


class Screen:
    """One end of a terminal; the program has the other. Shows nothing, but hears and answers."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.drawn = ""

    def answer(self, *answers: bytes) -> None:
        """What the terminal sends: its answer, or keys."""
        for each in answers:
            os.write(self._descriptor, each)

    def wait_for(self, words: str) -> None:
        """Reads until the words were drawn; accents in whichever of two ways."""
        end = time.monotonic() + SECONDS_TO_WAIT
        while words not in unicodedata.normalize("NFC", self.drawn):
            assert time.monotonic() < end, f"no {words!r} in {self.drawn[-4000:]!r}"
            if select.select([self._descriptor], [], [], 1)[0]:
                self.drawn += os.read(self._descriptor, 65536).decode("utf-8", "replace")


@contextmanager
def terminal(*words: str) -> Iterator[Screen]:
    """The wizard in a terminal of 80 by 24 that was just asked."""
    import fcntl
    import pty

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    wizard = subprocess.Popen(
        [sys.executable, "-m", "wizard", *words],
        env=environment(),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    screen = Screen(ours)
    try:
        screen.wait_for(ASK)
        yield screen
    finally:
        wizard.terminate()
        while wizard.poll() is None:  # it says good-bye, and somebody must read it
            if select.select([ours], [], [], 0.1)[0]:
                os.read(ours, 65536)
        os.close(ours)
        os.close(theirs)


def test_it_is_told_what_to_change_and_sees_no_such_sign_from_then_on() -> None:
    with terminal("--lang", "es") as screen:
        screen.answer(WIDE)
        screen.wait_for("ancho ambiguo")
        screen.wait_for("Practicar con fotos de práctica")
        screen.drawn = ""
        screen.answer(b"3")
        screen.wait_for("Página 1 de 6")
        screen.answer(b"\x1b[6~", b"0")
        screen.wait_for("Volver")
        assert ambiguous(screen.drawn) == set()


def test_keys_pressed_before_the_answer_are_not_lost() -> None:
    with terminal("--lang", "es") as screen:
        screen.answer(b"3" + WIDE)
        screen.wait_for("Página 1 de 6")
        screen.wait_for("ancho ambiguo")


@pytest.mark.parametrize("answers", [[], [NARROW], [b"\x1b[1;2R"], [WIDE[:3], b"2R"]])
def test_any_other_terminal_is_as_it_was(answers: list[bytes]) -> None:
    with terminal("--lang", "es") as screen:
        screen.answer(*answers, b"3")
        screen.wait_for("Página 1 de 6")
        assert "ancho ambiguo" not in screen.drawn
        assert "á" in screen.drawn
