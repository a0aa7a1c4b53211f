"""Finding out by unplugging: a drive that is gone while the photos are still there is another drive."""

from __future__ import annotations

import os
from pathlib import Path

from wizard.language.catalogs import _
from wizard.plain.way import Way
from wizard.safekeeping.drives import Separation


def unplug(way: Way, drive: Path) -> Separation | None:
    """ANOTHER or SAME, or None when the learner gives up."""
    library = way.journey.library
    while True:
        way.say(_("Unplug the drive now. We will see what happens."))
        if not _ready(way, _("It is unplugged now")):
            return None
        if library is not None and not os.path.isdir(library.folder):
            return Separation.SAME
        if not os.path.isdir(drive):
            return _plugged_in_again(way, drive)


def _plugged_in_again(way: Way, drive: Path) -> Separation | None:
    while not os.path.isdir(drive):
        way.say(_("Your photos are still there: it is another drive. Plug it in again."))
        if not _ready(way, _("It is plugged in again")):
            return None
    return Separation.ANOTHER


def _ready(way: Way, done: str) -> bool:
    return way.ask([(1, _("Choose another drive")), (2, done)]) == 2
