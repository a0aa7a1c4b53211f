"""Inspecting: nothing is chosen beforehand, one always stays, and only what was seen together may go."""

from __future__ import annotations

from pathlib import Path

from tests.drawn_once import FEW
from tests.steps.walking import (
    Walker,
    at,
    both_drawn,
    lines,
    press,
    said,
    state_of,
    step,
    to_inspect,
    until,
    until_said,
    wizard,
)
from wizard.journey import Inspection, StepName
from wizard.steps.confirm_move import ConfirmMove

UNDECIDED, STAYS, ASIDE = "? not decided yet, so it stays", "* stays", "- will be set aside"


def inspection(walker: Walker) -> Inspection:
    found: Inspection = walker.app.journey.inspection  # type: ignore[attr-defined]
    return found


async def to_a_group_of(walker: Walker, photos: int) -> None:
    """Goes on until a group of look-alikes with so many photos is on the screen."""

    def here() -> bool:
        group = inspection(walker).group
        return len(group.photos) == photos and not group.all_identical

    while not here():
        await press(walker, "3")
    await both_drawn(walker)


async def test_nothing_is_chosen_beforehand_and_there_is_no_all(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        for _group in range(len(inspection(walker).groups) - 1):
            assert said(walker).count(UNDECIDED) == 2
            await press(walker, "3")
            await both_drawn(walker)
        assert inspection(walker).decided == ()


async def test_the_last_photo_of_a_group_cannot_be_set_aside(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await to_a_group_of(walker, 2)
        await press(walker, "2", "right", "2")
        assert "This is the last photo of the group. One always stays." in said(walker)
        assert said(walker).count(ASIDE) == 1


async def test_a_photo_goes_only_after_it_was_seen_beside_one_that_stays(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await to_a_group_of(walker, 5)
        await press(walker, "right", "2", "left")
        assert any(line.find(">1/5") >= 0 for line in lines(walker))
        await press(walker, "2")
        assert "First look at photos 1 and 3 together." in said(walker)
        await both_drawn(walker)
        await press(walker, "2")
        assert "First look at photos 2 and 3 together." in said(walker)
        await both_drawn(walker)
        await press(walker, "left", "2")
        paths = [decided.photo.path for decided in inspection(walker).decided]
        assert len(paths) == 2


async def test_exact_copies_are_one_decision(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        assert "Exact copies: the same file. Most people keep one." in said(walker)
        await press(walker, "2")
        group = inspection(walker).group
        assert len(inspection(walker).decided) == len(group.photos) - 1
        assert STAYS in said(walker)


async def test_decisions_move_nothing_until_they_are_confirmed(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        photos = tmp_path / "practice" / "photos"
        before = state_of(photos)
        await press(walker, "2", "escape")
        await until_said(walker, "Nothing is deleted.")
        assert isinstance(walker.app.screen, ConfirmMove)
        assert walker.app.screen.query_one("Choices").highlighted == 2  # type: ignore[attr-defined]
        await press(walker, "enter")
        await until(walker, lambda: at(walker, StepName.REVIEW))
        assert state_of(photos) == before
        assert len(inspection(walker).decided) == 2


async def test_esc_on_the_confirmation_goes_back_to_looking(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await press(walker, "2", "escape")
        await until_said(walker, "Move 2 photos to the review folder?")
        await press(walker, "escape")
        assert step(walker).step is StepName.INSPECT


async def test_flip_shows_one_after_the_other_in_the_same_place(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await to_a_group_of(walker, 5)
        both = lines(walker)
        await press(walker, "space")
        assert "1/5" in said(walker)
        assert "2/5" not in said(walker)
        await press(walker, "space")
        assert "2/5" in said(walker)
        assert "1/5" not in said(walker)
        await press(walker, "space")
        await both_drawn(walker)
        assert lines(walker) == both


async def test_without_a_review_folder_the_first_choice_is_absent(tmp_path: Path) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await press(walker, "escape")
        await until(walker, lambda: at(walker, StepName.REVIEW))
        walker.app.journey.close()  # type: ignore[attr-defined]
        await press(walker, "2")
        await until(walker, lambda: at(walker, StepName.INSPECT))
        await both_drawn(walker)
        await press(walker, "2", "escape")
        await until_said(walker, "There is no review folder yet.")
        assert "1  Move" not in said(walker)
        assert " 2  See them first" in said(walker)
