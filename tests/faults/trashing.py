"""Sending to the trash as a piece of work for the fault suite: the work, and what must be true afterwards.

The trash is one on the desk, never the tester's own.
"""

from __future__ import annotations

import os
from pathlib import Path

import send2trash
from send2trash import plat_other

from tests.making import Snapshot, snapshot
from tests.safekeeping.desk import Desk
from tests.safekeeping.trash.trashing import restore_by_hand, sends
from wizard.problems import MayNotTrash, TrashDoubt
from wizard.safekeeping import trash_rules
from wizard.safekeeping.review_folder import ReviewFolder


def home(desk: Desk) -> Path:
    """The home folder on the desk, with its trash."""
    return desk.root / "home"


def trash(desk: Desk, library: str) -> None:
    """A day later: sends everything that is set aside. An error of the trash is one for the learner."""
    _at_home(desk)
    review = ReviewFolder(desk.review)
    try:
        doubt = sends(desk, review).stopped_by
    finally:
        review.close()
    if doubt is not None:
        raise MayNotTrash(doubt)


def begin_again(desk: Desk, before: Snapshot) -> None:
    """The next session sends the rest, twice over; a person restores all, and all goes back. Raises AssertionError."""
    for _ in range(2):
        try:
            trash(desk, "")
        except MayNotTrash as told:
            assert told.doubt is TrashDoubt.NOTHING_HERE, told.doubt
    _everything_is_where_the_record_says(desk)
    restore_by_hand(home(desk) / "Trash")
    review = ReviewFolder(desk.review)
    assert review.sent == (), "a restored file is not seen"
    for item in review.items:
        assert review.put_back(item) is None
    assert review.items == (), "something did not go back"
    review.close()
    assert snapshot(desk.photos) == before, "not as it was"


def _everything_is_where_the_record_says(desk: Desk) -> None:
    review = ReviewFolder(desk.review)
    assert review.items == (), "something was not sent"
    for sent in review.sent:
        assert (home(desk) / "Trash/files" / sent.name).is_file(), "not in the trash"
    review.close()


def _at_home(desk: Desk) -> None:
    """The plain way of Linux, which carries no guards of its own, with its trash on this desk."""
    os.environ |= {"HOME": str(home(desk)), "XDG_DATA_HOME": str(home(desk))}
    plat_other.XDG_DATA_HOME = os.fsencode(home(desk))
    plat_other.HOMETRASH_B = os.fsencode(home(desk) / "Trash")
    send2trash.send2trash = plat_other.send2trash
    vars(trash_rules)["as_administrator"] = lambda: False
