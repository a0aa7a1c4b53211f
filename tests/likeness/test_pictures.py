"""Small pictures are kept while there is room; one that is not kept is read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import photo
from wizard.likeness import pictures as room
from wizard.likeness.pictures import Pictures
from wizard.likeness.small_picture import read_small


def test_no_more_is_kept_than_there_is_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = read_small(photo(tmp_path / "a.jpg"))
    monkeypatch.setattr(room, "ROOM", small.nbytes + 1)
    pictures = Pictures(tmp_path)
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        pictures.keep(name, small)
    assert not pictures.has_room
    assert pictures.get("a.jpg") is small
    photo(tmp_path / "c.jpg", 2)
    assert pictures.get("c.jpg") is not small
    pictures.clear()
    assert pictures.has_room


def test_a_large_library_leaves_room_for_fewer_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = read_small(photo(tmp_path / "a.jpg"))
    monkeypatch.setattr(room, "ROOM", 3 * small.nbytes)
    few, many = Pictures(tmp_path), Pictures(tmp_path)
    few.share_room(10)
    many.share_room(1_000_000)
    for pictures in (few, many):
        pictures.keep("a.jpg", small)
    assert few.has_room
    assert not many.has_room
