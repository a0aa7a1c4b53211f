"""Textual's driver for Linux and macOS, which outlives its terminal: who closes the window has left, and nothing hangs.

Textual writes in a thread of its own, through a queue of 30 pieces. When the terminal is gone that thread
ends with an error, the queue fills, and the program waits for room in it for ever (textual 8.2).
"""

from __future__ import annotations

import os
import selectors
import time
from codecs import getincrementaldecoder
from io import TextIOWrapper
from typing import IO, cast

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from wizard.widgets.graphics.terminal import TerminalGone

SECONDS_BETWEEN_LOOKS = 0.1
"""So often is looked whether the program ends."""
AT_ONCE = 4096
"""Bytes."""


class UntilGone:
    """The terminal as a file, which takes everything, also when nobody is there to see it."""

    def __init__(self, terminal: IO[str]) -> None:
        self._terminal = terminal

    def write(self, text: str) -> None:
        """Sends it; without a terminal it is dropped."""
        try:
            self._terminal.write(text)
        except OSError:
            return

    def flush(self) -> None:
        """Sends what waits."""
        try:
            self._terminal.flush()
        except OSError:
            return

    def fileno(self) -> int:
        """The system's number of it."""
        return self._terminal.fileno()


class LastingDriver(LinuxDriver):
    """Tells the program as `TerminalGone` that nobody types any more."""

    def start_application_mode(self) -> None:
        """Begins to write and to read."""
        if not isinstance(self._file, UntilGone):
            self._file = cast("TextIOWrapper", UntilGone(cast("IO[str]", self._file)))
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def run_input_thread(self) -> None:
        """Reads until the program ends or the terminal is gone."""
        parser = XTermParser()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                text = ""
                if selector.select(SECONDS_BETWEEN_LOOKS):
                    came = self._read()
                    if not came:
                        self.send_message(TerminalGone())
                        return
                    text = decode(came)
                if keys := self.keys_of(text, time.monotonic()):
                    for event in parser.feed(keys):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def keys_of(self, text: str, now: float) -> str:
        """What Textual is given of what came in; called ten times a second, also when nothing came."""
        return text

    def _read(self) -> bytes:
        """Empty once the terminal is gone."""
        try:
            return os.read(self.fileno, AT_ONCE)
        except OSError:
            return b""
