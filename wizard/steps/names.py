"""What the steps are called on a screen, and which lesson stands beside each."""

from __future__ import annotations

from wizard.language.catalogs import pgettext
from wizard.language.step_names import long_name, program_name
from wizard.teaching.beside_steps import ALREADY_LOST, CLOUD_AND_APPS, LESSONS

__all__ = [
    "ALREADY_LOST",
    "CLOUD_AND_APPS",
    "LESSONS",
    "long_name",
    "program_name",
    "short_names",
]


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
