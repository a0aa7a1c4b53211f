"""The fault suite: makes faults on purpose and counts what they cost.

python -m tests.faults --everyday     under three minutes, without privileges
python -m tests.faults --full         all of it; as root, with the power cuts, the tools people use, the mutants
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from tests.faults import mutants, rows
from tests.faults.scene import one_root
from tests.faults.tally import Clock, Tally, table


def main(words: list[str]) -> int:
    """0 when nothing was lost, everything came back, and every mutant was caught."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--everyday", action="store_true")
    which.add_argument("--full", action="store_true")
    parser.add_argument("--only", default="", help="rows whose name holds this")
    chosen = parser.parse_args(words)
    listed = rows.full() if chosen.full else rows.everyday()
    clock = Clock()
    with one_root():
        tallies = tried(row for row in listed if chosen.only in row.name)
        peers = tried(row for row in rows.peers() if chosen.full and chosen.only in row.name)
    print(table(tallies))
    if peers:
        print("\nThe tools people use, in the same power cut:\n" + table(peers))
    failed = [tally for tally in tallies if not tally.holds]
    for tally in failed:
        print(f"\nDOES NOT HOLD: {tally.fault}, {tally.work}, {tally.library}")
        print(*tally.reasons[:3], sep="\n")
    missed = mutants.report() if chosen.full and not chosen.only else []
    fired, lost = sum(each.fired for each in tallies), sum(each.lost for each in tallies)
    print(f"\n{fired:,} runs with a fault that fired, {lost} lost, {clock():.0f} s.")
    return 1 if failed or missed else 0


def tried(listed: Iterable[rows.Row]) -> list[Tally]:
    """Tries all rows on all cores; names on stderr what this computer cannot try."""
    possible = []
    for row in listed:
        if row.possible:
            possible.append(row)
        else:
            print(f"not tried here, needs {row.needs}: {row.name}", file=sys.stderr)
    tallies: dict[int, Tally] = {}
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork")) as pool:
        running = {pool.submit(row.try_it): number for number, row in enumerate(possible)}
        for future in as_completed(running):
            number = running[future]
            try:
                tallies[number] = future.result()
            except Exception as error:  # noqa: BLE001 - one row must not end the others
                name = possible[number].name
                tallies[number] = Tally(name, "", "", reasons=[f"{type(error).__name__}: {error}"])
            if sys.stderr.isatty():
                print(f"\r{len(tallies)} of {len(possible)} rows", end="", file=sys.stderr)
    return [tallies[number] for number in sorted(tallies)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
