"""The screen of each step. What only a later one needs is imported on entering it: the first screen does not wait."""

from __future__ import annotations

from wizard.journey import StepName
from wizard.steps.back_up import back_up_step
from wizard.steps.choose import Choose
from wizard.steps.review import Review
from wizard.steps.step import Step
from wizard.steps.way import Way
from wizard.steps.welcome import Welcome


def screen_of(step: StepName, way: Way) -> Step:
    """What a learner sees who comes to this step."""
    match step:
        case StepName.WELCOME:
            return Welcome(way)
        case StepName.CHOOSE:
            return Choose(way)
        case StepName.BACK_UP:
            return back_up_step(way)
        case StepName.LOOK:
            from wizard.steps.look import Look  # from here on photos are compared, with numpy

            return Look(way)
        case StepName.REVIEW:
            return Review(way)
        case StepName.INSPECT:
            from wizard.steps.inspect import Inspect

            return Inspect(way)
        case StepName.FINISH:
            from wizard.steps.finish import Finish

            return Finish(way)
