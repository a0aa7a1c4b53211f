"""Which moment of the backup a learner sees who comes to step 3."""

from __future__ import annotations

from wizard.steps.back_up.choose_drive import ChooseDrive
from wizard.steps.back_up.running import Running
from wizard.steps.step import Step
from wizard.steps.way import Way


def back_up_step(way: Way) -> Step:
    """The drives, or the backup that is under way or done."""
    return ChooseDrive(way) if way.backup is None else Running(way)
