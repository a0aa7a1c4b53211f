"""The trash on macOS: the folder .Trash in the home folder. Other drives' trash is not used."""

from __future__ import annotations

import importlib.util
import os
import stat
from pathlib import Path

from wizard.problems import TrashDoubt
from wizard.safekeeping import disk


def doubt_about(folder: Path, size: int) -> TrashDoubt | None:
    """The home folder's own drive, and Apple's present way to its trash, which pyobjc brings."""
    if os.stat(folder).st_dev != os.stat(Path.home()).st_dev:
        return TrashDoubt.NO_TRASH
    return None if importlib.util.find_spec("Foundation") else TrashDoubt.NO_TRASH


def find(path: Path) -> Path | None:
    """By its name alone."""
    found = Path.home() / ".Trash" / path.name
    try:
        return found if stat.S_ISREG(os.lstat(found).st_mode) else None
    except (FileNotFoundError, NotADirectoryError):
        return None


def make_lasting(found: Path) -> None:
    """The file's new name."""
    disk.flush_folder(found.parent)
