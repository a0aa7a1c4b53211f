"""What may move: only exactly the bytes that were looked at and copied, and never without what belongs to them."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.making import JULY, file, files_in, never_overwritten, photo, sha256, snapshot, untouched
from tests.safekeeping.desk import Desk
from wizard.problems import DriveFull, Gate, KitError, MayNotMove, NotWritable, Problem, ProblemKind
from wizard.safekeeping import disk
from wizard.safekeeping.checked import CheckedCopy
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.setting_aside import Bundle, Leaving, Staying


def test_a_photo_without_a_checked_copy_stays(desk: Desk) -> None:
    desk.back_up()
    other = desk.leaving("a.jpg").copy
    leaving = Leaving("b.jpg", sha256(desk.photos / "b.jpg"), other)
    bundle = Bundle((leaving,), Staying("a.jpg", sha256(desk.photos / "a.jpg"), ""))
    review = desk.new_review_folder()
    with untouched(desk.photos), pytest.raises(MayNotMove) as raised:
        review.set_aside(bundle)
    assert raised.value.gate is Gate.NO_CHECKED_COPY
    assert review.items == ()


def test_a_companion_without_a_checked_copy_keeps_its_photo_here(desk: Desk) -> None:
    desk.back_up()
    bundle = desk.bundle("b.jpg", "b.xmp", stays="a.jpg")
    wrong = replace(bundle.leaving[1], copy=CheckedCopy("0" * 64, Path("x"), ""))
    review = desk.new_review_folder()
    with untouched(desk.photos), pytest.raises(MayNotMove):
        review.set_aside(replace(bundle, leaving=(bundle.leaving[0], wrong)))


def test_the_photo_that_stays_does_not_leave(desk: Desk) -> None:
    desk.back_up()
    review = desk.new_review_folder()
    with untouched(desk.photos), pytest.raises(MayNotMove) as raised:
        review.set_aside(desk.bundle("b.jpg", "a.jpg", stays="a.jpg"))
    assert raised.value.gate is Gate.LAST_OF_GROUP


@pytest.mark.parametrize("path", ["b.jpg", "b.xmp", "a.jpg"])
@pytest.mark.parametrize("now", ["changed", "gone", "a link", "a folder"])
def test_a_photo_that_is_not_what_was_looked_at_stays_with_all_of_its_own(
    desk: Desk, path: str, now: str
) -> None:
    desk.back_up()
    bundle = desk.bundle("b.jpg", "b.xmp", stays="a.jpg")
    changed = desk.photos / path
    held = changed.read_bytes()
    changed.unlink()
    if now == "changed":
        file(changed, held[:-1] + b"?")
        os.utime(changed, ns=(JULY, JULY))
    elif now == "a link":
        changed.symlink_to(file(desk.root / "elsewhere", held))
    elif now == "a folder":
        changed.mkdir()
    review = desk.new_review_folder()
    with untouched(desk.photos):
        problems = review.set_aside(bundle)
    kind = ProblemKind.NOT_FOUND if now == "gone" else ProblemKind.CHANGED
    assert problems == [Problem(path, kind)]
    assert review.items == ()


@pytest.mark.usefixtures("either_rename")
@pytest.mark.parametrize("failing", [1, 2, 3])
@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES, errno.ENOSPC])
def test_companions_move_together_or_not_at_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, failing: int, number: int
) -> None:
    photo(desk.photos / "b.dng", 3)
    desk.back_up()
    bundle = desk.bundle("b.jpg", "b.xmp", "b.dng", stays="a.jpg")
    review = desk.new_review_folder()
    move, moves = disk.move_to_free_name, list[Path]()

    def fails_once(source: Path, target: Path, *notes: disk.Notes) -> None:
        moves.append(source)
        if len(moves) == failing:
            raise OSError(number, os.strerror(number))
        move(source, target, *notes)

    before = snapshot(desk.photos)
    monkeypatch.setattr(disk, "move_to_free_name", fails_once)
    with never_overwritten(desk.photos), pytest.raises((DriveFull, NotWritable)):
        review.set_aside(bundle)
    assert snapshot(desk.photos) == before
    assert not review.items
    assert review.set_aside(bundle) == []
    assert sorted(item.path for item in review.items) == ["b.dng", "b.jpg", "b.xmp"]
    review.close()
    again = ReviewFolder(desk.review)
    for item in again.items:
        assert again.put_back(item) is None
    assert snapshot(desk.photos) == before


@pytest.mark.parametrize("failing", range(1, 7))
def test_a_record_that_cannot_be_written_loses_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """The drive is full for one line, at each line in turn; then there is room again."""
    desk.back_up()
    before, append, lines = snapshot(desk.photos), disk.append_record, list[bytes]()
    review = desk.new_review_folder()

    def full_once(path: Path, line: bytes) -> None:
        lines.append(line)
        if len(lines) == failing:
            append(path, line[: len(line) // 2])
            raise OSError(errno.ENOSPC, "full")
        append(path, line)

    monkeypatch.setattr(disk, "append_record", full_once)
    for leaving in (("b.jpg", "b.xmp"), ("2024/b.jpg",)):
        if all((desk.photos / path).exists() for path in leaving):
            try:
                review.set_aside(desk.bundle(*leaving, stays="a.jpg"))
            except KitError:
                continue
    review.close()
    again = ReviewFolder(desk.review)
    aside = {item.path for item in again.items}
    assert aside | set(files_in(desk.photos)) == set(files_in_snapshot(before))
    assert ("b.jpg" in aside) == ("b.xmp" in aside)
    for item in again.items:
        assert again.put_back(item) is None
    assert snapshot(desk.photos) == before


def files_in_snapshot(before: dict[str, tuple[str, bytes, int]]) -> list[str]:
    return [path for path, held in before.items() if held[0] == "file"]


def test_nothing_moves_before_its_intent_is_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.back_up()
    bundle = desk.bundle("b.jpg", stays="a.jpg")
    review = desk.new_review_folder()

    def full(path: Path, line: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(disk, "append_record", full)
    with untouched(desk.photos), pytest.raises(DriveFull):
        review.set_aside(bundle)


def test_a_lost_copy_opens_no_gate(desk: Desk) -> None:
    desk.back_up()
    (desk.drive / "data/b.jpg").unlink()
    with pytest.raises(AssertionError):
        desk.leaving("b.jpg")
