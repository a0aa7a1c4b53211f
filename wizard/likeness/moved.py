"""Recognises a photo that was moved, renamed or copied by its digest: it is read, but not decoded again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from wizard.likeness.fingerprint import Fingerprint
from wizard.photos.library import File
from wizard.photos.picture import read_bytes


class Moved:
    """Fingerprints by the digest of the bytes they are of."""

    def __init__(self, known: Mapping[str, Fingerprint], sizes: frozenset[int]) -> None:
        """`sizes` in bytes: of another size none is known, and need not be read for this."""
        self._known, self._sizes = known, sizes

    def find(self, file: File, path: Path) -> Fingerprint | None:
        """The fingerprint of these bytes, whatever they were called. Raises UnreadablePicture."""
        if file.bytes not in self._sizes:
            return None
        return self._known.get(hashlib.sha256(read_bytes(path)).hexdigest())
