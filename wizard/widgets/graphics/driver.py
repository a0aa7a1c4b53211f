"""The driver that also hears what the terminal says about itself.

Textual reads the keys in a thread of its own and takes for keys what it does not know. So the answers are
taken out before it sees them, however late they come.
"""

from __future__ import annotations

import array
import fcntl
import termios

from textual.geometry import Size

from wizard.widgets.graphics.answers import Answers
from wizard.widgets.graphics.kitty import FORGET_ALL
from wizard.widgets.graphics.lasting import LastingDriver
from wizard.widgets.graphics.terminal import FIRST_QUESTIONS, TerminalAnswered


class HearingDriver(LastingDriver):
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
        self._answers = Answers()  # before keys are read
        super().start_application_mode()
        if not self._asked:
            self._asked = True
            self.write(FIRST_QUESTIONS)
            self.flush()

    def keys_of(self, text: str, now: float) -> str:
        """Hands the answers to the program."""
        keys, found = self._answers.parted(text, now)
        for answer in found:
            self.send_message(TerminalAnswered(self, answer))
        return keys + self._answers.overdue(now)

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
