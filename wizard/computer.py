"""What this computer can and cannot do for a workshop, as facts. Looks only: what it writes to try, it removes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wizard.places import Places
from wizard.safekeeping.drives import Drive, drives

LEAST_COLUMNS, LEAST_ROWS = 80, 24
TRUE_COLOURS = 1 << 24
LEAST_FREE = 500_000_000
"""Bytes. Practice photos and their backup take 33 MB (measured); the rest is a guess for photos of one's own."""
SECONDS_TO_ANSWER = 5.0
"""Before a desktop that does not say which program opens pictures is taken to have none."""


@dataclass(frozen=True)
class Window:
    """The terminal window; `colours` is 0 where nothing is shown."""

    columns: int
    rows: int
    colours: int

    @property
    def large_enough(self) -> bool:
        """True when every step fits."""
        return self.columns >= LEAST_COLUMNS and self.rows >= LEAST_ROWS


@dataclass(frozen=True)
class Computer:
    """Everything that was found. What is not there is None or empty."""

    python: str
    window: Window | None
    encoding: str
    not_writable: tuple[Path, ...]
    free: int
    drives: Sequence[Drive]
    trash: Path | None
    viewer: str | None
    browser: str | None
    now: datetime
    program_date: datetime
    administrator: bool

    @property
    def utf8(self) -> bool:
        """True when Korean letters and accents can be written out at all."""
        return self.encoding.lower().replace("-", "") == "utf8"

    @property
    def clock_is_behind(self) -> bool:
        """True when the clock shows a day before this program was put on the computer."""
        return self.now < self.program_date


def examine(places: Places) -> Computer:
    """Looks at everything once; takes a second or two where the desktop has to be asked."""
    return Computer(
        python=".".join(map(str, sys.version_info[:3])),
        window=_window(),
        encoding=sys.stdout.encoding or "",
        not_writable=tuple(
            folder
            for folder in (places.cache, places.state, Path(tempfile.gettempdir()))
            if not _can_write(folder)
        ),
        free=_free(places.cache),
        drives=drives(Path.home()),
        trash=_trash(),
        viewer=_viewer(),
        browser=_browser(),
        now=datetime.now().astimezone(),
        program_date=datetime.fromtimestamp(Path(__file__).stat().st_mtime).astimezone(),
        administrator=hasattr(os, "geteuid") and os.geteuid() == 0,
    )


def _window() -> Window | None:
    try:
        columns, rows = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (OSError, ValueError):
        return None
    return Window(columns, rows, _colours())


def _colours() -> int:
    term = os.environ.get("TERM", "")
    if os.environ.get("COLORTERM") in ("truecolor", "24bit") or os.environ.get("WT_SESSION"):
        return TRUE_COLOURS
    if "direct" in term:
        return TRUE_COLOURS
    return 256 if "256" in term else 0 if term == "dumb" else 16


def _nearest(folder: Path) -> Path:
    """The folder, or the one above it that exists."""
    return next(each for each in (folder, *folder.parents) if os.path.isdir(each))


def _can_write(folder: Path) -> bool:
    """Tried, because rights alone do not say it: a file system may be read-only or full."""
    try:
        with tempfile.TemporaryFile(dir=_nearest(folder)) as file:
            file.write(b"try")
    except OSError:
        return False
    return True


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(_nearest(folder)).free
    except OSError:
        return 0


def _trash() -> Path | None:
    """The folder of the home drive's trash, where it can be seen; Windows hides its own."""
    if sys.platform == "win32":
        return None
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    folder = Path.home() / ".Trash" if sys.platform == "darwin" else data / "Trash"
    return folder if os.path.isdir(folder) else None


def _viewer() -> str | None:
    """What opens a picture. Windows and macOS always have a program for that."""
    if sys.platform == "win32":
        return "Windows"
    if sys.platform == "darwin":
        return "Preview"
    if not shutil.which("xdg-open") or not shutil.which("xdg-mime"):
        return None
    try:
        asked = subprocess.run(
            ["xdg-mime", "query", "default", "image/jpeg"],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS_TO_ANSWER,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return asked.stdout.strip().removesuffix(".desktop") or None


def _browser() -> str | None:
    try:
        return str(getattr(webbrowser.get(), "name", "") or "") or None
    except webbrowser.Error:
        return None
