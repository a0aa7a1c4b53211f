"""A photo that the backup has just read is not read again by the look: a slow drive is read once."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.journey.learner import LEAFLETS, Learner
from tests.making import file, photo
from wizard.journey import Journey
from wizard.likeness import first_look
from wizard.likeness.groups import Group
from wizard.long_work import Progress, Stopped

_watched: list[str] = []
_opened: Counter[str] = Counter()


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if _watched and event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        path = os.path.abspath(os.fsdecode(arguments[0]))
        if path.startswith(_watched[0]) and os.path.isfile(path):
            _opened[os.path.relpath(path, _watched[0])] += 1


sys.addaudithook(_note)


@pytest.fixture
def opened(learner: Learner) -> Iterator[Counter[str]]:
    """How often each of the learner's photos was opened, by its path."""
    _opened.clear()
    _watched.append(str(learner.photos) + os.sep)
    yield _opened
    _watched.clear()


def ready_to_back_up(learner: Learner) -> Journey:
    journey = learner.starts()
    journey.choose(learner.photos)
    journey.use_drive(learner.drive())
    return journey


def paths(groups: tuple[Group, ...]) -> list[list[str]]:
    return [[each.path for each in group.photos] for group in groups]


def test_backup_and_look_together_read_each_photo_once(
    learner: Learner, opened: Counter[str]
) -> None:
    journey = ready_to_back_up(learner)
    journey.back_up(LEAFLETS)
    journey.look()
    assert opened == {file.path: 1 for file in journey.library.files}  # type: ignore[union-attr]


def test_what_is_found_is_the_same_with_and_without_a_backup(
    learner: Learner, tmp_path: Path
) -> None:
    alone = Learner(tmp_path / "another")
    alone.takes_photos()
    looked_only = alone.starts()
    looked_only.choose(alone.photos)
    journey = ready_to_back_up(learner)
    journey.back_up(LEAFLETS)
    assert paths(journey.look().groups) == paths(looked_only.look().groups)
    assert [each.fingerprint for each in journey.look().photos] == [
        each.fingerprint for each in looked_only.look().photos
    ]


def test_what_comes_faster_than_it_can_be_looked_at_is_read_again_and_found(
    learner: Learner, opened: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_look, "WAITING", 0)
    journey = ready_to_back_up(learner)
    journey.back_up(LEAFLETS)
    assert len(journey.look().photos) == 7
    assert opened["sea.jpg"] == 2


def test_a_picture_that_cannot_be_read_is_named_all_the_same(learner: Learner) -> None:
    file(learner.photos / "page.jpg", "<html>")
    journey = ready_to_back_up(learner)
    journey.back_up(LEAFLETS)
    assert [each.path for each in journey.look().problems] == ["page.jpg"]


def test_a_photo_that_changed_after_the_backup_is_read_again(learner: Learner) -> None:
    journey = ready_to_back_up(learner)
    journey.back_up(LEAFLETS)
    photo(learner.photos / "alone.jpg", 1, (300, 225))
    os.utime(learner.photos / "alone.jpg")
    journey.choose(learner.photos)
    found = paths(journey.look().groups)
    assert any("alone.jpg" in group for group in found)


def test_a_look_during_the_backup_finds_everything_and_a_stopped_backup_leaves_nothing_half_seen(
    learner: Learner,
) -> None:
    for number in range(40):
        file(learner.photos / f"note {number}.txt")
    journey, stop = ready_to_back_up(learner), Event()

    def after_the_second(progress: Progress) -> None:
        if progress.files >= 2 and not stop.is_set():
            assert len(journey.look().photos) == 7
            stop.set()

    with pytest.raises(Stopped):
        journey.back_up(LEAFLETS, stop=stop, progress=after_the_second)
    assert len(journey.look().photos) == 7
