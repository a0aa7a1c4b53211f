"""Receipts for the tests of pages: with everything that can be on one, and with nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from wizard.journey import Receipt
from wizard.problems import Problem, ProblemKind, Skipped, SkipReason
from wizard.safekeeping.backup import BackupResult
from wizard.safekeeping.drives import Separation
from wizard.safekeeping.review_record import Item

HOSTILE = '<script>alert("1")</script> & \x1b[31m \u202egpj.exe'
SHOWN = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ?[31m ?gpj.exe"


def item(path: str, size: int = 1_200_000) -> Item:
    return Item("1", path, f"2026-11-22/0001/{path}", "0" * 64, size, 0, "", "1", "a.jpg")


EMPTY = Receipt(
    day="2026-11-22",
    photos=Path("/home/rosa/Pictures"),
    pictures=12,
    backup=None,
    backup_result=None,
    checked_at=None,
    separation=None,
    groups=0,
    review_folder=None,
    items=(),
    practice=False,
)
FULL = replace(
    EMPTY,
    backup=Path("/media/stick/Before You Delete/Pictures"),
    backup_result=BackupResult(
        seen=17,
        checked=12,
        copied=12,
        bytes=34_000_000,
        skipped=(
            Skipped("Photos.photoslibrary", SkipReason.PHOTO_LIBRARY, 31_204, 92_000_000_000),
            Skipped(".Trash", SkipReason.TRASH_FOLDER),
            Skipped(HOSTILE, SkipReason.LINK),
        ),
        problems=(Problem("shut.jpg", ProblemKind.NO_PERMISSION),),
    ),
    checked_at="2026-11-22T12:00:00+00:00",
    separation=Separation.ANOTHER,
    groups=3,
    review_folder=Path("/home/rosa/Review folder"),
    items=(item("sea.jpg"), item(HOSTILE)),
)
