"""The practice photos, drawn once and kept: a copy of them is there at once. Draws anew what is not whole."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wizard.own_files import OwnFolder
from wizard.places import Places, workshop_kit
from wizard.plain_files import read_plain, read_plain_text
from wizard.problems import KitError
from wizard.teaching import practice
from wizard.teaching.practice import make_practice_photos

PHOTOS, ANSWER_KEY, LIST = "photos", "truth.csv", "drawn.json"
KEPT = "practice photos"
"""The folder's name in the cache and in a workshop's kit."""


@dataclass(frozen=True)
class Kept:
    """One file of the set: its bytes and its time of change in nanoseconds."""

    contents: bytes
    modified_ns: int


Drawn = dict[str, Kept]


def lay_out(places: Places, photos: Path, answer_key: Path) -> None:
    """Fresh practice photos in the new or empty folder `photos`. Raises OSError."""
    for folder in _kept_in(places):
        drawn = _read(folder)
        if drawn is not None:
            for name, kept in drawn.items():
                _write(answer_key if name == ANSWER_KEY else photos.parent / name, kept)
            return
    make_practice_photos(photos, answer_key)
    with suppress(OSError, KitError):  # a full disk keeps nobody from practising
        keep(photos, answer_key, places.cache / KEPT)


def keep(photos: Path, answer_key: Path, folder: Path) -> None:
    """Keeps what was just drawn, in a folder of ours. Raises OSError, FolderNotEmpty."""
    own = OwnFolder.at(folder)
    own.clear()
    drawn = {ANSWER_KEY: _kept(answer_key)}
    drawn |= {
        f"{PHOTOS}/{path.relative_to(photos).as_posix()}": _kept(path)
        for path in sorted(photos.rglob("*"))
        if path.is_file()
    }
    for name, kept in drawn.items():
        _write(folder / name, kept)
    files = {name: _facts(kept) for name, kept in drawn.items()}
    own.write(LIST, json.dumps({"drawn_by": _drawn_by(), "files": files}, indent=1))


def _kept_in(places: Places) -> Iterator[Path]:
    kit = workshop_kit()
    if kit is not None:
        yield kit / KEPT
    yield places.cache / KEPT


def _read(folder: Path) -> Drawn | None:
    """The set, if every byte of it is as it was drawn, by this very program."""
    try:
        written = json.loads(read_plain_text(folder / LIST))
        if written["drawn_by"] != _drawn_by():
            return None
        drawn = {
            str(name): Kept(read_plain(folder / name), int(facts[1]))
            for name, facts in written["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    whole = all(_facts(kept) == written["files"][name] for name, kept in drawn.items())
    return drawn if whole else None


def _kept(path: Path) -> Kept:
    return Kept(read_plain(path), path.stat().st_mtime_ns)


def _facts(kept: Kept) -> list[str | int]:
    return [hashlib.sha256(kept.contents).hexdigest(), kept.modified_ns]


def _write(path: Path, kept: Kept) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(kept.contents)
    os.utime(path, ns=(kept.modified_ns, kept.modified_ns))


@cache
def _drawn_by() -> str:
    """The check code of the code that draws: another version of the program draws anew."""
    digest = hashlib.sha256()
    for source in sorted(Path(practice.__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()
