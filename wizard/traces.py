"""On a computer that is not the learner's: everything in one temporary folder that is removed at the end.

After a kill it is removed at the next start: its lock is free then.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from wizard.locks import FolderLock
from wizard.own_files import OwnFolder
from wizard.places import APP_NAME, Places, within
from wizard.problems import KitError

PREFIX = f"{APP_NAME}-"


class TracelessPlaces:
    """Places in a temporary folder of ours, locked while it is in use."""

    def __init__(self) -> None:
        """Makes the folder, after removing those that killed runs left. Raises OSError when there is no room."""
        sweep()
        self._folder = OwnFolder.temporary(PREFIX)
        self._lock = FolderLock(self._folder.path)
        self.places: Places = within(self._folder.path)

    def remove(self) -> None:
        """Removes everything; may be called twice."""
        self._lock.release()
        with suppress(OSError, KitError):
            self._folder.remove()


def sweep() -> None:
    """Removes what killed runs of this user left; called at every start of the wizard."""
    for left in Path(tempfile.gettempdir()).glob(PREFIX + "*"):
        with suppress(OSError, KitError):
            folder = OwnFolder.marked(left)
            FolderLock(left).release()
            folder.remove()
