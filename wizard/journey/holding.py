"""One window at a time on a folder of photos, or both would write the same record. Leaves nothing in the folder."""

from __future__ import annotations

import os
from pathlib import Path

from wizard.locks import PhotoFolderLock


class Holding:
    """The folder that a journey is about, held for this window until it is about another, or released."""

    def __init__(self) -> None:
        self._lock: PhotoFolderLock | None = None

    def hold(self, photos: Path) -> None:
        """What was held before is let go only once this is held. Raises AnotherSession."""
        if self._lock is None or self._lock.folder != Path(os.path.realpath(photos)):
            lock = PhotoFolderLock(photos)
            self.release()
            self._lock = lock

    def release(self) -> None:
        """Lets go; may be called twice."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
