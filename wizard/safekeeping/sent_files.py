"""What became of files that were sent to the trash: still here, in the trash, or taken out of it again.

Used after every sending and at every start, so that a kill in between is made good. Moves nothing.
"""

from __future__ import annotations

from pathlib import Path

from wizard.problems import Problem, ProblemKind
from wizard.safekeeping import bins, disk
from wizard.safekeeping.file_state import exists
from wizard.safekeeping.review_record import ReviewRecord, Sent


def settle_all(record: ReviewRecord) -> None:
    """Looks for every file that was sent, and writes down where it is. Raises OSError.

    One that is neither here nor in the trash stays on its way: the trash was emptied, or another
    program has it. Nothing is concluded from that.
    """
    for sent in list(record.sending.values()):
        settle(record, sent)
    for sent in list(record.sent.values()):
        if exists(record.folder / sent.where):
            record.here_again(sent)


def settle(record: ReviewRecord, sent: Sent) -> Path | None:
    """Where in the trash the file is that was begun to be sent, or None. Raises OSError."""
    if exists(record.here(sent.item)):
        record.still_here(sent)
    elif exists(record.folder / sent.where):
        record.here_again(sent)
    elif found := _in_trash(record.folder / sent.where):
        record.end_send(sent)
        return found
    return None


def whereabouts(folder: Path, sent: Sent) -> Problem:
    """Why a file that was sent cannot be put back from here: it is in the trash, or not even there any more."""
    there = _in_trash(folder / sent.where) is not None
    return Problem(sent.item.path, ProblemKind.IN_TRASH if there else ProblemKind.TRASH_EMPTIED)


def _in_trash(path: Path) -> Path | None:
    """The file in the trash, lasting there; None also when the trash cannot be looked at."""
    try:
        found = bins.find(path)
        if found is not None:
            bins.make_lasting(found)
            disk.flush_folder(path.parent)
    except OSError:
        return None
    return found
