"""Runs everything that must hold: lint, form, types, who may import whom, and the tests.

python -m tests            all of it, in the form for every day
python -m tests --full     also the combinations that the everyday form leaves out
python -m tests -k words   further words go to pytest
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("importlinter",),
)
WORKERS = ("-n", "auto", "--dist", "worksteal")
"""As many as `conftest` says; one that is done takes over from the others."""


def main(words: list[str]) -> int:
    """0 when everything holds. `TESTS_MAY_SKIP=no`: a test skipped for a missing program is a failure."""
    with tempfile.TemporaryDirectory() as folder:
        beside = [Beside(check, Path(folder)) for check in CHECKS]
        failed = _tests(words, Path(folder) / "skipped.txt")
        failed = [check.name for check in beside if check.failed()] + failed
    print("Failed: " + ", ".join(failed) if failed else "Everything holds.")
    return 1 if failed else 0


class Beside:
    """A check that runs beside the tests; what it says is shown when they are done."""

    def __init__(self, check: tuple[str, ...], folder: Path) -> None:
        self.name = check[0]
        self._said = folder / "-".join(check[:2])
        self._command = _command(check)
        with self._said.open("wb") as file:
            self._running = subprocess.Popen(
                self._command, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT
            )

    def failed(self) -> bool:
        """Waits for its end and shows what it said."""
        code = self._running.wait()
        print("$", *self._command[1:])
        print(self._said.read_text(encoding="utf-8", errors="replace"), flush=True)
        return code != 0


def _tests(words: list[str], skipped: Path) -> list[str]:
    """What of the tests failed."""
    command = [sys.executable, "-m", "pytest", *WORKERS, *words]
    environment = os.environ | {"TESTS_SKIPPED_LIST": str(skipped)}
    print("$", *command[1:], flush=True)
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    failed = ["pytest"] if code else []
    if os.environ.get("TESTS_MAY_SKIP") == "no" and skipped.exists():
        print("Skipped for a missing program:", skipped.read_text(encoding="utf-8"), sep="\n")
        failed.append("skipped tests")
    return failed


def _command(check: tuple[str, ...]) -> list[str]:
    if check == ("importlinter",):
        code = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
        return [sys.executable, "-c", code]
    return [sys.executable, "-m", *check]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
