"""The seven steps, one after the other, until the learner leaves or the answers end."""

from __future__ import annotations

from collections.abc import Callable

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.plain.back_up import back_up
from wizard.plain.choose import choose
from wizard.plain.conversation import NoMoreAnswers
from wizard.plain.finish import finish
from wizard.plain.inspect import inspect
from wizard.plain.look import look, review
from wizard.plain.way import GoTo, Leave, Way
from wizard.plain.welcome import welcome

STEPS: dict[StepName, Callable[[Way], StepName]] = {
    StepName.WELCOME: welcome,
    StepName.CHOOSE: choose,
    StepName.BACK_UP: back_up,
    StepName.LOOK: look,
    StepName.REVIEW: review,
    StepName.INSPECT: inspect,
    StepName.FINISH: finish,
}


def hold(way: Way) -> None:
    """The whole conversation. However it ends, what was done is written down and goes on next time."""
    step = StepName.CHOOSE if way.folder is not None else StepName.WELCOME
    try:
        while True:
            try:
                way.arrive(step)
                step = STEPS[step](way)
            except GoTo as other:
                step = other.step
    except (Leave, NoMoreAnswers):
        way.say(_("Until next time. Your photos are where you left them."))
    finally:
        way.session.end()
