"""Programs that a test needs beyond Python: where one is missing the test is skipped, and that is told."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest


def need(program: str, debian_package: str) -> None:
    """Skips the test where the program is not installed, with the words that install it."""
    if shutil.which(program) is None:
        skip_for(f"needs {program}: apt install {debian_package}")


def skip_for(reason: str) -> NoReturn:
    """Skips the test. `TESTS_SKIPPED_LIST` names a file that keeps what was skipped on this computer."""
    if skipped := os.environ.get("TESTS_SKIPPED_LIST"):
        with Path(skipped).open("a", encoding="utf-8") as file:
            file.write(reason + "\n")
    pytest.skip(reason)
