"""The core knows no screen and no language."""

from __future__ import annotations

import json
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


IMPORT_ROOM_BY_ROOM = """
import importlib, json, sys
rooms, screens = map(json.loads, sys.argv[1:])
known = {}
for room, names in rooms.items():
    for name in names:
        importlib.import_module(name)
    known[room] = [each for each in screens if each in sys.modules]
print(json.dumps(known))
"""


@pytest.fixture(scope="module")
def known() -> dict[str, list[str]]:
    """What is there of screens and languages once a room of the core was imported, and those before it."""
    rooms = {room: [_module_name(path) for path in modules(room)] for room in CORE}
    ran = subprocess.run(
        [sys.executable, "-c", IMPORT_ROOM_BY_ROOM, json.dumps(rooms), json.dumps(SCREENS)],
        env=os.environ | {"PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, list[str]] = json.loads(ran.stdout)
    return found


def _module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


@pytest.mark.parametrize("room", CORE)
def test_the_core_knows_no_screen_and_no_language(known: dict[str, list[str]], room: str) -> None:
    assert known[room] == []
