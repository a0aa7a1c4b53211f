"""Opens a page or a picture with the computer's own program. Starts nothing in the terminal, and writes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Thread

from wizard.problems import CannotOpen

SECONDS_TO_REFUSE = 5.0
"""An opener that is still busy after this is showing something: some stay as long as their window. A guess."""
SNAP_PROGRAMS = Path("/var/lib/snapd/desktop/applications")
"""Where Ubuntu lists the programs that it keeps apart from most of the disk."""
ONLY_IN_A_TERMINAL = ("TERM", "BROWSER")
"""Without the first, text browsers cannot draw; the second may name one of them."""


def open_outside(*paths: Path) -> None:
    """Shows the files in windows of their own. Raises CannotOpen when this computer has none for them."""
    if sys.platform == "win32":
        try:
            for path in paths:
                os.startfile(path)
        except OSError as error:
            raise CannotOpen(paths[0]) from error
    elif sys.platform == "darwin":
        _show(["open", *paths])  # all at once: its viewer shows them beside each other
    elif has_windows(os.environ):
        _show(*(("xdg-open", path) for path in paths))
    else:
        raise CannotOpen(paths[0])


def has_windows(environment: Mapping[str, str]) -> bool:
    """True where a Linux session can show windows: neither a bare console nor a connection from elsewhere."""
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def browser_sees_only_home() -> bool:
    """True for a browser kept apart by Ubuntu: it sees neither the temporary folder nor hidden ones."""
    if sys.platform in ("win32", "darwin"):
        return False
    try:
        asked = subprocess.run(
            ["xdg-settings", "get", "default-web-browser"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS_TO_REFUSE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    name = asked.stdout.decode("utf-8", "replace").strip()
    return bool(name) and "/" not in name and (SNAP_PROGRAMS / name).exists()


def _show(*openers: Sequence[str | Path]) -> None:
    """Starts all at the same time: some stay as long as their window, and the next photo would come only then."""
    started = [_started(opener) for opener in openers]
    end = time.monotonic() + SECONDS_TO_REFUSE
    refused = [_has_refused(each, end) for each in started]
    if any(refused):
        raise CannotOpen(Path(openers[refused.index(True)][1]))


def _started(opener: Sequence[str | Path]) -> subprocess.Popen[bytes]:
    """In a session of its own, so that it has no terminal to draw in or to read from."""
    kept = {name: value for name, value in os.environ.items() if name not in ONLY_IN_A_TERMINAL}
    try:
        return subprocess.Popen(
            opener,
            env=kept,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise CannotOpen(Path(opener[1])) from error


def _has_refused(opener: subprocess.Popen[bytes], end: float) -> bool:
    try:
        return opener.wait(max(0.0, end - time.monotonic())) != 0
    except subprocess.TimeoutExpired:
        Thread(target=opener.wait, daemon=True).start()
        return False
