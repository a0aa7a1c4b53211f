"""A real terminal: tmux runs the program, keys go in, what stands on the screen comes out."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).parent.parent
SECONDS_TO_WAIT = 60.0
"""Before a test gives up on something that should appear; slow machines are slow."""
BETWEEN_LOOKS = 0.05


class Terminal:
    """One tmux session on a server of its own."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    def tmux(self, *words: str) -> str:
        """Runs a tmux command; returns what it prints."""
        done = subprocess.run(
            ["tmux", "-u", "-S", str(self._socket), *words], capture_output=True, check=True
        )
        return done.stdout.decode("utf-8")

    def press(self, *keys: str) -> None:
        """Sends keys by tmux's names: 1, Enter, Escape, Right."""
        for key in keys:
            self.tmux("send-keys", "-t", "screen", key)

    def type(self, text: str) -> None:
        """Sends letters all at once, as an input method commits them."""
        self.tmux("send-keys", "-t", "screen", "-l", text)

    def screen(self) -> str:
        """What stands on the screen."""
        return self.tmux("capture-pane", "-p", "-t", "screen")

    def wait_for(self, words: str) -> str:
        """Waits until the words stand on the screen; returns the screen."""
        end = time.monotonic() + SECONDS_TO_WAIT
        while words not in (shown := self.screen()):
            assert time.monotonic() < end, f"no {words!r} on the screen:\n{shown}"
            time.sleep(BETWEEN_LOOKS)
        return shown

    def process(self) -> int:
        """The process id of the program, a child of the terminal's shell."""
        shell = self.tmux("display-message", "-p", "-t", "screen", "#{pane_pid}").strip()
        return int(subprocess.run(["pgrep", "-P", shell], capture_output=True, check=True).stdout)


@contextmanager
def terminal(
    words: list[str],
    home: Path,
    size: tuple[int, int] = (80, 24),
    *,
    module: str = "wizard",
    under: Sequence[str] = (),
    project: Path = PROJECT,
    **more: str,
) -> Iterator[Terminal]:
    """A terminal in which the program runs with these words; `more` are environment variables.

    `under`: a program that runs it and watches. `project`: another copy of the program.
    """
    # A socket of its own for each: a server that is just ending would still answer on the old one.
    shown = Terminal(Path(tempfile.mkdtemp(prefix="tmux-", dir=home)) / "socket")
    environment = _environment(home) | more
    command = shlex.join(["env", "-i", *(f"{name}={value}" for name, value in environment.items())])
    program = shlex.join([*under, sys.executable, "-m", module, *words])
    keep = "; code=$?; echo; echo THE END $code; exec sleep 600"
    columns, rows = size
    shown.tmux(
        *("-f", os.devnull, "new-session", "-d", "-s", "screen"),
        *("-x", str(columns), "-y", str(rows), "-c", str(project)),
        f"{command} {program}{keep}",
    )
    try:
        yield shown
    finally:
        shown.tmux("kill-server")


def _environment(home: Path) -> dict[str, str]:
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TMPDIR": str(home),
    }
