"""What is to leave no trace: temporary folders that are removed at the end.

After a kill they are removed at the next start: their locks are free then.
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
PAGES_PREFIX = f"{APP_NAME}-pages-"
"""In the home folder too, where a person may have folders with the first prefix."""


class TemporaryFolder:
    """A folder of ours, locked while it is in use."""

    def __init__(self, prefix: str = PREFIX, parent: Path | None = None) -> None:
        """In `parent`, else in the system's temporary folder. Raises OSError when there is no room."""
        self.folder, self._lock = _locked_folder(prefix, parent)

    def remove(self) -> None:
        """Removes everything; may be called twice. What another program holds open goes at the next start."""
        self._lock.release()
        with suppress(OSError, KitError):
            self.folder.remove()


class TracelessPlaces:
    """On a computer that is not the learner's: every place in one temporary folder."""

    def __init__(self) -> None:
        """Makes the folder, after removing those that killed runs left. Raises OSError when there is no room."""
        sweep()
        self._temporary = TemporaryFolder()
        self.places: Places = within(self._temporary.folder.path)

    def remove(self) -> None:
        """Removes everything; may be called twice."""
        self._temporary.remove()


def sweep() -> None:
    """Removes what killed runs of this user left; called at every start of the program."""
    for path in _left_behind():
        with suppress(OSError, KitError):
            folder = OwnFolder.marked(path)
            FolderLock(path).release()
            folder.remove()


def _left_behind() -> list[Path]:
    found: list[Path] = []
    for parent, prefix in ((Path(tempfile.gettempdir()), PREFIX), (Path.home(), PAGES_PREFIX)):
        with suppress(OSError):  # a folder that may not be listed
            found += parent.glob(prefix + "*")
    return found


def _locked_folder(prefix: str, parent: Path | None) -> tuple[OwnFolder, FolderLock]:
    """A new folder and its lock. Another start may sweep the folder away before it is locked: then one more."""
    while True:
        folder = OwnFolder.temporary(prefix, parent)
        with suppress(FileNotFoundError, AnotherSession):
            lock = FolderLock(folder.path)
            if os.path.lexists(folder.path / MARK):
                return folder, lock
            lock.release()
