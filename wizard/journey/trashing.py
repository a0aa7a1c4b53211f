"""The learner's later choice to send the review folder's photos to the computer's trash, and its gates."""

from __future__ import annotations

from datetime import datetime
from threading import Event
from typing import TYPE_CHECKING

from wizard.journey.reopening import copies_on
from wizard.long_work import Report, nobody_listens
from wizard.problems import MayNotTrash, TrashDoubt
from wizard.safekeeping import trash, trash_rules
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.trash import SentResult
from wizard.safekeeping.trash_rules import Plan

if TYPE_CHECKING:
    from wizard.journey.journey import Journey


def trash_plan(journey: Journey) -> Plan:
    """What may go now. Raises MayNotTrash with the reason when nothing may."""
    review = _review(journey)
    shared = journey.shared_computer
    return trash_rules.plan(review, copies_in_reach(journey), now(), shared_computer=shared)


def send_to_trash(
    journey: Journey, test_text: str, *, stop: Event, progress: Report = nobody_listens
) -> SentResult:
    """Sends what may go. Raises as `trash.send` does."""
    return trash.send(
        _review(journey),
        copies_in_reach(journey),
        now(),
        test_text,
        shared_computer=journey.shared_computer,
        stop=stop,
        progress=progress,
    )


def copies_in_reach(journey: Journey) -> list[CheckedCopies]:
    """The backup of this journey, else every backup of ours on the drives that are plugged in."""
    if journey.copies is not None and journey.copies.rows:
        return [journey.copies]
    return copies_on(journey.drives())


def now() -> datetime:
    """This computer's clock, in the learner's time zone."""
    return datetime.now().astimezone()


def _review(journey: Journey) -> ReviewFolder:
    if journey.practice:
        raise MayNotTrash(TrashDoubt.PRACTICE)
    if journey.review is None:
        raise MayNotTrash(TrashDoubt.NOTHING_HERE)
    return journey.review
