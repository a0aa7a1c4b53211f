"""What the tests of the cache share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import photo
from wizard.likeness import learning
from wizard.likeness.fingerprint import Fingerprint, fingerprint_and_picture
from wizard.likeness.small_picture import SmallPicture


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pictures that were opened and read, in order of their names."""
    names: list[str] = []

    def noted(path: Path, *, with_picture: bool) -> tuple[Fingerprint, SmallPicture | None]:
        names.append(path.name)
        names.sort()
        return fingerprint_and_picture(path, with_picture=with_picture)

    monkeypatch.setattr(learning, "fingerprint_and_picture", noted)
    return names


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for seed in (1, 2, 3):
        photo(tmp_path / f"photos/{seed}.jpg", seed)
    return tmp_path / "photos"
