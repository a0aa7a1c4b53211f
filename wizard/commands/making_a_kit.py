"""`kit` writes the folder that a facilitator carries to a workshop on a USB stick."""

from __future__ import annotations

import argparse
from pathlib import Path

from wizard.commands.terminal import complain, progress_on_terminal, say
from wizard.language.catalogs import _, available
from wizard.language.formats import files, size
from wizard.language.names import show_name
from wizard.pages.kit_leaflets import kit_leaflets
from wizard.problems import KitError


def kit(chosen: argparse.Namespace) -> int:
    """0 when the kit is whole."""
    from wizard.teaching.kit import make_kit
    from wizard.teaching.kit.start import tag

    folder: Path = chosen.folder.absolute()
    languages = chosen.lang or available()
    try:
        with progress_on_terminal() as progress:
            made = make_kit(folder, languages, kit_leaflets(languages, tag()), progress.report)
    except KitError as error:
        return complain(error)
    # Translators: {place} is a folder, {files} such as 12 files, {size} such as 2.4 GB
    text = _("The kit is in {place}: {files}, {size}.")
    said = text.format(
        place=show_name(str(made.folder)), files=files(made.files), size=size(made.bytes)
    )
    say(said)
    # Translators: {python} such as linux-x86_64-py3.11
    say(_("It runs on computers with this system and Python: {python}.").format(python=made.tag))
    say(_("Remove the stick safely before you unplug it."))
    say(_("Try it on one of the workshop's computers:  sh start.sh doctor"))
    return 0
