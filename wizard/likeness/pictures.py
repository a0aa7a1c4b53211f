"""The small pictures of a look: kept from the first reading while there is room, read again after that."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from wizard.likeness.small_picture import SmallPicture, read_small

ROOM = 160_000_000
"""Bytes: about a thousand pictures, a family's folder. PNG, WebP and HEIC cost most to decode again."""
KNOWN_OF_EACH = 1_200
"""Bytes that a photo's fingerprint takes while it is compared (measured on 100,000)."""
LARGER_KEPT = 16
"""Pictures in another size; a million bytes each at most."""


class Pictures:
    """Small pictures by path, for several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, SmallPicture] = {}
        self._taken = 0
        self._room = ROOM
        self._larger: dict[tuple[str, int], SmallPicture] = {}
        self._lock = Lock()

    @property
    def has_room(self) -> bool:
        """False once no more are kept."""
        return self._taken < self._room

    def share_room(self, photos: int) -> None:
        """Of a large library fewer pictures are kept: what is known of its photos has the same room."""
        self._room = max(ROOM // 5, ROOM - photos * KNOWN_OF_EACH)

    def keep(self, path: str, small: SmallPicture | None) -> None:
        """Remembers a picture while there is room."""
        if small is None or not self.has_room:
            return
        with self._lock:
            self._kept[path] = small
            self._taken += small.nbytes

    def clear(self) -> None:
        """Makes room of all of it: the look is over."""
        with self._lock:
            self._kept.clear()
            self._taken = 0

    def get(self, path: str) -> SmallPicture:
        """The small picture of a photo. Raises UnreadablePicture."""
        return self._kept.get(path) or read_small(self._folder / path)

    def larger(self, path: str, pixels: int) -> SmallPicture:
        """The picture with so many pixels, read again; the last ones are kept. Raises UnreadablePicture."""
        found = self._larger.get((path, pixels))
        if found is None:
            found = read_small(self._folder / path, pixels)
            with self._lock:
                while len(self._larger) >= LARGER_KEPT:
                    del self._larger[next(iter(self._larger))]
                self._larger[path, pixels] = found
        return found
