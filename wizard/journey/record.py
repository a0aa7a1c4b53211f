"""What is written down of a journey, so that it goes on where it was after a power cut or a week."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from wizard.own_files import OwnFolder
from wizard.plain_files import parse_json
from wizard.problems import KitError
from wizard.safekeeping.journal import Journal


class StepName(StrEnum):
    """The seven steps, in their order."""

    WELCOME = "welcome"
    CHOOSE = "choose"
    BACK_UP = "back_up"
    LOOK = "look"
    REVIEW = "review"
    INSPECT = "inspect"
    FINISH = "finish"

    @property
    def number(self) -> int:
        """1 to 7."""
        return list(StepName).index(self) + 1


@dataclass
class Record:
    """Plain values only. Paths are text; decisions are by the photo's path and hold its digest."""

    step: str = StepName.WELCOME
    language: str = ""
    folder: str = ""
    drive: str = ""
    backup: str = ""
    copy: str = ""
    """A copy that the learner had already: used instead of `backup`."""
    separation: str = ""
    acknowledged: bool = False
    """The learner has read that a copy on the same drive dies with it."""
    review_folder: str = ""
    group: int = 0
    decisions: dict[str, tuple[str, str]] = field(default_factory=dict)
    seen: list[tuple[str, str, str]] = field(default_factory=list)


def journey_file(folder: Path, photos: Path, kind: str) -> Path:
    """The file in `folder` that holds the journey of one photo folder, so that two windows share none.

    For photos on the drive that `folder` is on, their place on it counts: elsewhere it has another name.
    """
    place, drive = Path(os.path.realpath(photos)), Path(os.path.realpath(folder)).parent
    if place.is_relative_to(drive):
        place = place.relative_to(drive)
    code = hashlib.sha256(os.fsencode(place.as_posix())).hexdigest()
    return folder / f"journey-{code[:16]}{kind}"


def journey_files(folder: Path, kind: str) -> list[Path]:
    """The journeys that lie in a folder, the one written last first."""
    named = re.compile(r"journey-[0-9a-f]{16}" + re.escape(kind))
    try:
        found = [entry for entry in os.scandir(folder) if named.fullmatch(entry.name)]
        found.sort(key=lambda entry: entry.stat(follow_symlinks=False).st_mtime_ns, reverse=True)
    except OSError:
        return []
    return [Path(entry.path) for entry in found]


class RecordKeeper:
    """Keeps the record in the user's state folder or, when the computer is not theirs, on the learner's drive."""

    def __init__(self, file: Path | None = None, drive_file: Path | None = None) -> None:
        """With neither of the two nothing is written down."""
        self.file = file
        self.drive_file = drive_file

    def load(self) -> Record | None:
        """The record of last time, or None when there is none that can be read."""
        try:
            if self.drive_file is not None:
                entries = Journal(self.drive_file).entries
                return record_from(entries[-1]) if entries else None
            if self.file is None:
                return None
            return record_from(parse_json(self.file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def save(self, record: Record) -> bool:
        """Writes the record down. False when that was not possible; the journey goes on all the same."""
        try:
            if self.drive_file is not None:
                Journal(self.drive_file).append(asdict(record))
            elif self.file is not None:
                text = json.dumps(asdict(record), indent=1)
                OwnFolder.at(self.file.parent).write(self.file.name, text)
        except (OSError, KitError):
            return False
        return True

    def forget(self) -> None:
        """The journey is over: the next one begins at the first step."""
        if self.drive_file is not None:
            self.save(Record())
        elif self.file is not None and self.file.is_file():
            with suppress(OSError, KitError):
                OwnFolder.at(self.file.parent).remove_file(self.file)


def record_from(values: Mapping[str, Any]) -> Record:
    """A record from plain values. Raises ValueError or TypeError when they are not a record's."""
    known = {each.name for each in fields(Record)}
    record = Record(**{name: value for name, value in dict(values).items() if name in known})
    for name, usual in vars(Record()).items():
        if not isinstance(getattr(record, name), str if isinstance(usual, str) else type(usual)):
            raise TypeError(name)
    record.step = StepName(record.step)
    record.seen = [(str(a), str(b), str(at)) for a, b, at in record.seen]
    record.decisions = {
        str(path): (str(choice), str(sha256)) for path, (choice, sha256) in record.decisions.items()
    }
    return record
