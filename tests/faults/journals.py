"""Three hundred damaged journals of a review folder: cut, flipped, and written by an attacker who knows the form."""

from __future__ import annotations

import hashlib
import random
import traceback
import zlib
from pathlib import Path
from typing import Any

from tests.faults import scene
from tests.faults.tally import Clock, Tally
from tests.making import Snapshot, files_in, snapshot
from tests.safekeeping.desk import Desk
from wizard.problems import KitError
from wizard.safekeeping.journal import Entry, Journal
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_record import JOURNAL

SEED = 300
LIBRARY = "phone"
ACTS = (
    *("setting_aside", "set_aside", "not_set_aside", "putting_back", "put_back", "not_put_back"),
    *("claiming", "claimed", "no such act"),
)
NAMES = ("id", "path", "where", "sha256", "bytes", "modified_ns", "bundle", "stays", "dev", "ino")
VALUES: tuple[Any, ...] = (
    *("../outside/evil", "/outside/evil", "2024/../../outside/evil", "link/evil", "..", "."),
    *("nul\0byte", "a" * 5000, "line\nbreak", "\udce9", "IMG_1.HEIC", "2026-01-01/0001/IMG_1.HEIC"),
    *(None, True, -1, 2**70, 1.5, float("inf"), float("nan"), [], {}, ["1"], ""),
)


def trial(kind: str, count: int) -> Tally:
    """`kind`: cut, flipped or attacker. Lost is what can be read nowhere, or what lies outside changed."""
    clock = Clock()
    tally = Tally(f"damaged journal: {kind}", "open, put back", LIBRARY)
    for number in range(count):
        chance = random.Random(f"{SEED} {kind} {number}")
        with scene.laid(LIBRARY, "put_back") as (desk, before):
            outside = desk.root / "outside"
            outside.mkdir()
            (desk.photos / "link").symlink_to(outside)
            (desk.review / "link").symlink_to(outside)
            tally.runs += 1
            tally.fired += 1
            try:
                _DAMAGE[kind](desk.review / JOURNAL, chance)
                _open_and_put_back(desk)
                _judge(tally, desk, before, f"{kind} {number}")
            except Exception:  # noqa: BLE001 - every failure belongs into the report
                tally.reasons.append(f"{kind} {number}: {traceback.format_exc(limit=-3)}")
            else:
                tally.back += 1
    tally.seconds = clock()
    return tally


def _open_and_put_back(desk: Desk) -> None:
    try:
        review = ReviewFolder(desk.review)
    except KitError:
        return
    try:
        for item in review.items:
            review.put_back(item)
    except KitError:
        pass
    finally:
        review.close()


def _judge(tally: Tally, desk: Desk, before: Snapshot, where: str) -> None:
    missing = scene.lost(desk, before, "put_back")
    tally.lost += missing
    assert not missing, f"{where}: lost"
    assert snapshot(desk.root / "outside") == {}, f"{where}: something went outside"
    kept = {path: entry for path, entry in before.items() if entry[0] == "file"}
    held = files_in(desk.photos)
    for path, contents in held.items():
        assert path not in kept or contents == kept[path][1], f"{where}: {path} is another"


def _cut(journal: Path, chance: random.Random) -> None:
    contents = journal.read_bytes()
    _believe_only_a_true_beginning(journal, contents[: chance.randrange(len(contents))])


def _flip(journal: Path, chance: random.Random) -> None:
    contents = bytearray(journal.read_bytes())
    for _ in range(chance.choice((1, 1, 3, 20))):
        contents[chance.randrange(len(contents))] ^= 1 << chance.randrange(8)
    _believe_only_a_true_beginning(journal, bytes(contents))


def _believe_only_a_true_beginning(journal: Path, damaged: bytes) -> None:
    true = list(Journal(journal).entries)
    journal.write_bytes(damaged)
    read = list(Journal(journal).entries)
    assert read == true[: len(read)], "not a true beginning"


def _attack(journal: Path, chance: random.Random) -> None:
    """Goes on with a valid chain: entries of the right form with something wrong, or of no form at all."""
    known = list(Journal(journal).entries)
    going_on = Journal(journal)
    for _ in range(chance.randrange(1, 6)):
        entry: Entry = dict(chance.choice(known)) | {"act": chance.choice(ACTS)}
        for name in chance.sample(NAMES, chance.randrange(0, 4)):
            entry = {**entry, name: chance.choice(VALUES)}
        if chance.random() < 0.5:
            entry = {**entry, "id": chance.choice(known)["id"]}
        going_on.append(entry)
    if chance.random() < 0.1:
        _nest_deeply(journal, len(going_on.entries) + 1)


def _nest_deeply(journal: Path, number: int) -> None:
    """A line with all that makes it true, too deep to be read."""
    contents = journal.read_bytes()
    before = hashlib.sha256(contents.splitlines(keepends=True)[-1]).hexdigest()
    deep = b'{"a":' * 100_000 + b"1" + b"}" * 100_000
    body = b'{"a":%s,"prev":"%s","seq":%d}' % (deep, before.encode(), number)
    journal.write_bytes(contents + body[:-1] + b',"crc":"%08x"}\n' % zlib.crc32(body))


_DAMAGE = {"cut": _cut, "flipped": _flip, "attacker": _attack}
