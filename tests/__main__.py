"""Runs everything that must hold: lint, form, types, who may import whom, and the tests.

python -m tests            all of it
python -m tests -k words   further words go to pytest
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("importlinter",),
)


def main(words: list[str]) -> int:
    """0 when everything holds. `TESTS_MAY_SKIP=no`: a test skipped for a missing program is a failure."""
    root = Path(__file__).parent.parent
    failed = [check[0] for check in CHECKS if _run(_command(check), root)]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "skipped.txt"
        environment = os.environ | {"TESTS_SKIPPED_LIST": str(report)}
        pytest = [sys.executable, "-m", "pytest", "-n", "auto", *words]
        if _run(pytest, root, environment):
            failed.append("pytest")
        if os.environ.get("TESTS_MAY_SKIP") == "no" and report.exists():
            print("Skipped for a missing program:", report.read_text(encoding="utf-8"), sep="\n")
            failed.append("skipped tests")
    print("Failed: " + ", ".join(failed) if failed else "Everything holds.")
    return 1 if failed else 0


def _command(check: tuple[str, ...]) -> list[str]:
    if check == ("importlinter",):
        code = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
        return [sys.executable, "-c", code]
    return [sys.executable, "-m", *check]


def _run(command: list[str], root: Path, environment: dict[str, str] | None = None) -> int:
    print("$", *command[1:], flush=True)
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
