"""The seven steps, one after the other, until the learner leaves or the answers end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.plain.back_up import back_up
from wizard.plain.choose import choose
from wizard.plain.conversation import Conversation, NoMoreAnswers
from wizard.plain.everything import everything
from wizard.plain.finish import finish
from wizard.plain.inspect import inspect
from wizard.plain.look import look, review
from wizard.plain.way import GoTo, Leave, Way
from wizard.plain.welcome import welcome
from wizard.session import Session

STEPS: dict[StepName, Callable[[Way], StepName]] = {
    StepName.WELCOME: welcome,
    StepName.CHOOSE: choose,
    StepName.BACK_UP: back_up,
    StepName.LOOK: look,
    StepName.REVIEW: review,
    StepName.INSPECT: inspect,
    StepName.FINISH: finish,
}


def hold(
    session: Session,
    conversation: Conversation,
    *,
    folder: Path | None = None,
    practice: StepName | None = None,
    language_chosen: bool = False,
) -> None:
    """The whole conversation. However it ends, what was done is written down and goes on next time.

    It begins with the photos in `folder`, or with practice photos at the step `practice`, if one is named.
    """
    way = Way(
        session,
        conversation,
        everything,
        folder=folder,
        practice=practice,
        language_chosen=language_chosen,
    )
    step = StepName.CHOOSE if folder is not None else StepName.WELCOME
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
        session.end()
