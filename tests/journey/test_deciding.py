"""Deciding: nothing beforehand, one always stays, and nothing goes unseen."""

from __future__ import annotations

import pytest

from tests.journey.learner import look_and_set_aside, photo_of
from tests.likeness.knowing import known
from wizard.journey import Choice, Inspection, Record
from wizard.journey.inspection import CONFIRM_AFTER, LookFirst
from wizard.likeness.groups import Group
from wizard.problems import Gate, MayNotMove

ALIKE = Group(tuple(known(name, 1) for name in ("a.jpg", "b.jpg", "c.jpg")), 0)
COPIES = Group(tuple(known(name, 2, "same bytes") for name in ("x.jpg", "y.jpg", "z.jpg")), 1)


@pytest.fixture
def away() -> set[str]:
    """What is in the review folder."""
    return set()


@pytest.fixture
def inspection(away: set[str]) -> Inspection:
    return Inspection([ALIKE, COPIES], Record(), lambda: away)


def leaving(inspection: Inspection) -> dict[str, str]:
    """What is to go, and beside what it was seen."""
    return {each.photo.path: each.stays.path for each in inspection.decided}


def refused(inspection: Inspection, name: str) -> MayNotMove:
    """Setting this one aside is refused and changes nothing."""
    before = {photo.path: inspection.choice(photo) for photo in ALIKE.photos}
    with pytest.raises(MayNotMove) as told:
        inspection.set_aside(photo_of(inspection, name))
    assert {photo.path: inspection.choice(photo) for photo in ALIKE.photos} == before
    return told.value


def test_nothing_is_decided_beforehand(inspection: Inspection) -> None:
    assert all(inspection.undecided(group) for group in inspection.groups)
    assert inspection.decided == ()
    assert not inspection.time_to_confirm


def test_seeing_decides_nothing(inspection: Inspection) -> None:
    for a in ALIKE.photos:
        for b in ALIKE.photos:
            inspection.saw(a, b)
    assert inspection.undecided(ALIKE)


def test_a_photo_that_was_not_seen_does_not_go(inspection: Inspection) -> None:
    told = refused(inspection, "a.jpg")
    assert isinstance(told, LookFirst)
    assert (told.leaves.path, told.stays.path) == ("a.jpg", "b.jpg")
    assert told.gate is Gate.NOT_SEEN_BESIDE_ONE_THAT_STAYS


def test_a_photo_was_not_seen_beside_itself(inspection: Inspection) -> None:
    a = photo_of(inspection, "a.jpg")
    inspection.saw(a, a)
    assert isinstance(refused(inspection, "a.jpg"), LookFirst)


def test_a_photo_goes_that_was_seen_beside_one_that_stays(inspection: Inspection) -> None:
    look_and_set_aside(inspection, "a.jpg", "b.jpg")
    assert leaving(inspection) == {"a.jpg": "b.jpg"}
    assert inspection.choice(photo_of(inspection, "b.jpg")) is None


def test_the_last_one_stays(inspection: Inspection) -> None:
    a, b, c = ALIKE.photos
    inspection.saw(a, c)
    inspection.saw(b, c)
    inspection.set_aside(a)
    inspection.set_aside(b)
    assert refused(inspection, "c.jpg").gate is Gate.LAST_OF_GROUP
    assert set(leaving(inspection)) == {"a.jpg", "b.jpg"}


def test_the_one_beside_which_it_was_seen_may_not_follow_unseen(inspection: Inspection) -> None:
    a, b, c = ALIKE.photos
    look_and_set_aside(inspection, "a.jpg", "b.jpg")
    inspection.saw(b, c)
    told = refused(inspection, "b.jpg")
    assert isinstance(told, LookFirst)
    assert (told.leaves.path, told.stays.path) == ("a.jpg", "c.jpg")
    inspection.saw(a, c)
    inspection.set_aside(b)
    assert leaving(inspection) == {"a.jpg": "c.jpg", "b.jpg": "c.jpg"}


def test_a_photo_in_the_review_folder_is_no_longer_one_that_stays(
    inspection: Inspection, away: set[str]
) -> None:
    a, b, _ = ALIKE.photos
    inspection.saw(a, b)
    away.update({"b.jpg", "c.jpg"})
    assert refused(inspection, "a.jpg").gate is Gate.LAST_OF_GROUP
    away.remove("c.jpg")
    assert isinstance(refused(inspection, "a.jpg"), LookFirst)


def test_keeping_takes_a_decision_back(inspection: Inspection) -> None:
    look_and_set_aside(inspection, "a.jpg", "b.jpg")
    inspection.keep(photo_of(inspection, "a.jpg"))
    assert inspection.decided == ()
    assert inspection.choice(photo_of(inspection, "a.jpg")) is Choice.KEEP


def test_exact_copies_are_one_decision_once_they_were_on_the_screen(
    inspection: Inspection,
) -> None:
    with pytest.raises(MayNotMove):
        inspection.keep_only(photo_of(inspection, "y.jpg"))
    assert inspection.undecided(COPIES)
    inspection.saw(photo_of(inspection, "x.jpg"), photo_of(inspection, "y.jpg"))
    inspection.keep_only(photo_of(inspection, "y.jpg"))
    assert leaving(inspection) == {"x.jpg": "y.jpg", "z.jpg": "y.jpg"}
    inspection.keep_only(photo_of(inspection, "x.jpg"))
    assert leaving(inspection) == {"y.jpg": "x.jpg", "z.jpg": "x.jpg"}


def test_look_alikes_are_never_one_decision(inspection: Inspection) -> None:
    a, b, c = ALIKE.photos
    for one, other in ((a, b), (b, c), (a, c)):
        inspection.saw(one, other)
    with pytest.raises(MayNotMove):
        inspection.keep_only(a)
    assert inspection.undecided(ALIKE)


def test_exact_copies_among_look_alikes_are_a_round_of_their_own_and_come_first() -> None:
    a, b, c = known("a.jpg", 1, "same"), known("b.jpg", 1, "same"), known("c.jpg", 1)
    inspection = Inspection([Group((a, b, c), 0)], Record(), lambda: set())
    first, second = inspection.groups
    assert first.photos == (a, b) and inspection.shown(second) == (a, b, c)
    inspection.saw(a, b)
    inspection.keep_only(a)
    assert leaving(inspection) == {"b.jpg": "a.jpg"}
    assert inspection.choice(c) is None
    assert inspection.shown(second) == (a, c)


def test_whoever_saw_a_picture_saw_its_exact_copies() -> None:
    a, b, c = known("a.jpg", 1, "same"), known("b.jpg", 1, "same"), known("c.jpg", 1)
    inspection = Inspection([Group((a, b, c), 0)], Record(), lambda: set())
    inspection.saw(a, c)
    inspection.set_aside(c)
    inspection.saw(a, b)
    inspection.keep_only(b)
    assert leaving(inspection) == {"a.jpg": "b.jpg", "c.jpg": "b.jpg"}
    with pytest.raises(MayNotMove):
        inspection.set_aside(b)


def test_everything_can_be_taken_back(inspection: Inspection) -> None:
    look_and_set_aside(inspection, "a.jpg", "b.jpg")
    look_and_set_aside(inspection, "x.jpg", "y.jpg")
    inspection.forget_decisions()
    assert inspection.undecided(ALIKE) and inspection.undecided(COPIES)


def test_what_was_moved_is_no_longer_waiting(inspection: Inspection, away: set[str]) -> None:
    look_and_set_aside(inspection, "a.jpg", "b.jpg")
    away.add("a.jpg")
    inspection.forget(["a.jpg"])
    assert inspection.decided == ()
    assert [photo.path for photo in inspection.present(ALIKE)] == ["b.jpg", "c.jpg"]


def test_a_confirmation_never_grows_too_long_to_read() -> None:
    pairs = [Group((known(f"{n}a", n), known(f"{n}b", n)), n) for n in range(CONFIRM_AFTER)]
    inspection = Inspection(pairs, Record(), lambda: set())
    for number, pair in enumerate(pairs, 1):
        inspection.saw(*pair.photos)
        inspection.set_aside(pair.photos[0])
        assert inspection.time_to_confirm == (number == CONFIRM_AFTER)


def test_one_group_at_a_time_and_exact_copies_first(inspection: Inspection) -> None:
    assert inspection.group == COPIES
    assert inspection.go_to(1) and inspection.group == ALIKE
    assert not inspection.go_to(2) and not inspection.go_to(-1)
    assert inspection.group == ALIKE
