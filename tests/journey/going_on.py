"""The program ends, and is started again."""

from __future__ import annotations

from tests.journey.learner import Learner
from wizard.journey import Journey


def killed(journey: Journey) -> None:
    """The process ends: locks are gone, nothing else is done."""
    journey.close()


def resumed(learner: Learner) -> Journey:
    """The next start, at the learner's word that it goes on."""
    journey = learner.starts()
    record = journey.unfinished()
    assert record is not None
    journey.resume(record)
    return journey
