"""`trash` tells what may go from a review folder to the computer's trash and, with --yes, sends it there."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from wizard.commands.terminal import NOT_WHOLE, complain, progress_on_terminal, say
from wizard.journey.reopening import copies_on
from wizard.journey.trashing import now
from wizard.language.catalogs import _, ngettext
from wizard.language.formats import number, size
from wizard.language.names import show_name
from wizard.language.trash import by_hand, how_to_restore, sent_lines, staying_lines
from wizard.pages.leaflets import trial_file_text
from wizard.problems import KitError, MayNotTrash, TrashDoubt
from wizard.safekeeping import trash as to_trash
from wizard.safekeeping import trash_rules
from wizard.safekeeping.backup import Backup
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.drives import drives
from wizard.safekeeping.review_folder import ReviewFolder


def trash(chosen: argparse.Namespace) -> int:
    """0 when all that may go is told or sent; 1 when nothing may, or a file stayed. Without --yes nothing moves."""
    try:
        with closing(ReviewFolder(chosen.review_folder.absolute())) as review:
            try:
                return _send(review, chosen) if chosen.yes else _tell(review, chosen)
            except MayNotTrash as error:
                return _refuse(error, review)
    except KitError as error:
        return complain(error)


def _tell(review: ReviewFolder, chosen: argparse.Namespace) -> int:
    plan = trash_rules.plan(
        review, _copies(review, chosen), now(), shared_computer=chosen.leave_no_trace
    )
    for item in plan.items:
        say(f"{show_name(item.path)}  {size(item.bytes)}")
    for line in staying_lines(plan.staying):
        say(line)
    count = len(plan.items)
    text = ngettext(
        "{n} file can go to the computer's trash, {size}.",
        "{n} files can go to the computer's trash, {size}.",
        count,
    )
    say(text.format(n=number(count), size=size(plan.bytes)))
    say(_("Nothing was sent. To send them, add --yes."))
    say(how_to_restore())
    return 0


def _send(review: ReviewFolder, chosen: argparse.Namespace) -> int:
    with progress_on_terminal() as progress:
        result = to_trash.send(
            review,
            _copies(review, chosen),
            now(),
            trial_file_text(),
            shared_computer=chosen.leave_no_trace,
            progress=progress.report,
        )
    for line in [*staying_lines(result.staying), *sent_lines(result), how_to_restore()]:
        say(line)
    return NOT_WHOLE if result.staying or result.stopped_by else 0


def _refuse(error: MayNotTrash, review: ReviewFolder) -> int:
    """Why nothing goes, and what can be done by hand. An empty review folder is no failure."""
    if error.doubt is TrashDoubt.NOTHING_HERE:
        complain(error)
        return 0
    code = complain(error)
    print(by_hand(review.path), file=sys.stderr)
    return code


def _copies(review: ReviewFolder, chosen: argparse.Namespace) -> list[CheckedCopies]:
    """The backup named on the command line, else every one on the drives that are plugged in."""
    if chosen.backup is not None:
        return [Backup(chosen.backup.absolute()).copies]
    return copies_on(drives(review.photos))
