"""The practice photos are drawn once and then copied; what was kept is used only when it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drawn_once import as_if_drawn
from tests.making import snapshot
from wizard.places import KIT_VARIABLE, Places, within
from wizard.teaching import practice_set
from wizard.teaching.practice_room import PracticeRoom
from wizard.teaching.practice_set import KEPT, keep


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return within(tmp_path / "profile")


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were drawn into, one after the other."""
    drawn: list[Path] = []

    def draw(photos: Path, truth: Path) -> None:
        drawn.append(photos)
        as_if_drawn(photos, truth)

    monkeypatch.setattr(practice_set, "make_practice_photos", draw)
    return drawn


def test_the_second_room_is_a_copy_equal_to_the_last_time_of_change(
    places: Places, drawings: list[Path]
) -> None:
    PracticeRoom.fresh(places).close()
    first = snapshot(places.practice)
    PracticeRoom.fresh(places).close()
    assert len(drawings) == 1
    again = snapshot(places.practice)
    photos = [path for path in first if path.startswith("photos/") or path == "truth.csv"]
    assert {path: again[path] for path in photos} == {path: first[path] for path in photos}
    assert len(photos) > 60


def test_a_kept_photo_that_changed_is_never_handed_out(
    places: Places, drawings: list[Path]
) -> None:
    PracticeRoom.fresh(places).close()
    whole = snapshot(places.practice_photos)
    kept = next((places.cache / KEPT).rglob("*.jpg"))
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    PracticeRoom.fresh(places).close()
    assert len(drawings) == 2
    assert snapshot(places.practice_photos) == whole


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"drawn_by": "another version"}'])
def test_a_list_that_is_damaged_or_of_another_version_is_not_trusted(
    places: Places, drawings: list[Path], written: str
) -> None:
    PracticeRoom.fresh(places).close()
    (places.cache / KEPT / "drawn.json").write_text(written, encoding="utf-8")
    PracticeRoom.fresh(places).close()
    assert len(drawings) == 2


def test_the_set_of_a_workshops_kit_is_used(
    places: Places, drawings: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_if_drawn(tmp_path / "photos", tmp_path / "truth.csv")
    keep(tmp_path / "photos", tmp_path / "truth.csv", tmp_path / "kit" / KEPT)
    monkeypatch.setenv(KIT_VARIABLE, str(tmp_path / "kit"))
    before = snapshot(tmp_path / "kit")
    PracticeRoom.fresh(places).close()
    assert drawings == []
    assert snapshot(tmp_path / "kit") == before
    assert len(list(places.practice_photos.rglob("*.*"))) > 60
