"""`scan` lists the groups, for people or, with --json, for other programs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wizard.commands.starting import places_for
from wizard.commands.terminal import complain, progress_on_terminal, say
from wizard.language.catalogs import _
from wizard.language.formats import number
from wizard.language.names import show_name, whole
from wizard.language.photos import size_line, why_line
from wizard.language.scans import kinds, summary
from wizard.likeness.cache import Cache
from wizard.likeness.groups import Group
from wizard.likeness.relations import Pair, relate
from wizard.likeness.report import as_json
from wizard.likeness.scan import Scan, scan
from wizard.photos.library import walk
from wizard.problems import KitError, NotWritable


def scan_folder(chosen: argparse.Namespace) -> int:
    """0 also when pictures could not be read: that is a fact of the report, not a failure."""
    folder = chosen.folder.absolute()
    try:
        with places_for(chosen) as places, progress_on_terminal() as progress:
            found = scan(walk(folder), cache=Cache(places.scan_cache), progress=progress.report)
        if chosen.json is not None:
            _write(found, chosen.json)
    except KitError as error:
        return complain(error)
    if chosen.json != Path("-"):
        for number_, group in enumerate(found.groups, 1):
            _say_group(number_, group)
        for line in kinds(found) + summary(found, whole):
            say(line)
    return 0


def _write(found: Scan, path: Path) -> None:
    if path == Path("-"):
        sys.stdout.writelines(as_json(found))
        return
    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(as_json(found))
    except OSError as error:
        raise NotWritable(path) from error


def _say_group(position: int, group: Group) -> None:
    # Translators: {n} counts groups of photos
    say(_("Group {n}").format(n=number(position)) + "  " + why_line(_most_alike(group)))
    for photo in group.photos:
        say(f"  {show_name(photo.path)}  {size_line(photo)}")
    say("")


def _most_alike(group: Group) -> Pair:
    return relate(group.photos[0], group.photos[1])
