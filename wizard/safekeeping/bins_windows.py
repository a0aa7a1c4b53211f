"""The Recycle Bin on Windows: a folder for each user at the top of each fixed drive, with room for so much.

A file is there as `$Rxxxxxx.jpg`; `$Ixxxxxx.jpg` beside it says where it was. What is too large is
deleted at once, and the oldest is deleted when the bin is full: so there must be room for all.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from wizard.plain_files import read_plain
from wizard.problems import TrashDoubt

BINS = "$Recycle.Bin"
FIXED = 3
"""GetDriveTypeW, fileapi.h"""
SETTINGS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\BitBucket\Volume"
MEGABYTE = 1 << 20


def find(path: Path) -> Path | None:
    """The `$R` file whose `$I` file names this path."""
    for note in _notes(Path(path.anchor) / BINS, path.suffix):
        if was_at(read_plain(note)).lower() == str(path).lower():
            found = note.with_name("$R" + note.name[2:])
            return found if found.is_file() else None
    return None


def was_at(note: bytes) -> str:
    """The path in a `$I` file: version, size and time of eight bytes each, then the path in UTF-16.

    Version 2 counts the path's letters first; version 1 has 260 of them. Empty for anything else.
    """
    if len(note) < 28:
        return ""
    (version,) = struct.unpack_from("<q", note)
    if version not in (1, 2):
        return ""
    path = note[28:] if version == 2 else note[24:]
    return path.decode("utf-16-le", "replace").partition("\0")[0]


def make_lasting(found: Path) -> None:
    """Windows writes renamed names down by itself."""


def _notes(bins: Path, suffix: str) -> Iterator[Path]:
    """The newest first, of every user whose bin opens to us, which is ours."""
    notes = []
    for user in os.scandir(bins):
        try:
            notes += [entry for entry in os.scandir(user.path) if _is_note(entry.name, suffix)]
        except OSError:
            continue
    for entry in sorted(notes, key=lambda entry: entry.stat().st_mtime, reverse=True):
        yield Path(entry.path)


def _is_note(name: str, suffix: str) -> bool:
    return name.startswith("$I") and name.lower().endswith(suffix.lower())


if sys.platform == "win32":
    import winreg
    from ctypes import wintypes

    class _BinFacts(ctypes.Structure):
        """SHQUERYRBINFO, shellapi.h"""

        _fields_ = (
            ("cbSize", wintypes.DWORD),
            ("i64Size", ctypes.c_longlong),
            ("i64NumItems", ctypes.c_longlong),
        )

    def doubt_about(folder: Path, size: int) -> TrashDoubt | None:
        """A fixed drive, the way that pywin32 opens, which refuses to delete, and room for everything."""
        if ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) != FIXED:
            return TrashDoubt.NO_TRASH
        if importlib.util.find_spec("win32com") is None:
            return TrashDoubt.NO_TRASH
        return None if size <= _room(folder.anchor) else TrashDoubt.NO_ROOM

    def _room(root: str) -> int:
        """Bytes that still fit into the bin of a drive; 0 when that cannot be told."""
        facts = _BinFacts(cbSize=ctypes.sizeof(_BinFacts))
        volume = ctypes.create_unicode_buffer(64)
        if ctypes.windll.shell32.SHQueryRecycleBinW(root, ctypes.byref(facts)):
            return 0
        if not ctypes.windll.kernel32.GetVolumeNameForVolumeMountPointW(root, volume, len(volume)):
            return 0
        name = volume.value.rstrip("\\").removeprefix("\\\\?\\Volume")
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"{SETTINGS}\{name}") as key:
                if winreg.QueryValueEx(key, "NukeOnDelete")[0]:
                    return 0
                megabytes = int(winreg.QueryValueEx(key, "MaxCapacity")[0])
        except OSError:
            return 0
        return max(0, megabytes * MEGABYTE - int(facts.i64Size))
