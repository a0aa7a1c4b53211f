"""On a computer that is not the learner's: everything in one temporary folder that is removed at the end.

After a kill it is removed at the next start: its lock is free then.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from wizard.locks import FolderLock
from wizard.own_files import MARK, OwnFolder
from wizard.places import APP_NAME, Places, within
from wizard.problems import AnotherSession, KitError

PREFIX = f"{APP_NAME}-"


class TracelessPlaces:
    """Places in a temporary folder of ours, locked while it is in use."""

    def __init__(self) -> None:
        """Makes the folder, after removing those that killed runs left. Raises OSError when there is no room."""
        sweep()
        self._folder, self._lock = _locked_folder()
        self.places: Places = within(self._folder.path)

    def remove(self) -> None:
        """Removes everything; may be called twice."""
        self._lock.release()
        with suppress(OSError, KitError):
            self._folder.remove()


def _locked_folder() -> tuple[OwnFolder, FolderLock]:
    """A new folder and its lock. Another start may sweep the folder away before it is locked: then one more."""
    while True:
        folder = OwnFolder.temporary(PREFIX)
        with suppress(FileNotFoundError, AnotherSession):
            lock = FolderLock(folder.path)
            if os.path.lexists(folder.path / MARK):
                return folder, lock
            lock.release()


def sweep() -> None:
    """Removes what killed runs of this user left; called at every start of the program."""
    left_behind: list[Path] = []
    with suppress(OSError):  # a temporary folder that may not be listed
        left_behind = list(Path(tempfile.gettempdir()).glob(PREFIX + "*"))
    for left in left_behind:
        with suppress(OSError, KitError):
            folder = OwnFolder.marked(left)
            FolderLock(left).release()
            folder.remove()
