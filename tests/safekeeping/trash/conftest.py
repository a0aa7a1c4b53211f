"""What the tests of the trash share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import file, photo
from tests.safekeeping.desk import Desk
from wizard.safekeeping import trash_rules
from wizard.safekeeping.review_folder import ReviewFolder


@pytest.fixture(autouse=True)
def ordinary(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the tests did not run as root; `test_trash` of the commands becomes an ordinary user in earnest."""
    monkeypatch.setattr(trash_rules, "as_administrator", lambda: False)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two pictures in two sizes each, one of them with notes; backed up."""
    desk = Desk(tmp_path)
    photo(desk.photos / "sea.jpg", 1, (80, 60))
    photo(desk.photos / "2024/sea.jpg", 1, (40, 30))
    file(desk.photos / "2024/sea.xmp", "notes")
    photo(desk.photos / "cake.jpg", 2, (80, 60))
    photo(desk.photos / "2024/cake.jpg", 2, (40, 30))
    desk.back_up()
    return desk


@pytest.fixture
def review(desk: Desk) -> Iterator[ReviewFolder]:
    """Two photos were set aside, one with its notes."""
    review = desk.new_review_folder()
    desk.set_aside(review, "2024/sea.jpg", "2024/sea.xmp", stays="sea.jpg")
    desk.set_aside(review, "2024/cake.jpg", stays="cake.jpg")
    yield review
    review.close()
