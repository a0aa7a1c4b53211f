"""The watch over all tests sees whoever removes or replaces what is not the program's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import tripwire
from tests.making import file
from wizard.own_files import OwnFolder

ACTS = {
    "removes": "os.remove(photo)",
    "removes by its folder": "os.remove(photo.name, dir_fd=folder)",
    "replaces": "os.replace(other, photo)",
    "moves over it": "os.rename(other, photo)",
    "writes over it": "open(photo, 'r+b').close()",
    "empties": "open(photo, 'wb').close()",
    "cuts": "os.truncate(photo, 1)",
}


@pytest.mark.skipif(os.name == "nt", reason="finds a folder by its descriptor as Linux does")
@pytest.mark.parametrize("door", ["steps/finish.py", "own_files.py", "safekeeping/disk.py"])
@pytest.mark.parametrize("act", ACTS)
def test_whatever_the_program_does_to_a_photo_is_seen(tmp_path: Path, act: str, door: str) -> None:
    """From any file of it, the doors included: none may do this to what is not its own."""
    known = {"os": os, "photo": file(tmp_path / "a.jpg"), "other": file(tmp_path / "b.jpg")}
    folder = os.open(tmp_path, os.O_RDONLY)
    exec(compile(ACTS[act], tripwire.PACKAGE + door, "exec"), known | {"folder": folder})
    os.close(folder)
    assert len(tripwire.tripped) == 1 and tripwire.tripped[0].startswith(door)
    tripwire.tripped.clear()


def test_its_own_files_are_its_own(tmp_path: Path) -> None:
    ours = OwnFolder.at(tmp_path / "ours")
    for text in ("first", "second"):
        ours.write("note.txt", text)
    file(ours.path / "more/deep/inside.txt")
    ours.remove()
    assert not ours.path.exists() and tripwire.tripped == []


def test_what_a_test_does_with_its_own_hands_is_not_the_programs_doing(tmp_path: Path) -> None:
    file(tmp_path / "a.jpg").unlink()
    assert tripwire.tripped == []
