"""The words of a finished backup: what is not in it first, then what was checked, where, on what kind of drive."""

from __future__ import annotations

from wizard.language.catalogs import _, ngettext
from wizard.language.formats import day, duration, number, size
from wizard.language.names import Naming, shorten
from wizard.language.sentences import PROBLEMS, SEPARATIONS, SKIPPED
from wizard.problems import SkipReason
from wizard.safekeeping.backup import BackupResult
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.drives import Separation

SHOWN = 5
"""Files named on the screen; the receipt names all."""


def not_in_backup(
    result: BackupResult, shown: int | None = SHOWN, naming: Naming = shorten
) -> list[str]:
    """Lines that name what was not copied, `shown` at most; empty when all was."""
    lines = []
    for skipped in result.skipped:
        if skipped.reason not in (SkipReason.OUR_OWN, SkipReason.TRASH_FOLDER):
            # Translators: {name} of a file or folder, {reason} such as "is a link to another place"
            text = _("Not in this backup: {name} ({reason})")
            name = naming(skipped.path, 40)
            lines.append(text.format(name=name, reason=SKIPPED[skipped.reason]()))
    for problem in result.problems:
        # Translators: {name} of a file, {reason} a sentence such as "The file is empty."
        text = _("Not in this backup: {name}. {reason}")
        name = naming(problem.path, 34)
        lines.append(text.format(name=name, reason=PROBLEMS[problem.kind]()))
    if shown is not None and len(lines) > shown:
        rest = len(lines) - shown
        more = ngettext("... and {n} more file", "... and {n} more files", rest)
        lines = [*lines[:shown], more.format(n=number(rest))]
    return lines


def checked_lines(
    result: BackupResult,
    copies: CheckedCopies,
    separation: Separation,
    naming: Naming = shorten,
) -> list[str]:
    """How many of how many files were checked, where, and on what kind of drive."""
    wanted = result.checked + len(result.problems)
    lines = [
        ngettext("{n} of {all} file checked.", "{n} of {all} files checked.", wanted).format(
            n=number(result.checked), all=number(wanted)
        ),
        # Translators: {size} such as 2.4 GB, {place} a folder
        _("{size} in {place}").format(size=size(result.bytes), place=naming(str(copies.base), 60)),
    ]
    if copies.last_checked is not None:
        # Translators: {date} such as November 22, 2026
        lines.append(_("Checked on {date}").format(date=day(copies.last_checked)))
    # Translators: {what} such as "another physical drive"
    lines.append(_("Drive of the backup: {what}.").format(what=SEPARATIONS[separation]()))
    return lines


def long_rest_words(seconds: float) -> str:
    """While a backup runs that takes long."""
    # Translators: {time} is a span such as 50 minutes
    words = _("The rest takes about {time}. You can also start with one folder.")
    return words.format(time=duration(seconds))


def one_folder_answer() -> str:
    """What ends the long one."""
    return _("Start with one folder. This backup stops here.")
