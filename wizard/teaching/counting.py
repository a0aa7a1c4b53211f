"""What a workshop may count of one practice: ranges of what was done, and the practice score by the answer key."""

from __future__ import annotations

from wizard.journey import Journey
from wizard.teaching.drills.cleaner import loss
from wizard.workshop.entry import Entry, Score, amount, minutes, score


def entry_of(journey: Journey, language: str, seconds: float) -> Entry:
    """The entry of a practice that took so long. Raises ValueError on a learner's own photos."""
    if not journey.practice:
        raise ValueError("only practice is counted")
    aside = journey.set_aside_here
    still = {item.path for item in journey.review.items} if journey.review else set()
    seen = journey.inspection.groups_seen if journey.inspection and not journey.prepared else 0
    return Entry(
        language=language,
        minutes=minutes(seconds),
        groups_seen=amount(seen),
        set_aside=amount(0 if journey.prepared else len(aside)),
        put_back=amount(len(aside - still)),
        score=_score(journey),
    )


def _score(journey: Journey) -> Score:
    if journey.prepared or not journey.set_aside_here:
        return Score.NOT_SCORED
    return score(len(loss(journey.set_aside_here).only_ones))
