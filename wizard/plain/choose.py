"""Step 2: the folder of photos. Says how many there are, how big, and what is left alone and why."""

from __future__ import annotations

from pathlib import Path

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.language.folders import starting_places
from wizard.language.libraries import summary
from wizard.language.names import whole
from wizard.language.sentences import sentence_for
from wizard.plain.folders import pick_folder
from wizard.plain.lessons import lesson_lines
from wizard.plain.put_back import put_back
from wizard.plain.way import Way
from wizard.problems import KitError, NoPhotos, expected
from wizard.teaching.beside_steps import CLOUD_AND_APPS


def choose(way: Way) -> StepName:
    """Goes on once a folder with photos is chosen."""
    if way.folder is not None:
        named, way.folder = way.folder, None
        if _count(way, named):
            return _go_on(way)
    if way.look_inside is not None:
        inside, way.look_inside = way.look_inside, None
        return _choose_another(way, inside)
    return _go_on(way) if way.journey.library is not None else _choose_another(way, None)


def _go_on(way: Way) -> StepName:
    library = way.journey.library
    assert library is not None, "a folder was counted"
    while True:
        way.say(_("This is what we found."), *summary(library, way.journey.look_only, whole))
        answers = [(1, _("Go on with this folder")), (2, _("Another folder"))]
        if _set_aside_before(way):
            answers.append((3, _("Put them back: one, some or all")))
        match way.ask(answers):
            case 1:
                return StepName.BACK_UP
            case 2:
                return _choose_another(way, None if way.journey.practice else library.folder)
            case _put_back:
                put_back(way)


def _choose_another(way: Way, start: Path | None) -> StepName:
    folder = start
    while True:
        question = _("Where are your photos? Choose a place.")
        if way.journey.practice:  # there is just one, which is counted at once
            folder = way.journey.places.practice_photos
        else:
            folder = pick_folder(way, question, starting_places(way.journey), folder)
        if folder is None:
            return StepName.WELCOME
        if _count(way, folder):
            return _go_on(way)
        if way.journey.practice:
            return StepName.WELCOME


def _count(way: Way, folder: Path) -> bool:
    way.say(_("Counting what is in the folder ..."))
    try:
        way.journey.choose(folder)
    except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
        way.say(sentence_for(expected(error)))
        if isinstance(error, NoPhotos) and error.kept_elsewhere:
            way.say(*lesson_lines(CLOUD_AND_APPS))
        return False
    return True


def _set_aside_before(way: Way) -> bool:
    try:
        return way.journey.anything_to_put_back()
    except KitError as error:
        way.say(sentence_for(error))
        return False
