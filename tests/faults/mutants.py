"""The safety core with one guard taken out: some test must notice, or the guard is only a habit.

python -m tests.faults.mutants [words of a name]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.guards import OF_COPIES_AND_MOVES, Mutant
from tests.faults.trash_guards import OF_THE_TRASH

PROJECT = Path(__file__).parents[2]
MUTANTS = (*OF_COPIES_AND_MOVES, *OF_THE_TRASH)


def report(words: str = "") -> list[str]:
    """Tries every mutant, prints what caught it, and returns the names of those that nothing caught."""
    chosen = [each for each in MUTANTS if words in each.name]
    print("\nMutants of the core, and the test that catches each:")
    with _copy() as whole:
        assert _hold(whole, *{each.caught_by for each in chosen}), "a test fails without a mutant"
    missed = []
    for each in chosen:
        caught = _caught(each)
        word = "caught" if caught else "MISSED"
        print(f"  {word}  {each.name}: {each.caught_by}", flush=True)
        missed += [] if caught else [each.name]
    print(f"{len(chosen) - len(missed)} of {len(chosen)} mutants caught.")
    return missed


def _caught(mutant: Mutant) -> bool:
    """True when the test fails on a copy with the mutant."""
    with _copy() as copy:
        mutated = copy / mutant.file
        text = mutated.read_text(encoding="utf-8")
        assert text.count(mutant.guard) == 1, f"{mutant.name}: the guard is not there once"
        mutated.write_text(text.replace(mutant.guard, mutant.without), encoding="utf-8")
        return not _hold(copy, mutant.caught_by)


@contextmanager
def _copy() -> Iterator[Path]:
    """A copy of the project that may be spoilt."""
    with tempfile.TemporaryDirectory(prefix="faults-mutant-") as name:
        for room in ("wizard", "tests", "locales"):
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(PROJECT / room, Path(name) / room, ignore=ignored)
        shutil.copy(PROJECT / "pyproject.toml", name)
        yield Path(name)


def _hold(copy: Path, *tests: str) -> bool:
    """True when the tests pass there, False when one fails. Raises AssertionError when they did not run."""
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", *tests],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stdout[-2000:] + ran.stderr[-2000:]
    return ran.returncode == 0


if __name__ == "__main__":
    sys.exit(1 if report(" ".join(sys.argv[1:])) else 0)
