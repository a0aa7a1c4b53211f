"""The practice photos, drawn once for a whole test run: drawing takes seconds of the processor, a copy none.

The program takes them only when they are byte for byte what it would draw itself.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import tempfile
from collections.abc import Collection
from functools import cache
from pathlib import Path

from tests.making import SYSTEMS_TEMPORARY_FOLDER
from wizard.places import Places
from wizard.teaching.practice import make_practice_photos
from wizard.teaching.practice_set import ANSWER_KEY, KEPT, LIST, PHOTOS, keep

FOLDER = "TESTS_DRAWN_FOLDER"
"""The variable that tells every worker of a run, and what it starts, where they are."""


FEW = (
    *("exact-copies-snowman", "exact-copies-watermelon"),
    *("copies-lighthouse", "burst-candles", "scans-old-car"),
)
"""Enough where a test needs a group of each kind and size, but not all that a learner has: a fifth of the photos."""


def open_for_this_run() -> bool:
    """Makes the folder; False where whoever started this process has made it."""
    if FOLDER in os.environ:
        return False
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="drawn-", dir=SYSTEMS_TEMPORARY_FOLDER)
    return True


def close() -> None:
    """Removes the folder."""
    shutil.rmtree(os.environ.pop(FOLDER))


def lay_drawn(places: Places, sets: Collection[str] = ()) -> None:
    """The practice photos are there at once, as when somebody has practised before; all, or these sets of them."""
    kept = places.cache / KEPT
    shutil.copytree(drawn_once(), kept, dirs_exist_ok=True)
    if sets:
        listed = json.loads((kept / LIST).read_text(encoding="utf-8"))
        left = {f"{PHOTOS}/{path}" for path in _paths_of(sets)} | {ANSWER_KEY}
        listed["files"] = {name: facts for name, facts in listed["files"].items() if name in left}
        assert len(listed["files"]) == len(left)
        (kept / LIST).write_text(json.dumps(listed), encoding="utf-8")


def _paths_of(sets: Collection[str]) -> list[str]:
    with (drawn_once() / ANSWER_KEY).open(encoding="utf-8", newline="") as file:
        return [row["path"] for row in csv.DictReader(file) if row["set"] in sets]


def as_if_drawn(photos: Path, answer_key: Path) -> None:
    """In place of `make_practice_photos`, where a test is about something else."""
    shutil.copytree(drawn_once() / PHOTOS, photos, dirs_exist_ok=True)
    shutil.copy2(drawn_once() / ANSWER_KEY, answer_key)


@cache
def drawn_once() -> Path:
    """The photos as the program keeps them; of two workers who draw them at the same time, the first one's."""
    kept = Path(os.environ[FOLDER], KEPT)
    if not kept.exists():
        with tempfile.TemporaryDirectory(dir=os.environ[FOLDER]) as name:
            photos, answer_key = Path(name, PHOTOS), Path(name, ANSWER_KEY)
            make_practice_photos(photos, answer_key)
            keep(photos, answer_key, Path(name, KEPT))
            try:
                os.rename(Path(name, KEPT), kept)
            except OSError:
                assert kept.exists()
    return kept
