"""After an interruption every bundle is in the review folder whole or among the photos whole. Loses and replaces nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from wizard.safekeeping import disk
from wizard.safekeeping.file_state import exists
from wizard.safekeeping.putting_back import moved_back
from wizard.safekeeping.review_places import Slots
from wizard.safekeeping.review_record import Item, ReviewRecord


def recover(record: ReviewRecord) -> None:
    """Finishes or takes back every move that was begun and has no end on record. Raises OSError."""
    coming = list(record.coming.values())
    for _, bundle in groupby(coming, key=lambda item: item.bundle):
        items = list(bundle)
        if all(_has_come(record, item) for item in items):
            settle(record, items)
        else:
            take_back(record, items)
    for item in list(record.going.values()):
        record.end_put_back(item, moved=_finish_put_back(record, item))


def settle(record: ReviewRecord, items: Sequence[Item]) -> None:
    """Every file of a bundle has come: all are made lasting before the first is on record."""
    for item in items:
        disk.flush_move(record.there(item), record.here(item))
    for item in items:
        record.end_set_aside(item, moved=True)


def take_back(record: ReviewRecord, items: Sequence[Item]) -> None:
    """A bundle of which not every file came is moved back whole."""
    for item in items:
        if _has_come(record, item):
            _bring_back(record, item)
        record.end_set_aside(item, moved=_has_come(record, item))


def _has_come(record: ReviewRecord, item: Item) -> bool:
    """True when the file is here. An empty one, its original still there, is only a claimed name."""
    here, there = record.here(item), record.there(item)
    return exists(here) and (os.lstat(here).st_size > 0 or not exists(there))


def _bring_back(record: ReviewRecord, item: Item) -> None:
    """Moves a file back where its name is free, or is claimed by an empty file of ours."""
    here, there = record.here(item), record.there(item)
    if exists(there) and item.id in record.claims and disk.is_empty_file(os.lstat(there)):
        claim = record.claims[item.id]
        if claim and disk.identity(os.lstat(there)) == claim:
            disk.finish_claimed(here, there, claim)
        else:
            _make_way(record, there)
    if exists(here) and not exists(there):
        moved_back(record, item)
    disk.flush_move(here, there)


def _make_way(record: ReviewRecord, empty: Path) -> None:
    """An empty file where a claim was begun, and none can say whose it is: it is kept in the review folder.

    Ours most likely, unnoted at a crash or numbered anew by FAT; but nothing is ever moved over a guess.
    """
    kept = record.folder / Slots(record.folder).claim(empty.name)
    disk.move_to_free_name(empty, kept)
    disk.flush_move(empty, kept)


def _finish_put_back(record: ReviewRecord, item: Item) -> bool:
    """True when the file is back. An empty file in its place may be the claim of an interrupted move."""
    here, there = record.here(item), record.there(item)
    if exists(here) and exists(there):
        _bring_back(record, item)
    if not exists(here):
        disk.flush_move(here, there)
    return not exists(here)
