"""An append-only record that survives power cuts: what is read back is always a true beginning of what was written.

JSON lines, each with its number, the hash of the line before and a CRC. A torn or damaged tail is
set aside where it lies: the record goes on in a second file that continues from the last good line.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wizard.plain_files import parse_json, read_plain
from wizard.safekeeping import disk

START = "0" * 64
_CRC = re.compile(rb',"crc":"([0-9a-f]{8})"}\n\Z')

Entry = Mapping[str, Any]


class Journal:
    """The record at `path` (and `path` with -2, -3 … after damage). Entries are read when it is opened."""

    def __init__(self, path: Path) -> None:
        """Reads what is there. A missing file is an empty record. Raises OSError when it cannot be read."""
        self._path = path
        self._read()

    def _read(self) -> None:
        self._last_hash = START
        self.entries: list[Entry] = []
        self.damaged = False
        self.failed = False
        """The last writing failed; its lines may be there in part or whole."""
        self._segment = 1
        while self._read_segment():
            self._segment += 1

    def append(self, *entries: Entry) -> None:
        """Adds entries; all are on the drive when this returns. Raises OSError when one is not.

        Lines that failed may be there in part or whole, so the next ones go on from what is read.
        """
        if self.failed:
            self._read()
        lines, last_hash = [], self._last_hash
        for number, entry in enumerate(entries, len(self.entries) + 1):
            lines.append(_line({**entry, "seq": number, "prev": last_hash}))
            last_hash = hashlib.sha256(lines[-1]).hexdigest()
        self.failed = True
        disk.append_record(self._file(self._segment), b"".join(lines))
        self.failed = False
        self.entries.extend(entries)
        self._last_hash = last_hash

    def make_lasting(self) -> None:
        """Waits until all that was read is on the drive. Raises OSError."""
        disk.append_record(self._file(self._segment), b"")

    def _file(self, segment: int) -> Path:
        suffix = "" if segment == 1 else f"-{segment}"
        return self._path.with_name(f"{self._path.stem}{suffix}{self._path.suffix}")

    def _read_segment(self) -> bool:
        """Reads one file; True when it ends in damage, so that the next file goes on."""
        try:
            contents = read_plain(self._file(self._segment))
        except FileNotFoundError:
            return False
        for line in contents.splitlines(keepends=True):
            entry = self._entry(line)
            if entry is None:
                self.damaged = True
                return True
            self.entries.append(entry)
            self._last_hash = hashlib.sha256(line).hexdigest()
        return False

    def _entry(self, line: bytes) -> Entry | None:
        """The entry of a line, or None when the line does not continue the record."""
        match = _CRC.search(line)
        if match is None:
            return None
        body = line[: match.start()] + b"}"
        if int(match.group(1), 16) != zlib.crc32(body):
            return None
        try:
            entry = parse_json(body)
        except ValueError:
            return None
        if entry.pop("prev", None) != self._last_hash:
            return None
        return entry if entry.pop("seq", None) == len(self.entries) + 1 else None


def _line(entry: Entry) -> bytes:
    body = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode("ascii")
    return body[:-1] + b',"crc":"%08x"}\n' % zlib.crc32(body)
