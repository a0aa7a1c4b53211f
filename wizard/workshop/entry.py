"""One learner's entry for the workshop's report: five words, each from a fixed list, so that nothing else can be in it.

Holds no name, no path, no date and no time of day; the file that keeps it is called by a random number.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from wizard.plain_files import parse_json, read_plain
from wizard.problems import NotAnEntry, NotWritable
from wizard.safekeeping import disk

FIRST_WORD, ENDING = "session-", ".json"
NO_TIME_NS = 946_684_800_000_000_000
"""The first moment of the year 2000: as the time of change of every entry it tells nothing."""
MOST_BYTES = 4096


class Minutes(StrEnum):
    """How long somebody practised."""

    UP_TO_30 = "up_to_30"
    UP_TO_60 = "31_to_60"
    UP_TO_90 = "61_to_90"
    MORE = "more_than_90"


class Amount(StrEnum):
    """How many, in ranges wide enough that nobody stands out."""

    NONE = "none"
    FEW = "1_to_5"
    SOME = "6_to_15"
    MANY = "more_than_15"


class Score(StrEnum):
    """How many of the photos set aside were the only one of their moment, by the answer key."""

    NONE_UNIQUE = "none"
    ONE_OR_TWO = "1_or_2"
    MORE = "more_than_2"
    NOT_SCORED = "not_scored"
    """Nothing was set aside, or the program had prepared the steps."""


@dataclass(frozen=True)
class Entry:
    """What is counted of one learner. `language` is the code of a language of the program."""

    language: str
    minutes: Minutes
    groups_seen: Amount
    set_aside: Amount
    put_back: Amount
    score: Score

    def text(self) -> str:
        """What is kept of it, all of it."""
        return json.dumps(asdict(self), indent=1) + "\n"


def minutes(seconds: float) -> Minutes:
    """The range of a span of time."""
    steps = ((30, Minutes.UP_TO_30), (60, Minutes.UP_TO_60), (90, Minutes.UP_TO_90))
    return next((name for most, name in steps if seconds <= most * 60), Minutes.MORE)


def amount(count: int) -> Amount:
    """The range of a count."""
    steps = ((0, Amount.NONE), (5, Amount.FEW), (15, Amount.SOME))
    return next((name for most, name in steps if count <= most), Amount.MANY)


def score(unique: int) -> Score:
    """The range of photos that were the only one of their moment."""
    return (
        (Score.NONE_UNIQUE, Score.ONE_OR_TWO, Score.ONE_OR_TWO)[unique]
        if unique < 3
        else Score.MORE
    )


def keep_entry(entry: Entry, folder: Path) -> Path:
    """Writes it into the folder that the facilitator chose; returns the file.

    Raises NotWritable, DriveFull, DriveGone.
    """
    path = folder / f"{FIRST_WORD}{secrets.token_hex(8)}{ENDING}"
    try:
        disk.make_folders(folder)
        disk.write_new(path, entry.text().encode("utf-8"))
        disk.set_modified(path, NO_TIME_NS)
    except OSError as error:
        raise disk.told_as(error, folder) or NotWritable(folder) from error
    return path


def read_entry(path: Path, languages: Collection[str]) -> Entry:
    """One entry. Raises NotAnEntry for whatever holds more, less or something else than an entry's words."""
    try:
        if path.lstat().st_size > MOST_BYTES:
            raise NotAnEntry(path)
        return _entry(parse_json(read_plain(path)), languages)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotAnEntry(path) from error


def _entry(held: Mapping[str, Any], languages: Collection[str]) -> Entry:
    entry = Entry(
        language=held["language"],
        minutes=Minutes(held["minutes"]),
        groups_seen=Amount(held["groups_seen"]),
        set_aside=Amount(held["set_aside"]),
        put_back=Amount(held["put_back"]),
        score=Score(held["score"]),
    )
    if dict(held) != asdict(entry) or entry.language not in languages:
        raise ValueError("not only the words of an entry")
    return entry
