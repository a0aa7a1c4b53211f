"""The gates of the way: what must be true before any photo may be set aside. Weighs facts; looks nothing up itself."""

from __future__ import annotations

from wizard.journey.record import Record
from wizard.problems import Gate
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.drives import Separation


def closed_gate(look_only: bool, copies: CheckedCopies | None, record: Record) -> Gate | None:
    """Why no photo may be moved now, or None when moving is allowed.

    `look_only`: the photo folder cannot be written. `copies`: what was checked; `record` says on what
    kind of drive, and whether the learner acknowledged what the same drive means (SAFETY).
    """
    if look_only:
        return Gate.LOOK_ONLY
    if copies is None or not copies.rows:
        return Gate.NO_CHECKED_COPY
    if record.separation != Separation.ANOTHER and not record.acknowledged:
        return Gate.SAME_DRIVE_NOT_ACKNOWLEDGED
    return None
