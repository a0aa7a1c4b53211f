"""Remembers between runs what was learned of each photo, by its path, size and time of change.

May be lost at any time. What is damaged, or of another version, is not there.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

from wizard.likeness.fingerprint import VERSION, Fingerprint
from wizard.likeness.moved import Moved
from wizard.likeness.photo import Looks
from wizard.likeness.written import (
    DAMAGED,
    one_line,
    read_fingerprint,
    read_looks,
    sealed,
    unsealed,
    write_fingerprint,
    write_looks,
)
from wizard.long_work import lasting
from wizard.own_files import OwnFolder
from wizard.photos.library import File, Library
from wizard.problems import FolderNotEmpty

SCHEMA = """
CREATE TABLE IF NOT EXISTS photo_4 (
  path BLOB PRIMARY KEY, bytes INTEGER, modified_ns INTEGER, version TEXT, fingerprint BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS looks_4 (
  name TEXT, version TEXT, looks BLOB, PRIMARY KEY (name, version)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS scan_5 (
  folder BLOB, part INTEGER, version TEXT, listing BLOB, found BLOB, PRIMARY KEY (folder, part)
);
"""
"""The tables have a number in their names: an older program's are left alone and not read."""


LOOKS_AT_ONCE = 100
"""Close looks between two writes: a write for each took longer than most looks."""

Row = tuple[object, ...]


class Memory(StrEnum):
    """What became of the cache, where a person is to know."""

    BEGUN_ANEW = "begun_anew"
    """It was damaged: all photos are read again."""
    NOT_KEPT = "not_kept"
    """Nothing can be written: the next look takes as long as this one."""


class Cache:
    """Fingerprints by file. A cache that cannot be read or written is as good as an empty one."""

    def __init__(self, path: Path) -> None:
        """Makes the folder of `path` when there is none. A damaged cache is removed and begun anew.

        In a folder that is not ours nothing is kept.
        """
        self.memory: Memory | None = None
        self._path: Path | None = None
        self._unwritten: list[Row] = []
        try:
            self._folder = OwnFolder.at(path.parent)
        except (OSError, FolderNotEmpty):
            self.memory = Memory.NOT_KEPT
        else:
            self._path = path
            list(self._read("SELECT path FROM photo_4 LIMIT 1"))

    def recall(self, library: Library) -> dict[str, Fingerprint]:
        """The fingerprints of the pictures that have not changed since, by path."""
        pictures = {_key(library, file): file for file in library.pictures}
        found = {}
        with lasting():
            for path, size, modified_ns, written in self._photos():
                file = pictures.get(path)
                if file is None or (file.bytes, file.modified_ns) != (size, modified_ns):
                    continue
                with suppress(*DAMAGED):
                    found[file.path] = read_fingerprint(json.loads(*unsealed(written)))
        return found

    def recall_contents(self, files: Collection[File]) -> Moved:
        """What is known of photos as large as one of these, which may be they under another name."""
        wanted, sizes, found = {file.bytes for file in files}, set[int](), {}
        for _, size, _, written in self._photos() if wanted else ():
            if size in wanted:
                with suppress(*DAMAGED):
                    fingerprint = read_fingerprint(json.loads(*unsealed(written)))
                    found[fingerprint.sha256] = fingerprint
                    sizes.add(size)
        return Moved(found, frozenset(sizes))

    def remember(self, library: Library, learned: Iterable[tuple[File, Fingerprint]]) -> None:
        """Keeps fingerprints for the next run; a full or read-only disk is no reason to stop."""
        rows = [
            (
                _key(library, file),
                file.bytes,
                file.modified_ns,
                VERSION,
                sealed([one_line(write_fingerprint(fingerprint))]),
            )
            for file, fingerprint in learned
        ]
        query = "INSERT OR REPLACE INTO photo_4 VALUES (?,?,?,?,?)"
        self._write(lambda database: database.executemany(query, rows))

    def recall_looks(self, names: Iterable[str]) -> dict[str, dict[str, Looks]]:
        """What close looks found, by the name of the group and the digest of the photo."""
        wanted, found = set(names), {}
        for name, written in self._read(
            "SELECT name, looks FROM looks_4 WHERE version = ?", VERSION
        ):
            if name in wanted:
                with suppress(*DAMAGED):
                    looks = json.loads(*unsealed(written))
                    found[name] = {digest: read_looks(each) for digest, each in looks.items()}
        return found

    def remember_looks(self, name: str, looks: Mapping[str, Looks]) -> None:
        """Keeps what a close look at a group found; in one go with others, see `flush`."""
        seen = {digest: write_looks(each) for digest, each in looks.items()}
        written = sealed([one_line(seen)])
        self._unwritten.append((name, VERSION, written))
        if len(self._unwritten) >= LOOKS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Writes what was kept back."""
        rows, self._unwritten = self._unwritten, []
        query = "INSERT OR REPLACE INTO looks_4 VALUES (?,?,?)"
        self._write(lambda database: database.executemany(query, rows))

    def recall_scan(self, folder: Path, listing: bytes) -> Iterator[bytes]:
        """The parts of what a look at this folder found when it held exactly this; none when unknown."""
        query = "SELECT found FROM scan_5 WHERE folder = ? AND listing = ? AND version = ? ORDER BY part"
        for (written,) in self._read(query, os.fsencode(folder), listing, VERSION):
            yield written

    def remember_scan(
        self, folder: Path, listing: bytes, parts: Iterable[bytes | bytearray]
    ) -> None:
        """Keeps what a look found of the folder as a whole, part by part: in one piece the 30 MB of
        100,000 photos would be in memory three times.
        """
        name = os.fsencode(folder)
        rows = ((name, number, VERSION, listing, part) for number, part in enumerate(parts))

        def write(database: sqlite3.Connection) -> None:
            database.execute("DELETE FROM scan_5 WHERE folder = ?", (name,))
            database.executemany("INSERT INTO scan_5 VALUES (?,?,?,?,?)", rows)

        self._write(write)

    def _photos(self) -> Iterator[tuple[bytes, int, int, bytes]]:
        query = "SELECT path, bytes, modified_ns, fingerprint FROM photo_4 WHERE version = ?"
        return self._read(query, VERSION)

    def _read(self, query: str, *values: object) -> Iterator[Any]:
        """The rows, or as many as can be read."""
        try:
            with closing(self._connect()) as database:
                yield from database.execute(query, values)
        except sqlite3.OperationalError:
            self.memory = Memory.NOT_KEPT
        except sqlite3.DatabaseError:
            self._begin_anew()

    def _write(self, write: Callable[[sqlite3.Connection], object]) -> None:
        """Does all that `write` does, or nothing of it."""
        try:
            with closing(self._connect()) as database, database:
                write(database)
        except sqlite3.OperationalError:
            self.memory = Memory.NOT_KEPT
        except sqlite3.DatabaseError:
            self._begin_anew()

    def _connect(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path or ":memory:", timeout=2)
        try:
            database.execute("PRAGMA synchronous = OFF")
            database.executescript(SCHEMA)
        except sqlite3.Error:
            database.close()  # an open file cannot be removed on Windows
            raise
        return database

    def _begin_anew(self) -> None:
        """The file is no database, or a torn one; only what is ours is removed."""
        self.memory = Memory.BEGUN_ANEW
        if self._path is None:
            return
        try:
            for suffix in ("", "-journal", "-wal", "-shm"):
                self._folder.remove_file(self._path.with_name(self._path.name + suffix))
        except OSError:
            self._path, self.memory = None, Memory.NOT_KEPT


def _key(library: Library, file: File) -> bytes:
    return os.fsencode(f"{library.folder}{os.sep}{file.path}")
