"""The record of copies that were read back and found equal. Nothing may move without a row here."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wizard.photos.library import File
from wizard.plain_files import no_link_on_the_way
from wizard.problems import DamagedRecord
from wizard.safekeeping import disk
from wizard.safekeeping.journal import Journal
from wizard.safekeeping.names import stays_below

RECORD = "checked.jsonl"


@dataclass(frozen=True)
class CheckedCopy:
    """Proof that exactly these bytes were read back from the learner's backup. Made by CheckedCopies only."""

    sha256: str
    where: Path
    checked_at: str


class CheckedCopies:
    """The copies recorded in `folder`; their paths are relative to `base`."""

    def __init__(self, folder: Path, base: Path) -> None:
        """Reads the record, empty if there is none yet.

        Raises DamagedRecord when it cannot be read or makes no sense, DriveGone.
        """
        self.base = base
        try:
            self._journal = Journal(folder / RECORD)
        except OSError as error:
            raise disk.told_as(error, folder) or DamagedRecord(folder / RECORD) from error
        self._by_path: dict[str, Mapping[str, Any]] = {}
        self._by_payload: dict[str, Mapping[str, Any]] = {}
        self._rows_by_digest: dict[str, list[Mapping[str, Any]]] = {}
        self._lost: set[str] = set()
        try:
            for entry in self._journal.entries:
                self._take(entry)
        except (KeyError, TypeError, ValueError) as error:
            raise DamagedRecord(folder / RECORD) from error

    def add(self, file: File, payload: str, sha256: str) -> None:
        """Records that `payload` was read back and holds what `file` held. Lasting when this returns."""
        self.add_all([(file, payload, sha256)])

    def add_all(self, checked: Iterable[tuple[File, str, str]]) -> None:
        """The same of several, for one wait for the drive: file, payload and digest of each."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        entries = [
            {
                "act": "checked",
                "path": file.path,
                "payload": payload,
                "bytes": file.bytes,
                "modified_ns": file.modified_ns,
                "sha256": sha256,
                "at": now,
            }
            for file, payload, sha256 in checked
        ]
        if entries:
            self._journal.append(*entries)
        for entry in entries:
            self._take(entry)

    def lost(self, payloads: Iterable[str]) -> None:
        """Records that these copies are no longer what they were: they count no more.

        Raises OSError when that cannot be written; for this session they are forgotten all the same.
        """
        entries = [
            {"act": "lost", "payload": each} for each in payloads if each in self._by_payload
        ]
        for entry in entries:
            self._take(entry)
        for entry in entries:
            self._journal.append(entry)

    def row_of(self, path: str) -> Mapping[str, Any] | None:
        """The newest row of a file of the library, by its relative path."""
        return self._by_path.get(path)

    def is_current(self, file: File) -> bool:
        """True when the file has not changed since its copy was checked, and the copy is still there."""
        row = self._by_path.get(file.path)
        return (
            row is not None
            and (row["bytes"], row["modified_ns"]) == (file.bytes, file.modified_ns)
            and self._copy(row) is not None
        )

    def of_digest(self, sha256: str) -> CheckedCopy | None:
        """A checked copy of exactly these bytes that is there now, or None."""
        copies = (self._copy(row) for row in self._rows_by_digest.get(sha256, ()))
        return next((copy for copy in copies if copy is not None), None)

    def of_path(self, path: str) -> CheckedCopy | None:
        """The checked copy of one file of the library that is there now, or None."""
        row = self._by_path.get(path)
        return self._copy(row) if row is not None else None

    @property
    def rows(self) -> list[Mapping[str, Any]]:
        """One row for each copy, in the order of checking."""
        return list(self._by_payload.values())

    @property
    def lost_payloads(self) -> list[str]:
        """Where copies lay that were lost and not made anew."""
        return sorted(self._lost)

    @property
    def last_checked(self) -> str | None:
        """When the newest row was written, ISO 8601 in UTC."""
        return max((str(row["at"]) for row in self._by_payload.values()), default=None)

    def _take(self, entry: Mapping[str, Any]) -> None:
        payload = str(entry["payload"])
        if not stays_below(payload):
            raise ValueError(payload)
        if entry["act"] == "lost":
            self._lost.add(payload)
            self._by_payload.pop(payload, None)
            self._by_path = {
                path: row for path, row in self._by_path.items() if row["payload"] != payload
            }
        else:
            self._lost.discard(payload)
            self._by_payload[payload] = entry
            self._by_path[str(entry["path"])] = entry
            self._rows_by_digest.setdefault(str(entry["sha256"]), []).append(entry)

    def _copy(self, row: Mapping[str, Any]) -> CheckedCopy | None:
        newest = self._by_payload.get(str(row["payload"]))
        if newest is None or newest["sha256"] != row["sha256"]:
            return None  # lost since, or written anew: this row proves nothing about what is there
        where = self.base / row["payload"]
        try:
            status = os.lstat(where)
        except OSError:
            return None
        if not stat.S_ISREG(status.st_mode) or status.st_size != row["bytes"]:
            return None
        if not no_link_on_the_way(self.base, str(row["payload"])):
            return None  # a folder of the backup that leads elsewhere, to the originals perhaps
        return CheckedCopy(str(row["sha256"]), where, str(row["at"]))
