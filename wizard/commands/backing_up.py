"""`backup` makes or continues a backup; `check` reads one back and compares."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from wizard.commands.terminal import NOT_WHOLE, complain, progress_on_terminal, say
from wizard.language.backups import checked_lines, not_in_backup
from wizard.language.catalogs import _, ngettext
from wizard.language.formats import number, size
from wizard.language.names import show_name, whole
from wizard.language.sentences import PROBLEMS
from wizard.pages.leaflets import backup_leaflets
from wizard.photos.library import walk
from wizard.problems import KitError
from wizard.safekeeping.backup import Backup, keep_apart
from wizard.safekeeping.drives import Separation, separation


def backup(chosen: argparse.Namespace) -> int:
    """0 when every file that could be copied is checked; 1 when one is not."""
    folder, destination = chosen.folder.absolute(), chosen.destination.absolute()
    try:
        library = walk(folder)
        keep_apart(folder, destination)
        kept = Backup.begin(destination, backup_leaflets())
        where = separation(folder, destination)
        _warn(where)
        room = shutil.disk_usage(destination).free
        with progress_on_terminal() as progress:
            result = kept.make(library, room=room, progress=progress.report)
    except KitError as error:
        return complain(error)
    for line in not_in_backup(result, shown=None, naming=whole):
        say(line)
    for line in checked_lines(result, kept.copies, where, whole):
        say(line)
    return 0 if result.whole else NOT_WHOLE


def check(chosen: argparse.Namespace) -> int:
    """0 when every file of the backup was read and is equal; 1 when one is not."""
    folder: Path = chosen.backup.absolute()
    try:
        kept = Backup(folder)
        with progress_on_terminal() as progress:
            result = kept.check(progress=progress.report)
    except KitError as error:
        return complain(error)
    for problem in result.problems:
        say(f"{show_name(problem.path)}: {PROBLEMS[problem.kind]()}")
    all_files = result.checked + len(result.problems)
    text = ngettext("{n} of {all} file checked.", "{n} of {all} files checked.", all_files)
    say(text.format(n=number(result.checked), all=number(all_files)) + " " + size(result.bytes))
    return NOT_WHOLE if result.problems else 0


def _warn(where: Separation) -> None:
    if where is Separation.SAME:
        print(
            _("This is the same drive that the photos are on. If it breaks, both are gone."),
            file=sys.stderr,
        )
    elif where is Separation.UNKNOWN:
        print(_("We cannot tell whether this is another drive."), file=sys.stderr)
