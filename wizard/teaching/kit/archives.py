"""Zip files from elsewhere, wheels and an embeddable Python: names and sizes are checked before anything is read."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from wizard.problems import NotATrustedZip

MOST_FILES = 20_000
MOST_BYTES = 1_000_000_000
MOST_OF_ONE = 300_000_000
"""The largest wheel, scipy's, unpacks to 1,700 files and 108 MB (measured)."""


@dataclass(frozen=True)
class Member:
    """One file in a zip that stays open."""

    archive: zipfile.ZipFile
    name: str

    def read(self) -> bytes:
        """Its bytes. Raises NotATrustedZip when they are damaged."""
        try:
            return self.archive.read(self.name)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise NotATrustedZip(Path(str(self.archive.filename))) from error


def opened(path: Path) -> zipfile.ZipFile:
    """The zip, to be closed by the caller. Raises NotATrustedZip, also for a name that climbs out."""
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, ValueError) as error:
        raise NotATrustedZip(path) from error
    if _trusted(archive):
        return archive
    archive.close()
    raise NotATrustedZip(path)


def members(archive: zipfile.ZipFile) -> Iterator[Member]:
    """Every file in it."""
    for name in archive.namelist():
        if not name.endswith("/"):
            yield Member(archive, name)


def _trusted(archive: zipfile.ZipFile) -> bool:
    entries = archive.infolist()
    folded = {entry.filename.casefold() for entry in entries}  # a stick knows no capitals
    return (
        len(folded) == len(entries) <= MOST_FILES
        and sum(entry.file_size for entry in entries) <= MOST_BYTES
        and all(_plain(entry) for entry in entries)
    )


def _plain(entry: zipfile.ZipInfo) -> bool:
    """An ordinary file or folder that stays where it is unpacked, on every system."""
    mode = entry.external_attr >> 16
    name = entry.filename
    return (
        entry.file_size <= MOST_OF_ONE
        and not entry.flag_bits & 1  # needs a password
        and (not stat.S_IFMT(mode) or stat.S_ISREG(mode) or stat.S_ISDIR(mode))
        and ".." not in PurePosixPath(name).parts
        and not PurePosixPath(name).is_absolute()
        and not PureWindowsPath(name).drive
        and not set(name) & set('\\:*?"<>|\0')
    )
