"""A photo and its companions move into the review folder: all of them, or none. Nothing moves unproven."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from wizard.problems import Gate, MayNotMove, Problem, ProblemKind
from wizard.safekeeping import disk
from wizard.safekeeping.checked import CheckedCopy
from wizard.safekeeping.file_state import State, state, unlike
from wizard.safekeeping.recovery import settle, take_back
from wizard.safekeeping.review_places import Slots
from wizard.safekeeping.review_record import Item, ReviewRecord


@dataclass(frozen=True)
class Leaving:
    """A file to be set aside: path relative to the photo folder, digest as looked at, and its checked copy."""

    path: str
    sha256: str
    copy: CheckedCopy


@dataclass(frozen=True)
class Staying:
    """The photo of the same group that stays, beside which the leaving one was on the screen."""

    path: str
    sha256: str
    seen_at: str


@dataclass(frozen=True)
class Bundle:
    """A photo and its companions, which move together or not at all, and the photo that stays."""

    leaving: tuple[Leaving, ...]
    staying: Staying


def set_aside(record: ReviewRecord, bundle: Bundle) -> list[Problem]:
    """The reasons why none of the bundle moved; empty when all of it did.

    Every file is hashed again first, the one that stays too. Raises MayNotMove, OSError.
    """
    for leaving in bundle.leaving:
        if leaving.copy.sha256 != leaving.sha256:
            raise MayNotMove(Gate.NO_CHECKED_COPY)
        if leaving.path == bundle.staying.path:
            raise MayNotMove(Gate.LAST_OF_GROUP)
    states = {leaving.path: state(record.photos / leaving.path) for leaving in bundle.leaving}
    problems = _changed(record, bundle)
    return problems or _move_in(record, _items_for(record, bundle), states, bundle.staying.seen_at)


def _changed(record: ReviewRecord, bundle: Bundle) -> list[Problem]:
    """The files, and the copies of them, that are no longer what they were."""
    device = os.lstat(record.folder).st_dev
    expected = [(leaving.path, leaving.sha256) for leaving in bundle.leaving]
    problems = [
        Problem(leaving.path, ProblemKind.MISSING_FROM_BACKUP)
        for leaving in bundle.leaving
        if unlike(leaving.copy.where, leaving.sha256) is not None
    ]
    for path, sha256 in (*expected, (bundle.staying.path, bundle.staying.sha256)):
        kind = unlike(record.photos / path, sha256)
        if kind is None and os.lstat(record.photos / path).st_dev != device:
            kind = ProblemKind.OTHER_DRIVE
        if kind is not None:
            problems.append(Problem(path, kind))
    return problems


def _items_for(record: ReviewRecord, bundle: Bundle) -> list[Item]:
    """Claims a place in the review folder for each file of the bundle."""
    name = secrets.token_hex(6)
    slots = Slots(record.folder)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    items = []
    for number, leaving in enumerate(bundle.leaving):
        status = os.lstat(record.photos / leaving.path)
        items.append(
            Item(
                id=f"{name}.{number}",
                path=leaving.path,
                where=slots.claim(leaving.path.rpartition("/")[2]),
                sha256=leaving.sha256,
                bytes=status.st_size,
                modified_ns=status.st_mtime_ns,
                set_aside_at=now,
                bundle=name,
                stays=bundle.staying.path,
            )
        )
    return items


def _move_in(
    record: ReviewRecord, items: Sequence[Item], states: Mapping[str, State], seen_at: str
) -> list[Problem]:
    """`states` are from before the files were hashed: one that changed since keeps all of them here."""
    for item in items:
        record.begin_set_aside(item, seen_at)
    try:
        for item in items:
            if state(record.there(item)) != states[item.path]:
                take_back(record, items)
                return [Problem(item.path, ProblemKind.CHANGED)]
            disk.move_to_free_name(record.there(item), record.here(item))
    except OSError:
        take_back(record, items)
        raise
    settle(record, items)
    return []
