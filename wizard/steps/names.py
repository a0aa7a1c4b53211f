"""What the steps are called, and which lesson stands beside each."""

from __future__ import annotations

from wizard.journey import StepName
from wizard.language.catalogs import _, pgettext

LESSONS = {
    StepName.WELCOME: "00-welcome",
    StepName.CHOOSE: "09-phone-cloud-and-library-apps",
    StepName.BACK_UP: "01-back-up",
    StepName.LOOK: "02-look-alikes",
    StepName.REVIEW: "03-review-folder",
    StepName.INSPECT: "04-inspect",
    StepName.FINISH: "05-after-the-workshop",
}
ALREADY_LOST = "06-already-lost-photos"
CLOUD_AND_APPS = "09-phone-cloud-and-library-apps"


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


def short_names() -> list[str]:
    """All seven in one line of 78 cells."""
    return [
        pgettext("step, very short", "Start"),
        pgettext("step, very short", "Photos"),
        pgettext("step, very short", "Backup"),
        pgettext("step, very short", "Look"),
        pgettext("step, very short", "Folder"),
        pgettext("step, very short", "Inspect"),
        pgettext("step, very short", "Finish"),
    ]
