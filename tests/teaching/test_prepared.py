"""A prepared step: what comes before it was truly done, on practice photos only, and said to be done by the program."""

from __future__ import annotations

import ast
from pathlib import Path

import bagit
import pytest

from tests.drawn_once import FEW, lay_drawn
from tests.making import files_in, photo, untouched
from tests.plain.talking import talk
from tests.steps.walking import at, press, said, until, until_said, wizard
from tests.test_house import PACKAGE
from wizard.journey import Choice, Journey, StepName, receipt_of
from wizard.language.step_names import prepared_words
from wizard.pages.receipt import receipt_text
from wizard.places import within
from wizard.session import Session
from wizard.teaching.prepared import CLOSED_EYES, prepare

ENOUGH = (*FEW, "form-pages")
"""With what the script of the mover names."""
LATER = [step for step in StepName if step.number > StepName.CHOOSE.number]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    lay_drawn(within(tmp_path), ENOUGH)
    return Session(within(tmp_path))


def room(home: Path) -> Path:
    return within(home).practice


def test_at_the_first_two_steps_nothing_is_prepared(session: Session) -> None:
    for name in (StepName.WELCOME, StepName.CHOOSE):
        journey = session.practise(name)
        assert not journey.prepared and journey.library is None
    session.end()


def test_before_the_backup_the_photos_are_counted(session: Session, tmp_path: Path) -> None:
    journey = session.practise(StepName.BACK_UP)
    assert journey.library is not None and len(journey.library.pictures) == len(
        files_in(room(tmp_path) / "photos")
    )
    assert journey.copies is None and list((journey.places.practice / "drive").iterdir()) == []
    session.end()


def test_before_the_look_every_file_has_a_copy_that_was_read_back(session: Session) -> None:
    journey = session.practise(StepName.LOOK)
    assert journey.library is not None and journey.backup_result is not None
    assert journey.backup_result.checked == len(journey.library.files)
    assert bagit.Bag(str(journey.backup_folder)).validate()
    assert files_in(journey.backup_folder / "data") == files_in(journey.places.practice_photos)
    assert journey.closed_gate() is None
    assert journey.scan is None
    session.end()


def test_before_the_review_folder_the_photos_were_compared(session: Session) -> None:
    journey = session.practise(StepName.REVIEW)
    assert journey.scan is not None and journey.scan.groups
    assert journey.review is None and journey.earlier_review_folder() is None
    session.end()


def test_before_inspecting_the_review_folder_is_there_and_nothing_is_decided(
    session: Session,
) -> None:
    journey = session.practise(StepName.INSPECT)
    assert journey.review is not None and journey.review.items == ()
    assert journey.inspection is not None and journey.inspection.decided == ()
    assert journey.inspection.position == 0
    session.end()


def test_before_the_receipt_the_mover_moved_what_the_script_says(session: Session) -> None:
    journey = session.practise(StepName.FINISH)
    assert journey.review is not None and journey.inspection is not None
    aside = {item.path for item in journey.review.items}
    copies = {photo.path for photo in journey.inspection.groups[0].photos}
    assert CLOSED_EYES in aside and aside - {CLOSED_EYES} < copies
    assert len(copies - aside) == 1
    for path in aside:
        assert not (journey.places.practice_photos / path).exists()
    forms = [
        photo
        for group in journey.inspection.groups
        for photo in group.photos
        if journey.inspection.choice(photo) is Choice.KEEP and photo.path not in copies
    ]
    assert len(forms) == 2
    journey.put_back(journey.review.items)
    kept = files_in(journey.backup_folder / "data")
    assert files_in(journey.places.practice_photos) == kept
    session.end()


def test_the_receipt_of_a_prepared_journey_says_so(session: Session) -> None:
    assert "prepared" in receipt_text(receipt_of(session.practise(StepName.FINISH)))
    session.end()


def test_a_learners_own_photos_are_never_prepared(tmp_path: Path) -> None:
    photo(tmp_path / "photos/a.jpg")
    journey = Journey(within(tmp_path / "home"))
    journey.choose(tmp_path / "photos")
    with untouched(tmp_path / "photos"), pytest.raises(ValueError, match="practice"):
        prepare(journey, StepName.FINISH)
    assert not journey.prepared
    journey.close()


def test_nobody_else_says_in_a_learners_place_what_was_seen() -> None:
    """Whoever notes that photos were on the screen shows them; the only exception is for practice photos."""
    noting = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "saw"
    }
    assert noting == {"plain/inspect.py", "steps/inspect/showing.py", "teaching/prepared.py"}


@pytest.mark.parametrize("target", LATER)
async def test_from_f2_to_every_step_and_the_screen_says_who_did_it(
    tmp_path: Path, target: StepName
) -> None:
    async with wizard(tmp_path, practice=True, sets=ENOUGH) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "f2", "2")
        await until_said(walker, "Go to another step: the program prepares it")
        await press(walker, str(target.number))
        await until(walker, lambda: at(walker, target))
        await until_said(walker, prepared_words())
        assert "PRACTICE PHOTOS, PREPARED" in said(walker)


async def test_from_the_list_behind_0_and_on_with_the_way_and_back_to_the_first_screen(
    tmp_path: Path,
) -> None:
    async with wizard(tmp_path, practice=True, sets=ENOUGH) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "0", "7", "7")
        await until(walker, lambda: at(walker, StepName.FINISH))
        await until_said(walker, prepared_words())
        aside = [
            path for path in room(tmp_path).rglob("IMG_2044.JPG") if path.parts[-3] != "photos"
        ]
        assert aside
        await press(walker, "f2", "2", "1")
        await until_said(walker, "Choose your language.")
        assert files_in(room(tmp_path) / "drive") == {}
        assert (room(tmp_path) / "photos" / CLOSED_EYES).is_file()


async def test_on_ones_own_photos_there_is_no_prepared_step(tmp_path: Path) -> None:
    photo(tmp_path / "photos/a.jpg")
    async with wizard(tmp_path / "home", folder=tmp_path / "photos") as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "f2")
        await until_said(walker, "The workshop begins now")
        await press(walker, "2")
        assert "prepares" not in said(walker)
        await press(walker, "escape", "0")
        await until_said(walker, "What would you like to do?")
        assert "prepares" not in said(walker)


@pytest.mark.parametrize("target", LATER)
def test_in_plain_lines_too(tmp_path: Path, target: StepName) -> None:
    lay_drawn(within(tmp_path), ENOUGH)
    heard = talk(tmp_path, "1", "1", "0", "6", str(target.number))
    after = heard.partition(prepared_words())[2]
    assert f"Step {target.number} of 7" in after
    assert "PRACTICE PHOTOS, PREPARED" in after


def test_in_plain_lines_the_first_step_begins_anew_with_the_language(tmp_path: Path) -> None:
    lay_drawn(within(tmp_path), ENOUGH)
    heard = talk(tmp_path, "1", "1", "0", "6", "6", "0", "6", "1")
    assert heard.count("Choose your language.") == 2
    assert files_in(room(tmp_path) / "drive") == {}
