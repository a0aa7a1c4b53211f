"""Runs the program in the test's own home: as people and scripts do, or in this process, where that is not the point."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import wizard
from wizard.cli import main
from wizard.language.catalogs import SOURCE_LANGUAGE, available, speaking
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
    """Runs it without a terminal, in a process of its own. Nobody ever sees a traceback."""
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
    return _ran(ended.returncode, ended.stdout, ended.stderr)


def call(*words: str | Path) -> Ran:
    """The same command in this process, where Python and its libraries are there already."""
    out, err = _stream(), _stream()
    with speaking(SOURCE_LANGUAGE), redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([*map(str, words)])
        except SystemExit as ended:
            code = int(ended.code or 0)
    return _ran(code, _written(out), _written(err))


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def _ran(code: int, out: str, said: str) -> Ran:
    err = without_the_warning(said)
    return Ran(code, out, err, warned=err != said)


def without_the_warning(err: str) -> str:
    """What a command says on standard error to an ordinary user, in whatever language."""
    for code in available():
        with speaking(code):
            err = err.replace(administrator_warning() + "\n", "")
    return err
