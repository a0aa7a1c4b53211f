"""Spot the wording: three questions as programs ask them before they take photos away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from wizard.language.catalogs import _


class Means(IntEnum):
    """What a dialog's button does. The numbers are the answers on the screen."""

    TRASH = 1
    FOR_GOOD = 2
    NOT_SAID = 3


@dataclass(frozen=True)
class Dialog:
    """One dialog: its text, what its button does, and what in its words tells that."""

    text: Callable[[], str]
    means: Means
    why: Callable[[], str]


DIALOGS = (
    Dialog(
        lambda: _("Move 12 photos to the trash?\n\nYou can restore them there for 30 days."),
        Means.TRASH,
        lambda: _(
            "It says how many, where they go, and how long they can come back. Emptying the trash "
            "ends that."
        ),
    ),
    Dialog(
        lambda: _("Make your gallery shine!\n\n340 similar items found. Optimize now?"),
        Means.NOT_SAID,
        lambda: _(
            "“Optimize” says nothing. Which photos? Where do they go? If it does not say, choose no."
        ),
    ),
    Dialog(
        lambda: _(
            "Clean up 31 duplicates?\n\n[x] Skip the trash (faster)\n\nThis action cannot be undone."
        ),
        Means.FOR_GOOD,
        lambda: _(
            "“Skip the trash” was marked before you looked, and “cannot be undone” means for good."
        ),
    ),
)
