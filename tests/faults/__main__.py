"""The fault suite: makes faults on purpose and counts what they cost.

python -m tests.faults --everyday     under two minutes, without privileges
python -m tests.faults --full         all of it; as root, with the power cuts, the tools people use, the mutants

With `--keep FILE` every row that was tried is noted there, and the next run goes on with the others;
`--minutes 5` begins no further row after five minutes. The report tells of all that the file holds.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path

from tests.faults import mutants, rows
from tests.faults.scene import one_root
from tests.faults.tally import Clock, Tally, table


def main(words: list[str]) -> int:
    """0 when nothing was lost, everything came back, and every mutant was caught."""
    chosen = _chosen(words)
    listed = [*(rows.full() if chosen.full else rows.everyday())]
    peers = [*rows.peers()] if chosen.full else []
    wanted = [row for row in (*listed, *peers) if chosen.only in row.name]
    kept, clock = Kept(chosen.keep), Clock()
    with one_root():
        tried(
            [row for row in wanted if row.name not in kept.tallies],
            kept.add,
            lambda: bool(chosen.minutes) and clock() > chosen.minutes * 60,
        )
    left = [row.name for row in wanted if row.possible and row.name not in kept.tallies]
    tallies = [kept.tallies[row.name] for row in listed if row.name in kept.tallies]
    print(table(tallies))
    others = [kept.tallies[row.name] for row in peers if row.name in kept.tallies]
    if others:
        print("\nThe tools people use, in the same power cut:\n" + table(others))
    failed = [tally for tally in tallies if not tally.holds]
    for tally in failed:
        print(f"\nDOES NOT HOLD: {tally.fault}, {tally.work}, {tally.library}")
        print(*tally.reasons[:3], sep="\n")
    whole = chosen.full and not chosen.only and not left
    missed = mutants.report() if whole else []
    fired, lost = sum(each.fired for each in tallies), sum(each.lost for each in tallies)
    print(f"\n{fired:,} runs with a fault that fired, {lost} lost, {clock():.0f} s.")
    if left:
        print(f"{len(left)} rows are still to be tried.")
    return 1 if failed or missed or left else 0


def _chosen(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--everyday", action="store_true")
    which.add_argument("--full", action="store_true")
    parser.add_argument("--only", default="", help="rows whose name holds this")
    parser.add_argument("--keep", type=Path, help="file in which tried rows are noted")
    parser.add_argument("--minutes", type=float, default=0, help="begin no row after so long")
    return parser.parse_args(words)


class Kept:
    """What was found so far, by the row's name; in a file too, if there is one."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self.tallies: dict[str, Tally] = {}
        for line in file.read_text(encoding="utf-8").splitlines() if file and file.exists() else ():
            self.tallies |= {name: Tally(**held) for name, held in json.loads(line).items()}

    def add(self, name: str, tally: Tally) -> None:
        """Keeps it, and says it on stderr."""
        self.tallies[name] = tally
        if self._file:
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps({name: asdict(tally)}) + "\n")
        word = "holds" if tally.holds else "DOES NOT HOLD"
        print(f"{word}  {tally.fired:5}  {tally.seconds:4.0f} s  {name}", file=sys.stderr)


def tried(
    listed: Iterable[rows.Row], keep: Callable[[str, Tally], None], enough: Callable[[], bool]
) -> None:
    """Tries all rows on all cores; names on stderr what this computer cannot try."""
    waiting = iter([*_possible(listed)])
    gc.freeze()  # thousands of children: in none the collector looks through, and copies, what was loaded
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores, get_context("fork")) as pool:
        running: dict[Future[Tally], rows.Row] = {}
        while True:
            while len(running) < cores and not enough() and (row := next(waiting, None)):
                running[pool.submit(row.try_it)] = row
            if not running:
                return
            done = next(as_completed(running))
            row = running.pop(done)
            try:
                keep(row.name, done.result())
            except Exception as error:  # noqa: BLE001 - one row must not end the others
                keep(
                    row.name, Tally(row.name, "", "", reasons=[f"{type(error).__name__}: {error}"])
                )


def _possible(listed: Iterable[rows.Row]) -> Iterator[rows.Row]:
    for row in listed:
        if row.possible:
            yield row
        else:
            print(f"not tried here, needs {row.needs}: {row.name}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
