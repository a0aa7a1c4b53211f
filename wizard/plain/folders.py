"""A folder, chosen by numbers: the places to start from, then what is inside, one folder after the other."""

from __future__ import annotations

from pathlib import Path

from wizard.language.catalogs import _, pgettext
from wizard.language.folders import NamedFolders, folders_in
from wizard.language.names import show_name
from wizard.plain.conversation import FIRST_IN_LIST
from wizard.plain.way import Way

CHOOSE, UP, PLACES, BACK = 1, 2, 3, 4


def pick_folder(
    way: Way,
    question: str,
    places: NamedFolders,
    start: Path | None = None,
    *,
    stay_inside: bool = False,
) -> Path | None:
    """The folder chosen, or None when the learner went back. `start`: where to begin.

    With `stay_inside` no way leads out of the places.
    """
    tops = {top for _name, top in places} if stay_inside else set()
    folder = start
    while True:
        way.say(question)
        if folder is None:
            names = [name for name, _folder in places]
            chosen = way.ask([(BACK, pgettext("key", "Back"))], names)
            if chosen == BACK:
                return None
            folder = places[chosen - FIRST_IN_LIST][1]
        else:
            inside = _inside(folder)
            chosen = _ask_inside(way, folder, inside)
            if chosen == CHOOSE:
                return folder
            if chosen >= FIRST_IN_LIST:
                folder = inside[chosen - FIRST_IN_LIST][1]
            else:
                top = folder in tops or folder.parent == folder
                folder = None if chosen == PLACES or top else folder.parent


def _ask_inside(way: Way, folder: Path, inside: NamedFolders) -> int:
    way.say(show_name(str(folder)))
    answers = [
        (CHOOSE, _("Choose this folder")),
        (UP, _("Up one folder")),
        (PLACES, _("Other places: Pictures, drives")),
    ]
    return way.ask(answers, [name for name, _folder in inside])


def _inside(folder: Path) -> NamedFolders:
    try:
        return folders_in(folder)
    except OSError:
        return []
