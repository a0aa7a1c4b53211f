"""Remembers fingerprints between runs, by path, size and time of change. May be lost at any time."""

from __future__ import annotations

import json
import os
import sqlite3
import struct
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import astuple, replace
from pathlib import Path
from typing import cast

from wizard.likeness.fingerprint import VERSION, Fingerprint
from wizard.likeness.frames import Box
from wizard.likeness.photo import Looks, Made
from wizard.likeness.turns import ORIENTATIONS
from wizard.likeness.views import Views
from wizard.own_files import OwnFolder
from wizard.photos.library import File, Library
from wizard.photos.metadata import Metadata
from wizard.problems import FolderNotEmpty

SCHEMA = """
CREATE TABLE IF NOT EXISTS photo_3 (
  path BLOB PRIMARY KEY, bytes INTEGER, modified_ns INTEGER, version TEXT,
  sha256 TEXT, hashes BLOB, metadata TEXT, views TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS looks_3 (name TEXT, version TEXT, looks TEXT, PRIMARY KEY (name, version))
"""
"""The tables have a number in their names: an older program's are left alone and not read."""


class Cache:
    """Fingerprints by file. A cache that cannot be read or written is as good as an empty one."""

    def __init__(self, path: Path) -> None:
        """Makes the folder of `path` when there is none. A damaged cache is removed and begun anew.

        In a folder that is not ours nothing is kept.
        """
        self._path: Path | None = None
        with suppress(OSError, FolderNotEmpty):
            folder = OwnFolder.at(path.parent)
            self._path = path
            if not self._sound():
                for suffix in ("", "-journal", "-wal", "-shm"):
                    folder.remove_file(path.with_name(path.name + suffix))

    def recall(self, library: Library) -> Mapping[str, Fingerprint]:
        """The fingerprints of the pictures that have not changed since, by path."""
        try:
            with closing(self._connect()) as database:
                rows = database.execute("SELECT * FROM photo_3 WHERE version = ?", (VERSION,))
                known = {row[0]: row for row in rows}
        except sqlite3.Error:
            return {}
        found = {}
        for file in library.pictures:
            row = known.get(os.fsencode(library.path_of(file)))
            if row is not None and row[1:3] == (file.bytes, file.modified_ns):
                found[file.path] = _fingerprint(row)
        return found

    def remember(self, library: Library, learned: Iterable[tuple[File, Fingerprint]]) -> None:
        """Keeps fingerprints for the next run; a full or read-only disk is no reason to stop."""
        rows = [_row(library, file, fingerprint) for file, fingerprint in learned]
        with suppress(sqlite3.Error), closing(self._connect()) as database, database:
            database.executemany("INSERT OR REPLACE INTO photo_3 VALUES (?,?,?,?,?,?,?,?)", rows)

    def recall_looks(self, names: Iterable[str]) -> Mapping[str, dict[str, Looks]]:
        """What close looks found, by the name of the group and the digest of the photo."""
        wanted = set(names)
        try:
            with closing(self._connect()) as database:
                rows = database.execute(
                    "SELECT name, looks FROM looks_3 WHERE version = ?", (VERSION,)
                ).fetchall()
            return {name: _looks(written) for name, written in rows if name in wanted}
        except (sqlite3.Error, ValueError, TypeError):
            return {}

    def remember_looks(self, name: str, looks: Mapping[str, Looks]) -> None:
        """Keeps what a close look at a group found."""
        written = json.dumps({digest: astuple(each) for digest, each in looks.items()})
        with suppress(sqlite3.Error), closing(self._connect()) as database, database:
            database.execute(
                "INSERT OR REPLACE INTO looks_3 VALUES (?,?,?)", (name, VERSION, written)
            )

    def _connect(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path or ":memory:", timeout=2)
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(SCHEMA)
        return database

    def _sound(self) -> bool:
        """False when the file is there and is no database of ours."""
        try:
            with closing(self._connect()) as database:
                database.execute("SELECT * FROM photo_3 LIMIT 1").fetchall()
                return bool(database.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        except sqlite3.OperationalError:
            return True
        except sqlite3.DatabaseError:
            return False


def _row(library: Library, file: File, fingerprint: Fingerprint) -> tuple[object, ...]:
    upright, seen = fingerprint.perceptual_hash, fingerprint.views
    hashes = () if upright is None else (upright, *seen.turned, *seen.cropped)
    if seen.inside is not None:
        hashes = (*hashes, seen.inside)
    return (
        os.fsencode(library.path_of(file)),
        file.bytes,
        file.modified_ns,
        VERSION,
        fingerprint.sha256,
        b"".join(each.to_bytes(8, "big") for each in hashes),
        json.dumps(astuple(fingerprint.metadata)),
        None if seen.frame is None else json.dumps(astuple(seen.frame)),
    )


def _fingerprint(row: tuple[object, ...]) -> Fingerprint:
    sha256, written, facts, frame = row[4:]
    metadata = Metadata(*json.loads(str(facts)))
    hashes = [hash_ for (hash_,) in struct.iter_unpack(">Q", cast(bytes, written))]
    if not hashes:
        return Fingerprint(str(sha256), None, metadata)
    return Fingerprint(str(sha256), hashes[0], metadata, _views(hashes[1:], frame))


def _views(hashes: list[int], frame: object) -> Views:
    turned, others = tuple(hashes[: ORIENTATIONS - 1]), hashes[ORIENTATIONS - 1 :]
    if frame is None:
        return Views(turned, tuple(others))
    return Views(turned, tuple(others[:-1]), others[-1], Box(*json.loads(str(frame))))


def _looks(written: str) -> dict[str, Looks]:
    found = {}
    for digest, facts in json.loads(written).items():
        looks = Looks(*facts)
        found[digest] = replace(looks, made=Made(looks.made))
    return found
