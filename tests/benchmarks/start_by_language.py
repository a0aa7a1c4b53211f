"""Measures what a language costs at the start: `python -m tests.benchmarks.start_by_language [ROUNDS]`.

A process for each start, up to the first screen that asks in the learner's language, in English, in
Korean, in English ...; medians of user and system CPU milliseconds, and of the difference of each pair.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).parents[2]
LANGUAGES = ("en", "es", "ko")
ROUNDS = 9
ALLOWED = 50
"""Milliseconds that another language may cost."""
START = """
import asyncio, sys
from pathlib import Path
from wizard.language import catalogs
catalogs.use(sys.argv[1])
from wizard.app import WizardApp
from wizard.places import within

async def start():
    app = WizardApp(within(Path(sys.argv[2])), language_chosen=True, find_drives=lambda _photos: ())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

asyncio.run(start())
"""


def milliseconds(language: str, home: str) -> float:
    """User and system CPU time of one start."""
    command = [sys.executable, "-c", START, language, home]
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "HOME": home}
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _process, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"the start in {language} ended with {child.returncode}")
    return (used.ru_utime + used.ru_stime) * 1000


def main(words: list[str]) -> int:
    """0 when no language costs more than is allowed."""
    rounds = int(words[0]) if words else ROUNDS
    taken: dict[str, list[float]] = {language: [] for language in LANGUAGES}
    with tempfile.TemporaryDirectory() as home:
        for language in LANGUAGES:
            milliseconds(language, home)  # the files are read once before, and compiled
        for _round in range(rounds):
            for language in LANGUAGES:
                taken[language].append(milliseconds(language, home))
    english = taken[LANGUAGES[0]]
    more = {
        language: statistics.median(own - en for own, en in zip(times, english, strict=True))
        for language, times in taken.items()
    }
    for language, times in taken.items():
        print(f"{language}  {statistics.median(times):5.0f} ms  {more[language]:+5.0f} ms")
    return 0 if max(more.values()) <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
