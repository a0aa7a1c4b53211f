"""`kit` writes the folder that a facilitator carries to a workshop on a USB stick."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.commands.terminal import NOT_WHOLE, complain, progress_on_terminal, say
from wizard.language.catalogs import _, available, ngettext
from wizard.language.formats import files, number, size
from wizard.language.names import show_name
from wizard.language.sentences import sentence_for
from wizard.pages.kit_leaflets import kit_leaflets
from wizard.problems import KitError

if TYPE_CHECKING:
    from wizard.teaching.kit import KitOrder, MadeKit

OF_ONE_PROGRAM = 80_000_000
"""Bytes to fetch for one: 77 MB for Windows, 64 MB for macOS (measured)."""
FETCH = 1


def kit(chosen: argparse.Namespace) -> int:
    """0 when the kit is whole, 1 when something could not be had or nobody allowed to fetch it."""
    from wizard.teaching.kit import make_kit

    try:
        order = _order(chosen)
        if order.targets and order.wheels is None and not (chosen.yes or _may_fetch(order)):
            say(_("Nothing was fetched, and no kit was made."))
            return NOT_WHOLE
        with progress_on_terminal() as progress:
            made = make_kit(chosen.folder.absolute(), order, progress.report)
    except KitError as error:
        return complain(error)
    _tell(made)
    return NOT_WHOLE if made.missing else 0


def _order(chosen: argparse.Namespace) -> KitOrder:
    from wizard.teaching.kit import KitOrder
    from wizard.teaching.kit.targets import other_targets
    from wizard.teaching.kit.windows_python import PythonForWindows

    given: Path | None = chosen.python_for_windows
    windows = PythonForWindows.read(given.absolute()) if given is not None else None
    bundled = windows.python if windows is not None else None
    return KitOrder(
        languages=chosen.lang or available(),
        leaflets=_leaflets,
        targets=other_targets(chosen.systems, chosen.python, bundled),
        wheels=chosen.wheels.absolute() if chosen.wheels is not None else None,
        python_for_windows=windows,
    )


def _leaflets(tags: Sequence[str]) -> dict[str, str]:
    from wizard.teaching.kit.start import in_words

    return kit_leaflets(in_words(*tags))


def _may_fetch(order: KitOrder) -> bool:
    """Says what would be fetched, and asks where somebody can answer."""
    count = len(order.targets)
    text = ngettext(
        "For other computers the program's libraries must be fetched from the internet, with pip: "
        "{n} set, about {size}.",
        "For other computers the program's libraries must be fetched from the internet, with pip: "
        "{n} sets, about {size}.",
        count,
    )
    say(text.format(n=number(count), size=size(count * OF_ONE_PROGRAM)))
    say(_("Nothing about you or your photos is sent."))
    if not os.isatty(0):
        say(_("To allow it add --yes. Without internet use --wheels with a folder of wheels."))
        return False
    say(_("1  Fetch them now\n2  Fetch nothing"))
    answer = sys.stdin.readline().strip()
    return answer.isdecimal() and int(answer) == FETCH


def _tell(made: MadeKit) -> None:
    from wizard.teaching.kit.start import in_words

    for missing in made.missing:
        print(sentence_for(missing), file=sys.stderr)
    # Translators: {place} is a folder, {files} such as 12 files, {size} such as 2.4 GB
    text = _("The kit is in {place}: {files}, {size}.")
    place = show_name(str(made.folder))
    say(text.format(place=place, files=files(made.files), size=size(made.bytes)))
    say(_("It runs on computers with one of these:"))
    for line in in_words(*made.tags):
        say(f"  {line}")
    if len(made.tags) > 1:
        say(_("Only the program for this computer can be started here. Try the others on theirs."))
    say(_("Remove the stick safely before you unplug it."))
    say(_("Try it on one of the workshop's computers:  sh start.sh doctor"))
