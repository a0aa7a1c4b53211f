"""Many entries become ranges. What fewer than five people share is not shown, and each question is counted for itself."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wizard.problems import FolderMissing, NoPermission, NotAFolder, NotAnEntry
from wizard.workshop.entry import ENDING, FIRST_WORD, Amount, Entry, Minutes, Score, read_entry

LEAST = 5
"""In a room where people know each other a group of two or three points at persons. Five is the least
that many offices of statistics print, and with ranges of five no number can be found by subtracting."""


@dataclass(frozen=True)
class Range:
    """From `least` to `most` people."""

    least: int
    most: int


Counts = Mapping[str, Range | None]
"""For every possible answer how many people gave it; None stands for fewer than LEAST."""


@dataclass(frozen=True)
class Tally:
    """How many people gave each answer, question by question."""

    people: Range | None
    languages: Counts
    minutes: Counts
    groups_seen: Counts
    set_aside: Counts
    put_back: Counts
    scores: Counts


def tally(entries: Sequence[Entry], languages: Collection[str]) -> Tally:
    """Every possible answer has its row, so that a row that is missing tells nothing either."""
    return Tally(
        people=as_range(len(entries)),
        languages=_counted((entry.language for entry in entries), languages),
        minutes=_counted((entry.minutes for entry in entries), Minutes),
        groups_seen=_counted((entry.groups_seen for entry in entries), Amount),
        set_aside=_counted((entry.set_aside for entry in entries), Amount),
        put_back=_counted((entry.put_back for entry in entries), Amount),
        scores=_counted((entry.score for entry in entries), Score),
    )


def as_range(count: int) -> Range | None:
    """5 to 9, 10 to 14, and so on; None below LEAST."""
    if count < LEAST:
        return None
    least = count // LEAST * LEAST
    return Range(least, least + LEAST - 1)


def entries_in(
    folders: Iterable[Path], languages: Collection[str]
) -> tuple[list[Entry], list[Path]]:
    """The entries of every folder, one that was copied into two of them once, and the files that are none.

    Raises FolderMissing, NotAFolder.
    """
    found: dict[str, Entry] = {}
    left_out = []
    for folder in folders:
        for path in _files(folder):
            try:
                found.setdefault(path.name, read_entry(path, languages))
            except NotAnEntry:
                left_out.append(path)
    return list(found.values()), left_out


def _files(folder: Path) -> list[Path]:
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError as error:
        raise FolderMissing(folder) from error
    except NotADirectoryError as error:
        raise NotAFolder(folder) from error
    except OSError as error:
        raise NoPermission(folder) from error
    return [
        folder / name for name in names if name.startswith(FIRST_WORD) and name.endswith(ENDING)
    ]


def _counted(given: Iterable[str], possible: Iterable[str]) -> Counts:
    counts = Counter(given)
    return {answer: as_range(counts[answer]) for answer in possible}
