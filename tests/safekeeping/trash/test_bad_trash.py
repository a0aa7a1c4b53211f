"""A trash that deletes, copies, swallows or complains gets no photo but the one on which it was found out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.making import file
from tests.safekeeping.desk import Desk
from tests.safekeeping.trash.trashing import (
    home_trash,
    instead_of_the_trash,
    refuse_photos,
    sends,
    stay,
)
from wizard.problems import MayNotTrash, NotWritable, TrashDoubt
from wizard.safekeeping import disk
from wizard.safekeeping.review_folder import ReviewFolder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks into a trash as Linux lays it out")


@pytest.mark.parametrize("act", ["trashing", "trashed", "here_again"])
def test_a_word_of_the_record_that_came_through_with_an_error_is_not_written_twice(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    """The drive holds it, whatever it answered. Twice would make no sense, and lock all photos in."""
    append = disk.append_record
    failed: list[bytes] = []

    def fail_once(path: Path, line: bytes) -> None:
        append(path, line)
        if f'"act":"{act}"'.encode() in line and not failed:
            failed.append(line)
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(disk, "append_record", fail_once)
    if act == "here_again":
        refuse_photos(monkeypatch)
    with pytest.raises(NotWritable):
        sends(desk, review)
    here = [item for item in review.items if item.path == "2024/cake.jpg"]
    assert failed and review.put_back(here[0]) is None
    review.close()
    again = ReviewFolder(desk.review)
    known = [item.path for item in again.items] + [sent.item.path for sent in again.sent]
    assert sorted(known) == ["2024/sea.jpg", "2024/sea.xmp"]
    again.close()


def test_a_trash_that_deletes_gets_nothing_but_the_test_file(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_the_trash(monkeypatch, os.unlink)
    stay(desk, review, TrashDoubt.TEST_NOT_SEEN)


def test_a_trash_that_copies_gets_nothing_but_the_test_file(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As send2trash does across drives: a copy that was not written down yet, and the original removed."""

    def copy(path: Path) -> None:
        for folder, name, text in (
            ("files", path.name, path.read_text()),
            ("info", f"{path.name}.trashinfo", f"[Trash Info]\nPath={path.name}\n"),
        ):
            file(home_trash() / folder / name, text)
        path.unlink()

    instead_of_the_trash(monkeypatch, copy)
    stay(desk, review, TrashDoubt.TEST_NOT_SEEN)


def test_a_trash_that_is_a_link_gets_nothing_but_the_test_file(
    desk: Desk, review: ReviewFolder
) -> None:
    (desk.root / "elsewhere").mkdir()
    home_trash().symlink_to(desk.root / "elsewhere")
    with pytest.raises(MayNotTrash):
        sends(desk, review)
    assert len(review.items) == 3


def test_the_first_file_that_is_not_found_in_the_trash_is_the_last_one_sent(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from send2trash import send2trash

    def swallow(path: Path) -> None:
        if path.suffix == ".txt":
            send2trash(str(path))
        else:
            os.rename(path, desk.root / "swallowed.jpg")

    instead_of_the_trash(monkeypatch, swallow)
    result = sends(desk, review)
    assert (result.sent, result.stopped_by) == ((), TrashDoubt.LOST_SIGHT)
    assert {item.path for item in review.items} == {"2024/sea.xmp", "2024/cake.jpg"}
    assert [sent.item.path for sent in review.sent] == ["2024/sea.jpg"]


def test_an_error_of_the_trash_leads_to_no_deletion(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {item.path for item in review.items}
    refuse_photos(monkeypatch)
    result = sends(desk, review)
    assert (result.sent, result.stopped_by) == ((), TrashDoubt.REFUSED)
    assert {item.path for item in review.items} == before
    for item in review.items:
        assert review.put_back(item) is None


def test_an_error_after_the_file_arrived_is_not_believed(
    desk: Desk, review: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from send2trash import send2trash

    def complain(path: Path) -> None:
        send2trash(str(path))
        raise OSError(5, "Input/output error")

    instead_of_the_trash(monkeypatch, complain)
    assert len(sends(desk, review).sent) == 3
