"""The words of looking at one group: which group it is, the answers, and what must be seen first."""

from __future__ import annotations

from wizard.journey import Inspection
from wizard.journey.inspection import ENOUGH_FOR_TODAY
from wizard.language.catalogs import _, pgettext
from wizard.language.formats import number


def group_line(inspection: Inspection) -> str:
    """Which group of how many, and what to do with it."""
    position, count = inspection.position + 1, len(inspection.groups)
    # Translators: {n} and {all} count groups of photos that look alike
    line = _("Group {n} of {all}.").format(n=number(position), all=number(count))
    if len(inspection.shown(inspection.group)) < 2:
        return line + " " + _("This group is done.")
    if position == ENOUGH_FOR_TODAY:
        return line + " " + _("This is a good place to stop for today.")
    return line + " " + _("Look closely. Which photos stay?")


def keep_answer(others: int | None) -> str:
    """For exact copies `others` is how many go together when one is kept; else None."""
    return pgettext("inspect", "Keep") if others is None else pgettext("inspect", "Keep all")


def aside_answer(others: int | None) -> str:
    """As for keep_answer."""
    if others is None:
        return pgettext("inspect", "Set aside")
    return pgettext("inspect", "Keep this, set {n} aside").format(n=number(others))


def look_first_words(leaves: int, stays: int) -> str:
    """Two photos, by their number in the group, that must be looked at together."""
    # Translators: {a} and {b} are the numbers of two photos in their group
    text = _("First look at photos {a} and {b} together. Photo {b} stays. Then decide.")
    return text.format(a=number(leaves), b=number(stays))
