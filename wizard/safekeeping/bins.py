"""Where the computer's trash is, whether it can be trusted, and whether a file is in it. Only looks."""

from __future__ import annotations

import sys
from pathlib import Path

from wizard.problems import TrashDoubt

if sys.platform == "win32":
    from wizard.safekeeping import bins_windows as system
elif sys.platform == "darwin":
    from wizard.safekeeping import bins_macos as system
else:
    from wizard.safekeeping import bins_linux as system


def doubt_about(folder: Path, size: int) -> TrashDoubt | None:
    """Why `size` bytes of this folder's files cannot go to a trash that we trust, or None."""
    return system.doubt_about(folder, size)


def find(path: Path) -> Path | None:
    """Where in the trash the file is that was sent from `path`, whose name no other file has.

    None when it is not there. Raises OSError when the trash cannot be looked at.
    """
    return system.find(path)


def make_lasting(found: Path) -> None:
    """Waits until the drive itself knows that the file is in the trash, where the system lets us."""
    system.make_lasting(found)
