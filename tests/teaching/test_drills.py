"""The exercises: figures measured on the practice photos themselves, and a mistake that nothing is lost by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.making import files_in, untouched
from wizard.language.catalogs import available
from wizard.likeness.groups import Photo
from wizard.likeness.scan import Scan, scan
from wizard.own_files import NotOurs
from wizard.photos.library import walk
from wizard.places import Places, within
from wizard.safekeeping.backup import Backup
from wizard.safekeeping.checked import CheckedCopies
from wizard.teaching.agenda import blocks
from wizard.teaching.drills.cleaner import answers, loss, one_click
from wizard.teaching.drills.mistake import ThrowAway
from wizard.teaching.drills.threshold import pairs
from wizard.teaching.drills.wording import DIALOGS, Means
from wizard.teaching.practice_room import PracticeRoom


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Places, Scan, CheckedCopies]:
    """A practice room after the look, with a checked backup on the practice drive."""
    places = within(tmp_path_factory.mktemp("home"))
    PracticeRoom.fresh(places).close()
    library = walk(places.practice_photos)
    backup = Backup.begin(places.practice / "drive" / "Before You Delete" / "photos", {})
    assert backup.make(library, room=10**9).whole
    return places, scan(library), backup.copies


Practice = tuple[Places, Scan, CheckedCopies]


def test_a_one_click_cleaner_takes_unique_photos(practice: Practice) -> None:
    _places, found, _copies = practice
    taken = one_click(found.groups)
    lost = loss(taken)
    assert len(taken) == len(set(taken)) == sum(len(group.photos) - 1 for group in found.groups)
    assert len(lost.photos) > len(lost.only_ones) > 5
    key = {answer.path: answer for answer in answers()}
    assert all(not key[path].safe_to_set_aside for path in lost.only_ones)


def test_whoever_follows_the_answer_key_loses_no_moment() -> None:
    safe = [answer.path for answer in answers() if answer.safe_to_set_aside]
    assert loss(safe).only_ones == ()


def test_a_moment_is_lost_once_when_all_its_files_are_gone() -> None:
    snowman = [answer.path for answer in answers() if answer.capture == "snowman"]
    assert loss(snowman[:-1]).only_ones == ()
    assert len(loss(snowman).only_ones) == 1


def test_the_mistake_loses_nothing_but_the_throw_away_copy_and_the_backup_brings_it_back(
    practice: Practice,
) -> None:
    places, found, copies = practice
    taken = one_click(found.groups)
    with untouched(places.practice_photos), untouched(places.practice / "drive"):
        copy = ThrowAway.made(places, found.photos, copies)
        assert files_in(copy.folder) == files_in(places.practice_photos)
        copy.delete_for_good(taken)
        assert sorted(copy.missing()) == sorted(taken)
        assert copy.recover(copy.missing(), copies) == len(taken)
        assert files_in(copy.folder) == files_in(places.practice_photos)
        copy.throw_away()
        assert files_in(copy.folder) == {}


def test_the_bad_cleaner_reaches_nothing_outside_the_practice_room(practice: Practice) -> None:
    places, found, copies = practice
    copy = ThrowAway.made(places, found.photos, copies)
    mine = places.practice.parent / "mine.jpg"
    mine.write_bytes(b"mine")
    with pytest.raises(NotOurs):
        copy.delete_for_good(["../../mine.jpg"])
    assert mine.read_bytes() == b"mine"
    copy.throw_away()


def test_the_next_practice_begins_in_the_same_room(practice: Practice) -> None:
    places, found, copies = practice
    ThrowAway.made(places, found.photos, copies)
    room = PracticeRoom.fresh(places)
    room.close()
    assert room.places.practice == places.practice
    assert not (places.practice / "throw-away copy").exists()


def test_the_lab_shows_what_was_measured(practice: Practice) -> None:
    _places, found, _copies = practice
    by_set = {pair.set: pair for pair in pairs(found.photos)}
    assert by_set["bracket-window"].percent > 90 and not by_set["bracket-window"].is_copy
    assert by_set["kitchen-before-after"].percent > 90
    assert by_set["edited-umbrella"].percent < 80 and by_set["edited-umbrella"].is_copy
    photo: Photo = by_set["edited-umbrella"].b
    assert Path(photo.path).name == "IMG_E2241.JPG"


def test_every_answer_is_right_once() -> None:
    assert sorted(dialog.means for dialog in DIALOGS) == sorted(Means)


def test_the_guide_names_groups_and_figures_as_the_screen_shows_them(practice: Practice) -> None:
    """The sixty minutes say which group comes when; a facilitator counts on it before a full room."""
    groups = practice[1].groups
    key = {answer.path: answer.set for answer in answers()}
    order = [key[group.photos[0].path] for group in groups]
    taken = one_click(groups)
    figures = {
        "block-look": [3, len(groups) - 3],
        "block-inspect": [
            len(groups),
            *(
                1 + order.index(each)
                for each in ("burst-candles", "form-pages", "kitchen-before-after")
            ),
        ],
        "block-put-back": [len(taken), len(loss(taken).only_ones)],
    }
    for code in available():
        texts = {block.id: block.text for block in blocks(code)}
        for block, numbers in figures.items():
            said = {int(number) for number in re.findall(r"\d+", texts[block])}
            assert said >= set(numbers), (code, block)
