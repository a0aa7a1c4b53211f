"""Textual's driver for Linux and macOS, which also hears what the terminal says about itself.

Textual reads the keys in a thread of its own and takes for keys what it does not know. So the answers are
taken out before it sees them, however late they come.
"""

from __future__ import annotations

import array
import fcntl
import os
import selectors
import termios
import time
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from wizard.widgets.graphics.answers import Answers
from wizard.widgets.graphics.kitty import FORGET_ALL
from wizard.widgets.graphics.terminal import FIRST_QUESTIONS, TerminalAnswered

SECONDS_BETWEEN_LOOKS = 0.1
"""So often is looked whether the program ends."""
AT_ONCE = 4096
"""Bytes."""


class HearingDriver(LinuxDriver):
    """Keys go to Textual, answers to the program as `TerminalAnswered`."""

    _asked = False
    forget_pictures = False
    """True in a terminal that keeps pictures until it is told to forget them."""

    @property
    def cell(self) -> Size | None:
        """Dots of a cell, where the terminal says so."""
        return _cell_size(self.fileno)

    def start_application_mode(self) -> None:
        """Asks as soon as the answers are heard; once, since a window that is closed starts this again."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if not self._asked:
            self._asked = True
            self.write(FIRST_QUESTIONS)
            self.flush()

    def run_input_thread(self) -> None:
        """Reads until the program ends or the terminal is gone."""
        answers, parser = Answers(), XTermParser()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                text = ""
                if selector.select(SECONDS_BETWEEN_LOOKS):
                    came = self._read()
                    if not came:
                        return
                    text = decode(came)
                keys, found = answers.parted(text, time.monotonic())
                keys += answers.overdue(time.monotonic())
                for answer in found:
                    self.send_message(TerminalAnswered(self, answer))
                if keys:
                    for event in parser.feed(keys):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """Empty once the terminal is gone."""
        try:
            return os.read(self.fileno, AT_ONCE)
        except OSError:
            return b""

    def stop_application_mode(self) -> None:
        """Leaves no picture behind."""
        if self.forget_pictures:
            self.write(FORGET_ALL)
        super().stop_application_mode()


def _cell_size(descriptor: int) -> Size | None:
    """Dots of one cell of the terminal; None where the system does not know."""
    window = array.array("H", [0, 0, 0, 0])
    try:
        fcntl.ioctl(descriptor, termios.TIOCGWINSZ, window)
    except OSError:
        return None
    rows, columns, width, height = window
    if not (rows and columns and width >= columns and height >= rows):
        return None
    return Size(width // columns, height // rows)
