"""Runs the program as people and scripts run it: in a process of its own, in the test's own home."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import wizard
from wizard.language.catalogs import available, speaking
from wizard.language.sentences import administrator_warning

SECONDS = 60
"""A command that takes longer waits for an answer, which no command may do."""


@dataclass(frozen=True)
class Ran:
    """What came of a command."""

    code: int
    out: str
    err: str
    """Without the warning to an administrator: tests often run as root."""
    warned: bool = False
    """It was said."""


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "wizard", *map(str, words)]


def environment(**more: str) -> dict[str, str]:
    """The test's own, which a fixture has emptied of this computer's home and language."""
    here = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return here | {"PYTHONPATH": str(Path(wizard.__file__).parent.parent)} | more


def run(*words: str | Path, cwd: Path | None = None, **more: str) -> Ran:
    """Runs it without a terminal. Nobody ever sees a traceback."""
    ended = subprocess.run(
        command(*words),
        cwd=cwd,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=SECONDS,
        check=False,
    )
    assert "Traceback" not in ended.stderr + ended.stdout
    err = without_the_warning(ended.stderr)
    return Ran(ended.returncode, ended.stdout, err, warned=err != ended.stderr)


def without_the_warning(err: str) -> str:
    """What a command says on standard error to an ordinary user, in whatever language."""
    for code in available():
        with speaking(code):
            err = err.replace(administrator_warning() + "\n", "")
    return err
