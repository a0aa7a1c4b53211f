"""The clock against the agenda, in words: which minute it is, and how late."""

from __future__ import annotations

from wizard.language.catalogs import _, ngettext
from wizard.language.formats import number


def clock_line(now: int, begins: int, ends: int) -> str:
    """`now`: minutes since the workshop began; the block was planned from `begins` to `ends`."""
    # Translators: the first three are minutes since the workshop began
    planned = _("Minute {now}. Planned for this step: minute {begins} to {ends}.")
    line = planned.format(now=number(now), begins=number(begins), ends=number(ends))
    return f"{line} {_how_late(now - ends)}"


def _how_late(minutes: int) -> str:
    if minutes <= 0:
        left = ngettext("{n} minute is left.", "{n} minutes are left.", -minutes)
        return left.format(n=number(-minutes))
    late = ngettext("You are {n} minute late.", "You are {n} minutes late.", minutes)
    return late.format(n=number(minutes))
