"""What is to leave no trace: temporary folders that are removed at the end.

After a kill they are removed at the next start: their locks are free then.
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
PAGES_PREFIX = f"{APP_NAME}-pages-"
"""In the home folder too, where a person may have folders with the first prefix."""


class TemporaryFolder:
    """A folder of ours, locked while it is in use."""

    def __init__(self, prefix: str = PREFIX, parent: Path | None = None) -> None:
        """In `parent`, else in the system's temporary folder. Raises OSError when there is no room."""
        self.folder = OwnFolder.temporary(prefix, parent)
        self._lock = FolderLock(self.folder.path)

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
    """Removes what killed runs of this user left; called at every start of the wizard."""
    left = [
        *Path(tempfile.gettempdir()).glob(PREFIX + "*"),
        *Path.home().glob(PAGES_PREFIX + "*"),
    ]
    for path in left:
        with suppress(OSError, KitError):
            folder = OwnFolder.marked(path)
            FolderLock(path).release()
            folder.remove()
