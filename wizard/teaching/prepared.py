"""A step with its state prepared, on fresh practice photos: for a demonstration, and for whoever fell behind.

What comes before the step is truly done, by the journey's own acts. Never on a learner's own photos.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from wizard.journey import Inspection, Journey, StepName
from wizard.likeness.groups import Photo
from wizard.pages.leaflets import backup_leaflets, review_folder_leaflets, review_folder_name
from wizard.teaching.drills.cleaner import answers

CANDLES, FORM = "burst-candles", "form-pages"
CLOSED_EYES = "Mom phone/IMG_2044.JPG"
"""Of the guide's script for step 6: the child with the candles, the form, and the photo that goes."""


def prepare(journey: Journey, step: StepName) -> None:
    """Does everything that comes before `step`, in a journey that has just begun.

    Raises ValueError on a learner's own photos, and what the journey's acts raise.
    """
    if not journey.practice:
        raise ValueError("only practice photos are prepared")
    for done, act in ACTS.items():
        if done.number < step.number:
            act(journey)
            journey.prepared = True
    journey.arrive(step)


def _choose(journey: Journey) -> None:
    journey.choose(journey.places.practice_photos)


def _back_up(journey: Journey) -> None:
    journey.use_drive(journey.drives()[0])
    journey.back_up(backup_leaflets())


def _look(journey: Journey) -> None:
    journey.look()


def _make_review_folder(journey: Journey) -> None:
    journey.open_review_folder(review_folder_name(), review_folder_leaflets())


def _decide_and_move(journey: Journey) -> None:
    assert journey.inspection is not None, "the look comes before"
    decide(journey.inspection)
    journey.move_decided()


ACTS: dict[StepName, Callable[[Journey], None]] = {
    StepName.CHOOSE: _choose,
    StepName.BACK_UP: _back_up,
    StepName.LOOK: _look,
    StepName.REVIEW: _make_review_folder,
    StepName.INSPECT: _decide_and_move,
}
"""What a learner does at each step, once."""


def decide(inspection: Inspection) -> None:
    """The first three groups of the guide's script: an exact copy, the candles, the form.

    Nobody looks at a picture here, and the record says that they were looked at: true of drawings
    that everybody knows, and the reason why this is for practice photos alone.
    """
    copies = inspection.groups[0].photos
    inspection.saw(copies[0], copies[1])
    inspection.keep_only(copies[0])
    closed = _look_through(inspection, CANDLES)[CLOSED_EYES]
    inspection.set_aside(closed)
    for page in _look_through(inspection, FORM).values():
        inspection.keep(page)


def _look_through(inspection: Inspection, name: str) -> dict[str, Photo]:
    """Sees every photo of a set beside the first and the one before; returns them by path."""
    paths = {answer.path for answer in answers() if answer.set == name}
    photos = next(found for group in inspection.groups if (found := _members(group.photos, paths)))
    for before, photo in pairwise(photos):
        inspection.saw(before, photo)
    return {photo.path: photo for photo in photos}


def _members(photos: Sequence[Photo], paths: set[str]) -> list[Photo]:
    return [photo for photo in photos if photo.path in paths]
