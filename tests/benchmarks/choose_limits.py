"""What the pixel check measures on one half of the sources: on copies, and on the nearest different pictures.

python -m tests.benchmarks.choose_limits FOLDER [--half 0]

FOLDER holds photos and their truth.json. The limits of `likeness.pixel_check` are chosen from what this
prints of half 0: between what 98 in 100 copies keep and what different pictures of one moment reach.
A measurement, not a test.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import combinations
from pathlib import Path

import numpy as np

from tests.benchmarks.evaluate_relations import RESAVED, Files, half_of, truth_of
from wizard.likeness.pixel_check import measured
from wizard.likeness.small_picture import SmallPicture, read_small
from wizard.likeness.windows import Measured
from wizard.photos.picture import UnreadablePicture

AT_LEAST = ("detail", "low_detail", "worst_detail", "structure", "worst_structure")
PAIRS_OF_TWO = 4
"""Pairs of copies looked at for each pair of different pictures."""


def main() -> None:
    """Prints a line for each limit."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--half", type=int, choices=(0, 1), default=0)
    chosen = arguments.parse_args()
    files = truth_of(chosen.folder / "truth.json")
    files = {path: each for path, each in files.items() if half_of(path, files) == chosen.half}
    small = dict(readable(chosen.folder, files))
    copies = [looked for a, b in pairs_of_copies(files, small) if (looked := look(small, a, b))]
    others = [looked for a, b in pairs_of_moments(files, small) if (looked := look(small, a, b))]
    print(f"half {chosen.half}: {len(copies)} copies, {len(others)} pairs of different pictures")
    for name in asdict(copies[0]):
        print_limit(name, copies, others)


def readable(folder: Path, files: Files) -> Iterator[tuple[str, SmallPicture]]:
    """The originals and their plain copies, small. Pages of paper have limits of their own."""
    for path, each in files.items():
        if each["relation"] in ("original", *RESAVED) and each["relation"] != "byte_copy":
            try:
                small = read_small(folder / path)
            except UnreadablePicture:
                continue
            if not small.paper:
                yield path, small


def pairs_of_copies(files: Files, small: dict[str, SmallPicture]) -> Iterator[tuple[str, str]]:
    """Each copy with its original."""
    for path in small:
        original = files[path].get("derived_from")
        if original in small:
            yield original, path


def pairs_of_moments(files: Files, small: dict[str, SmallPicture]) -> Iterator[tuple[str, str]]:
    """Different pictures of one moment, some copies of each."""
    captures: dict[str, dict[str, list[str]]] = {}
    for path in small:
        if files[path]["set"]:
            of_set = captures.setdefault(files[path]["set"], {})
            of_set.setdefault(files[path]["capture"], []).append(path)
    for of_set in captures.values():
        for one, other in combinations(sorted(of_set), 2):
            pairs = [(a, b) for a in of_set[one] for b in of_set[other]]
            yield from random.Random(one).sample(pairs, min(PAIRS_OF_TWO, len(pairs)))


def look(small: dict[str, SmallPicture], a: str, b: str) -> Measured | None:
    """What the check measures; nothing where it ends early."""
    return measured(small[a], small[b])


def print_limit(name: str, copies: Sequence[Measured], others: Sequence[Measured]) -> None:
    """What copies keep, and the value that comes nearest among different pictures."""
    ours, theirs = ([getattr(each, name) for each in part] for part in (copies, others))
    keeps = np.percentile(ours, (50, 5, 2, 1) if name in AT_LEAST else (50, 95, 98, 99))
    nearest = sorted(theirs, reverse=name in AT_LEAST)[:1]
    print(f"{name:18} copies {np.round(keeps, 3)}  nearest other {np.round(nearest, 3)}")


if __name__ == "__main__":
    main()
