"""Folders to choose from, by the names they are shown under: the usual places, drives, what is inside a folder."""

from __future__ import annotations

import os
from pathlib import Path

from wizard.journey import Journey
from wizard.language.catalogs import _
from wizard.language.formats import size
from wizard.language.names import reading_order, show_name
from wizard.places import pictures_folders

NamedFolders = list[tuple[str, Path]]


def starting_places(journey: Journey) -> NamedFolders:
    """Where photos may be: the practice photos, or the Pictures folders and every drive."""
    if journey.practice:
        return [(_("Practice photos"), journey.places.practice_photos)]
    places = [(show_name(str(folder)), folder) for folder in pictures_folders()]
    # Translators: {label} is the name that a drive's owner gave it, {size} such as 64.0 GB
    on_drive = _("Drive “{label}”, {size}")
    return places + [
        (on_drive.format(label=show_name(drive.label), size=size(drive.total)), drive.path)
        for drive in journey.places_with_drives()
        if drive.path not in [folder for _name, folder in places]
    ]


def places_for_a_letter(journey: Journey) -> NamedFolders:
    """Where a page may be saved: on somebody else's computer on a drive only, and never on a practice drive, which vanishes."""
    own = [] if journey.shared_computer else [(_("My own folder"), Path.home())]
    drives = () if journey.practice else journey.places_with_drives()
    return own + [
        (show_name(drive.label), drive.path) for drive in drives if drive.path != Path.home()
    ]


def folders_in(folder: Path) -> NamedFolders:
    """The folders in a folder that can be entered, by name; hidden ones and links left out. Raises OSError."""
    with os.scandir(folder) as entries:
        found = [
            Path(entry.path)
            for entry in entries
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith((".", "$"))
        ]
    found.sort(key=lambda path: reading_order(path.name))
    return [(show_name(path.name) + "/", path) for path in found]
