"""Faults at one known moment, as ordinary tests: what the big suite finds by trying every moment."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import file, photo, untouched
from tests.safekeeping.desk import Desk
from wizard.problems import KitError, Problem, ProblemKind
from wizard.safekeeping import disk
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_record import ReviewRecord


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two photos that look alike, one with notes; backed up, with a review folder."""
    desk = Desk(tmp_path)
    photo(desk.photos / "a.jpg", 1, (80, 60))
    photo(desk.photos / "b.jpg", 1, (40, 30))
    file(desk.photos / "b.xmp", "notes")
    yield desk


def test_a_photo_changed_after_it_was_hashed_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.back_up()
    review = desk.new_review_folder()
    bundle = desk.bundle("b.xmp", "b.jpg", stays="a.jpg")
    begin = ReviewRecord.begin_set_aside

    def edit_meanwhile(*arguments: object) -> None:
        file(desk.photos / "b.jpg", "edited by another program")
        os.utime(desk.photos / "b.jpg", ns=(7, 7))
        begin(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(ReviewRecord, "begin_set_aside", edit_meanwhile)
    assert review.set_aside(bundle) == [Problem("b.jpg", ProblemKind.CHANGED)]
    assert sorted(path.name for path in desk.photos.iterdir()) == ["a.jpg", "b.jpg", "b.xmp"]
    assert review.items == ()


def test_a_copy_that_the_drive_spoilt_is_not_called_checked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = disk.flush

    def spoil(written: object) -> None:
        flush(written)  # type: ignore[arg-type]
        name = Path(str(getattr(written, "name", "")))
        if name.suffix == ".part":
            with name.open("r+b") as part:
                part.write(b"\0")

    monkeypatch.setattr(disk, "flush", spoil)
    result = desk.back_up()
    assert result.checked == 0
    assert {problem.kind for problem in result.problems} == {ProblemKind.NOT_EQUAL}
    assert desk.backup().copies.rows == []


def test_a_drive_that_does_not_answer_is_not_taken_for_an_empty_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else an interrupted move would be written down as one that ended."""
    desk.back_up()
    review = desk.new_review_folder()
    bundle = desk.bundle("b.jpg", "b.xmp", stays="a.jpg")
    with monkeypatch.context() as patch:
        patch.setattr(ReviewRecord, "end_set_aside", _fails)
        with pytest.raises(KitError):
            review.set_aside(bundle)
    review.close()
    lstat = os.lstat

    def no_answer(path: object, **named: object) -> os.stat_result:
        if "Review/20" in os.fspath(path):  # type: ignore[call-overload]
            raise OSError(errno.EIO, "no answer")
        return lstat(path, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch, untouched(desk.review):
        patch.setattr(os, "lstat", no_answer)
        with pytest.raises(KitError):
            ReviewFolder(desk.review)
    again = ReviewFolder(desk.review)
    assert sorted(item.path for item in again.items) == ["b.jpg", "b.xmp"]
    again.close()


def _fails(*_arguments: object, **_named: object) -> None:
    raise OSError(errno.EIO, "no answer")
