"""The core knows no screen and no language."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import wizard

PACKAGE = Path(wizard.__file__).parent

CORE = (
    "computer",
    "workshop",
    "photos",
    "likeness",
    "safekeeping",
    "own_files",
    "locks",
    "long_work",
    "places",
    "rights",
    "problems",
)

SCREENS = ("textual", "rich", "babel", "gettext", "markdown")


def modules(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        folder = PACKAGE / room
        yield from sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{room}.py"]


@pytest.mark.parametrize("room", CORE)
def test_the_core_knows_no_screen_and_no_language(room: str) -> None:
    wanted = [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in modules(room)
    ]
    script = (
        f"import sys, importlib\nfor name in {wanted!r}: importlib.import_module(name.removesuffix('.__init__'))\n"
        f"print([name for name in {SCREENS!r} if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]"
