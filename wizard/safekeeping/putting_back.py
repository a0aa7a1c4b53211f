"""One file goes from the review folder back to its own path. It never goes over a file that is there."""

from __future__ import annotations

import os
import stat

from wizard.plain_files import no_link_on_the_way
from wizard.problems import Problem, ProblemKind
from wizard.safekeeping import disk
from wizard.safekeeping.file_state import exists, unlike
from wizard.safekeeping.review_record import Item, ReviewRecord


def put_back(record: ReviewRecord, item: Item) -> Problem | None:
    """Why the file could not go back, or what is to be said of it; None when it is as it was.

    Raises OSError.
    """
    here, there = record.here(item), record.there(item)
    kind = unlike(here, item.sha256)
    changed = kind is ProblemKind.CHANGED and stat.S_ISREG(os.lstat(here).st_mode)
    if not _no_link_on_its_ways(record, item):
        return Problem(item.path, ProblemKind.LINK_ON_THE_WAY)
    if kind is not None and not changed:
        return Problem(item.path, kind)
    if exists(there):
        return Problem(item.path, ProblemKind.NAME_TAKEN)
    record.begin_put_back(item)
    moved = moved_back(record, item)
    record.end_put_back(item, moved)
    if not moved:
        return Problem(item.path, ProblemKind.NAME_TAKEN)
    return Problem(item.path, ProblemKind.BACK_BUT_CHANGED) if changed else None


def moved_back(record: ReviewRecord, item: Item) -> bool:
    """Moves a file and makes the folders it needs; False when its name, or a folder's, is taken."""
    here, there = record.here(item), record.there(item)
    if not _no_link_on_its_ways(record, item):
        return False
    try:
        disk.make_folders(there.parent)
        disk.move_to_free_name(here, there, record.notes_of(item))
    except (FileExistsError, NotADirectoryError):
        return False
    disk.flush_move(here, there)
    return True


def _no_link_on_its_ways(record: ReviewRecord, item: Item) -> bool:
    """True when neither place is reached through a link: a record may come from anybody."""
    ways = ((record.folder, item.where), (record.photos, item.path))
    return all(no_link_on_the_way(root, path) for root, path in ways)
