"""One file of a library and what its name says it is. Opens nothing."""

from __future__ import annotations

from dataclasses import dataclass

PICTURE_SUFFIXES = frozenset(
    [
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".png",
        ".gif",
        ".webp",
        ".tif",
        ".tiff",
        ".bmp",
        ".heic",
        ".heif",
        ".hif",
        ".avif",
    ]
)
RAW_SUFFIXES = frozenset(
    [
        ".dng",
        ".cr2",
        ".cr3",
        ".crw",
        ".nef",
        ".nrw",
        ".arw",
        ".srf",
        ".sr2",
        ".raf",
        ".orf",
        ".rw2",
        ".pef",
        ".srw",
        ".x3f",
        ".rwl",
        ".3fr",
    ]
)
"""What a camera's sensor saw, as each maker writes it."""


@dataclass(frozen=True, slots=True)
class File:
    """One ordinary file. `path` is relative to the folder, with slashes, as on disk (surrogateescape)."""

    path: str
    bytes: int
    modified_ns: int
    identity: tuple[int, int]
    """Device and inode: two names of one file have the same."""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        """The folder part of the path; empty at the top."""
        return self.path.rpartition("/")[0]

    @property
    def is_picture(self) -> bool:
        """True when the name says a picture. Hidden files are backed up but never compared."""
        return self._ends_in(PICTURE_SUFFIXES)

    @property
    def is_raw(self) -> bool:
        """True when the name says a RAW file."""
        return self._ends_in(RAW_SUFFIXES)

    def _ends_in(self, suffixes: frozenset[str]) -> bool:
        # Asked of every file at every look, so the path is not taken apart before its ending fits.
        ending = self.path[self.path.rfind(".") :].lower()
        return ending in suffixes and self.name[0] != "."
