"""The list of a kit's files: names and sizes, looked at whenever it starts, and digests, which `doctor` reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wizard.plain_files import read_plain, read_plain_text

MANIFEST = "kit.json"


@dataclass(frozen=True)
class Entry:
    """One file: its size and its digest."""

    size: int
    sha256: str

    @classmethod
    def of_bytes(cls, contents: bytes) -> Entry:
        """The entry of a file with these bytes."""
        return cls(len(contents), hashlib.sha256(contents).hexdigest())

    @classmethod
    def of(cls, path: Path) -> Entry:
        """The entry of a file, read from the drive. Raises OSError."""
        return cls.of_bytes(read_plain(path))


def write_manifest(tags: Sequence[str], entries: Mapping[str, Entry | None]) -> str:
    """The text of the list. None stands for a file that is still to be written."""
    files = {
        name: [entry.size, entry.sha256] if entry is not None else None
        for name, entry in entries.items()
    }
    return json.dumps({"made_for": list(tags), "files": files}, indent=0)


def known_names(kit: Path) -> set[str]:
    """The files that the list names; none where there is no list, or none that can be read."""
    try:
        return set(json.loads(read_plain_text(kit / MANIFEST))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def changed_files(kit: Path) -> Iterator[str]:
    """The names of files that are gone or hold other bytes than the list says; all of them are read."""
    try:
        files = json.loads(read_plain_text(kit / MANIFEST))["files"]
        listed = {
            name: Entry(int(facts[0]), str(facts[1])) if facts else None
            for name, facts in files.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        yield MANIFEST
        return
    for name, entry in listed.items():
        try:
            if Entry.of(kit / name) != entry:
                yield name
        except OSError:
            yield name
