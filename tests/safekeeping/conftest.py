"""What the tests of safekeeping share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import file, photo
from tests.safekeeping.desk import Desk
from wizard.safekeeping import disk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a few photos, their companions and a letter."""
    desk = Desk(tmp_path)
    photo(desk.photos / "a.jpg", 1, (400, 300))
    photo(desk.photos / "b.jpg", 1, (200, 150))
    file(desk.photos / "b.xmp", "notes on b")
    photo(desk.photos / "2024/b.jpg", 2)
    file(desk.photos / "2024/letter.txt", "Dear ...")
    file(desk.photos / "2024/empty.txt", b"")
    return desk


@pytest.fixture(params=["rename that never replaces", "claimed name"])
def either_rename(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs a test twice: the second time on a drive whose driver knows no such rename, as on exFAT."""
    if request.param == "claimed name":
        monkeypatch.setattr(disk, "_rename_without_replacing", lambda source, target: 22)
