"""A terminal that answers late, in pieces and between two keys: the keys arrive, the answers are not typed."""

from __future__ import annotations

import os
import selectors
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.terminal import SECONDS_TO_WAIT
from wizard.widgets.graphics.terminal import FIRST_QUESTIONS, SIXEL_QUESTIONS

pty = pytest.importorskip("pty", reason="needs a terminal of Linux or macOS")
LEAVE = "\x11"
"""Ctrl+Q."""


class Line:
    """What a terminal has of a program: what it writes, and a way to type."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.written = b""

    def wait_for(self, words: str) -> None:
        """Reads until the words were written; what stands before them is forgotten."""
        end = time.monotonic() + SECONDS_TO_WAIT
        with selectors.DefaultSelector() as selector:
            selector.register(self._descriptor, selectors.EVENT_READ)
            while words.encode() not in self.written:
                assert selector.select(end - time.monotonic()), f"no {words!r}: {self.written!r}"
                self.written += os.read(self._descriptor, 65536)
        self.written = self.written.partition(words.encode())[2]

    def read_to_the_end(self) -> None:
        """Reads until the program has ended."""
        with suppress(OSError):  # so Linux says that nobody writes any more
            while os.read(self._descriptor, 65536):
                pass

    def type(self, keys: str) -> None:
        os.write(self._descriptor, keys.encode())


@contextmanager
def wizard_on_a_line(home: Path, *words: str) -> Iterator[Line]:
    """The program, in a terminal that does only what the test does."""
    child, descriptor = pty.fork()
    if child == 0:
        own = {"HOME": str(home), "TERM": "xterm-256color", "TMPDIR": str(home)}
        environment = {name: value for name, value in os.environ.items() if name != "TMUX"} | own
        python = sys.executable
        os.execve(python, [python, "-m", "wizard", *words], environment)
    line = Line(descriptor)
    try:
        yield line
        line.type(LEAVE)
        line.read_to_the_end()
    finally:
        os.kill(child, signal.SIGKILL)  # it has ended, but for a test that failed
        os.waitpid(child, 0)
        os.close(descriptor)


def test_keys_between_the_answers_arrive_and_the_answers_choose_nothing(tmp_path: Path) -> None:
    with wizard_on_a_line(tmp_path) as line:
        line.wait_for(FIRST_QUESTIONS)
        line.type("\x1b_Gi=31000;OK\x1b")
        line.type("\\2\x1b[?62;1")
        line.type(";4c")
        line.wait_for("¿Qué quiere hacer hoy?")
        line.type("\x1b[?62;1;4c")
        line.type("0")
        line.wait_for("Español")
        assert "papelera" not in line.written.decode(errors="replace")


def test_only_a_terminal_that_draws_sixel_is_asked_more(tmp_path: Path) -> None:
    with wizard_on_a_line(tmp_path) as line:
        line.wait_for(FIRST_QUESTIONS)
        line.type("\x1b[?63;4;6c")
        line.wait_for(SIXEL_QUESTIONS)
    with wizard_on_a_line(tmp_path) as line:
        line.wait_for(FIRST_QUESTIONS)
        line.type("\x1b[?62;6c2")
        line.wait_for("¿Qué quiere hacer hoy?")
        assert SIXEL_QUESTIONS.encode() not in line.written


def test_with_blocks_nothing_is_asked(tmp_path: Path) -> None:
    with wizard_on_a_line(tmp_path, "--blocks", "--lang", "es") as line:
        line.wait_for("¿Qué quiere hacer hoy?")
        assert FIRST_QUESTIONS.encode() not in line.written
