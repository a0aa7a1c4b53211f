"""What the tests of the commands share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import file, photo
from tests.safekeeping.desk import Desk
from wizard.cli import main
from wizard.language.catalogs import speaking


@pytest.fixture
def ordinary_folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder of an ordinary user, who may not read all of Python's own files: those are read before."""
    photo(tmp_path / "photos/a.jpg")
    with speaking("en"):
        main(["backup", str(tmp_path / "photos"), str(tmp_path / "backup")])
        main(["scan", str(tmp_path / "photos")])
    request.getfixturevalue("capsys").readouterr()
    folder: Path = request.getfixturevalue("as_ordinary_user")
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A few photos, a side file, a letter, and room for a drive."""
    desk = Desk(tmp_path)
    photo(desk.photos / "sea.jpg", 1, (400, 300))
    photo(desk.photos / "sea small.jpg", 1, (200, 150))
    file(desk.photos / "sea small.xmp", "notes")
    photo(desk.photos / "cake.jpg", 2)
    photo(desk.photos / "2024/cake.jpg", 2)
    file(desk.photos / "2024/letter.txt", "Dear ...")
    return desk
