"""`summary` makes one page for the library's report of what learners let themselves be counted for."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wizard.commands.terminal import NOT_WHOLE, complain, say
from wizard.language.catalogs import _, available, speaking
from wizard.language.names import show_name
from wizard.language.sentences import sentence_for
from wizard.pages.workshop_summary import summary_page, summary_text
from wizard.problems import KitError, NotAnEntry
from wizard.safekeeping.new_pages import save_page
from wizard.workshop.tally import Tally, entries_in, tally


def summary(chosen: argparse.Namespace) -> int:
    """0 when every entry was counted; 1 when a file was none, or the pages could not be written."""
    folders: list[Path] = [folder.absolute() for folder in chosen.folders]
    try:
        entries, left_out = entries_in(folders, available())
        pages = _write(tally(entries, available()), folders[0])
    except KitError as error:
        return complain(error)
    for path in left_out:
        print(sentence_for(NotAnEntry(path)), file=sys.stderr)
    for path in pages:
        # Translators: {place} is the path of a file
        say(_("Saved: {place}").format(place=show_name(str(path))))
    say(_("The entries of the learners are not needed any more. You can delete them now."))
    return NOT_WHOLE if left_out else 0


def _write(counted: Tally, folder: Path) -> list[Path]:
    """A page and a text in every language."""
    pages = []
    for code in available():
        with speaking(code):
            for ending, text in (
                (".html", summary_page(counted)),
                (".txt", summary_text(counted)),
            ):
                pages.append(save_page(folder, f"workshop-summary.{code}{ending}", text))
    return pages
