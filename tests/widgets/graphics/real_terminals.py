"""Terminals that draw dots, in a window of their own: keys go in, what a person would see comes out as a picture."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageGrab

from tests.programs import need
from tests.terminal import BETWEEN_LOOKS, SECONDS_TO_WAIT

SIZE = "1000x700x24"
OWN = f":{100 + os.getpid() % 30000}"
"""The screen's number. Two servers that choose one at the same time may choose the same.

They are told not to begin anew when a program closes its window: who connects then would be refused.
"""
WINDOWS = {
    "xterm": [
        "xterm",
        "-ti",
        "vt340",
        "-geometry",
        "80x24+0+0",
        "-fa",
        "Monospace",
        "-fs",
        "9",
        "-e",
    ],
    "kitty": [
        *("kitty", "--config", "NONE", "-o", "initial_window_width=80c"),
        *("-o", "initial_window_height=24c", "-o", "remember_window_size=no"),
        *("-o", "update_check_interval=0"),
    ],
}
"""How each is started, up to the program that runs in it."""


class Window:
    """A terminal on a screen that nobody sees."""

    def __init__(self, screen: str) -> None:
        self._screen = screen

    def press(self, *keys: str) -> None:
        """By xdotool's names: 1, Return, Escape, Right."""
        for key in keys:
            subprocess.run(
                ["xdotool", "key", key], env=os.environ | {"DISPLAY": self._screen}, check=True
            )

    def seen(self) -> Image.Image:
        """The whole screen."""
        return ImageGrab.grab(xdisplay=self._screen).convert("RGB")

    def wait_until(self, true: Callable[[Image.Image], bool], what: str) -> Image.Image:
        """Waits until what is seen is as it should be."""
        end = time.monotonic() + SECONDS_TO_WAIT
        while not true(seen := self.seen()):
            if time.monotonic() > end:
                seen.save(Path(os.environ["TMPDIR"]) / "seen.png")
                raise AssertionError(f"not seen: {what}; see {os.environ['TMPDIR']}/seen.png")
            time.sleep(BETWEEN_LOOKS)
        return seen


@contextmanager
def window(kind: str, words: list[str], home: Path) -> Iterator[Window]:
    """A window of this kind of terminal, in which `python` runs with these words; it stays open after that."""
    need("Xvfb", "xvfb")
    need("xdotool", "xdotool")
    need(kind, kind)
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", OWN, "-noreset", "-displayfd", str(write), "-screen", "0", SIZE],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        screen = f":{told.readline().strip()}"
    own = {"DISPLAY": screen, "HOME": str(home), "LIBGL_ALWAYS_SOFTWARE": "1", "LANG": "C.UTF-8"}
    environment = {name: value for name, value in os.environ.items() if name != "TMUX"} | own
    stay = ["sh", "-c", '"$@"; exec sleep 600', "sh", sys.executable, *words]
    shown = subprocess.Popen([*WINDOWS[kind], *stay], env=environment, stderr=subprocess.DEVNULL)
    try:
        # Without a window manager keys go to where the pointer is.
        subprocess.run(["xdotool", "mousemove", "200", "200"], env=environment, check=True)
        yield Window(screen)
    finally:
        for process in (shown, server):
            process.terminate()
            process.wait()
