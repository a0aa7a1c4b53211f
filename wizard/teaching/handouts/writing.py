"""Writes the pages into their folder: new ones, and over those of last time, never over anybody else's."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from wizard.own_files import OwnFolder
from wizard.plain_files import no_link_on_the_way, read_plain, read_plain_text
from wizard.problems import NotWritable
from wizard.safekeeping.disk import told_as

MADE = "handouts.json"
"""Which files were made here, with the digests they may have: what is another was changed by somebody."""


def write_into(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes `files` by name; returns what stands in their place and was left alone.

    Pages of last time that are no longer made are removed. Raises FolderNotEmpty, NotWritable, DriveFull.
    """
    try:
        return _write(OwnFolder.at(folder), files)
    except OSError as error:
        raise told_as(error, folder) or NotWritable(folder) from error


def _write(own: OwnFolder, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    before = _made(own)
    now = {name: _digest(contents) for name, contents in files.items()}
    known = {name: [*before.get(name, []), *([now[name]] if name in now else [])]
             for name in (*before, *now)}  # fmt: skip
    own.write(MADE, json.dumps(known))  # first, so that pages of a run that is cut short are known
    left_alone = []
    for name in known:
        if _anothers(own.path, name, known[name]):
            left_alone += [own.path / name] if name in files else []
        elif name in files:
            (own.path / name).parent.mkdir(parents=True, exist_ok=True)
            own.write_bytes(name, files[name])
        else:
            own.remove_file(own.path / name)
    own.write(MADE, json.dumps({name: [digest] for name, digest in now.items()}))
    return tuple(left_alone)


def _made(own: OwnFolder) -> dict[str, list[str]]:
    """What was made here before; nothing is known where the record is damaged, so all of it stays."""
    try:
        written = json.loads(read_plain_text(own.path / MADE))
        return {str(name): [str(each) for each in digests] for name, digests in written.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _anothers(home: Path, name: str, digests: list[str]) -> bool:
    """True when what stands there is not what this program made, or a link leads elsewhere."""
    path = home / name
    if not no_link_on_the_way(home, name):
        return True
    if not os.path.lexists(path):
        return False
    try:
        return _digest(read_plain(path)) not in digests
    except OSError:
        return True


def _digest(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()
