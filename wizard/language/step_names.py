"""What the program and its seven steps are called, on screens and in plain lines alike."""

from __future__ import annotations

from wizard.journey import Journey, StepName
from wizard.language.catalogs import _


def program_name() -> str:
    """The name of the program."""
    return _("Before You Delete")


def long_name(step: StepName) -> str:
    """The step as its own screen names it."""
    return {
        StepName.WELCOME: lambda: _("Welcome"),
        StepName.CHOOSE: lambda: _("Choose photos"),
        StepName.BACK_UP: lambda: _("Back up"),
        StepName.LOOK: lambda: _("Look for look-alikes"),
        StepName.REVIEW: lambda: _("Review folder"),
        StepName.INSPECT: lambda: _("Inspect"),
        StepName.FINISH: lambda: _("Finish"),
    }[step]()


def place(step: StepName) -> str:
    """Where the learner is."""
    # Translators: {n} is 1 to 7, {name} the name of the step
    return _("Step {n} of 7: {name}").format(n=step.number, name=long_name(step))


def practice_word(journey: Journey) -> str:
    """What stands over everything on practice photos; empty on the learner's own."""
    if journey.prepared:
        return _("PRACTICE PHOTOS, PREPARED")
    return _("PRACTICE PHOTOS") if journey.practice else ""


def one_moment_words(step: StepName) -> str:
    """While the practice photos are drawn and the step is prepared."""
    if step.number > StepName.CHOOSE.number:
        return _("One moment. We prepare the step.")
    return _("One moment. We draw the practice photos.")


def prepared_words() -> str:
    """Said once when a prepared step begins: nobody is to think that they did it."""
    return _("These are fresh practice photos. The program did the steps before this one, not you.")


def prepared_choice() -> str:
    """The entry of the list behind 0."""
    return _("Go to another step: the program prepares it")


def steps_to_prepare() -> list[str]:
    """All seven in their order; at the first one everything begins anew."""
    return [long_name(step) for step in StepName]


def stop_words(practice: bool) -> str:
    """The choice that ends the program."""
    return _("Stop practicing") if practice else _("Stop for today. You can go on later.")
