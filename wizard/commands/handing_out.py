"""`handouts` makes the lessons, the guide and the sheets as pages to read and to print."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.commands.terminal import NOT_WHOLE, complain, say
from wizard.language.catalogs import _, available, ngettext
from wizard.language.formats import number, size
from wizard.language.names import show_name
from wizard.problems import KitError

if TYPE_CHECKING:
    from wizard.teaching.handouts import Handouts


def handouts(chosen: argparse.Namespace) -> int:
    """0 when every page is whole; 1 when a text has something wrong in it, or a page could not be written."""
    from wizard.teaching.handouts import make_handouts  # no other command waits for it

    folder: Path = chosen.folder.absolute()
    languages = available() if chosen.lang is None else [chosen.lang]
    try:
        made = make_handouts(folder, languages)
    except KitError as error:
        return complain(error)
    _complain(made)
    # Translators: {size} such as 2.4 MB
    text = ngettext("{n} page made, {size}.", "{n} pages made, {size}.", made.pages)
    say(text.format(n=number(made.pages), size=size(made.bytes)))
    # Translators: {place} is the path of a file
    say(_("Open this file in a browser: {place}").format(place=show_name(str(made.start))))
    return NOT_WHOLE if made.troubles or made.left_alone else 0


def _complain(made: Handouts) -> None:
    from wizard.teaching.checks import says

    for trouble in made.troubles:
        place = f"{trouble.path}:{trouble.line}" if trouble.line else str(trouble.path)
        print(f"{show_name(place)}: {show_name(says(trouble))}", file=sys.stderr)
    for path in made.left_alone:
        told = _("Somebody changed this file. It stays as it is.")
        print(f"{show_name(str(path))}: {told}", file=sys.stderr)
