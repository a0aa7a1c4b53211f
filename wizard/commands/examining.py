"""`doctor` says whether this computer is ready for a workshop. For facilitators, on the day before."""

from __future__ import annotations

import argparse

from wizard.commands.starting import places_for
from wizard.commands.terminal import NOT_WHOLE, say
from wizard.computer import examine
from wizard.language.computers import Grade, computer_lines, grade_word, kit_lines, verdict
from wizard.places import workshop_kit


def doctor(chosen: argparse.Namespace) -> int:
    """0 when nothing must be put right before the workshop; 1 when something must."""
    with places_for(chosen) as places:
        lines = list(computer_lines(examine(places)))
    if kit := workshop_kit():
        from wizard.teaching.kit.manifest import changed_files

        lines += kit_lines(list(changed_files(kit)))
    for line in lines:
        say(f"[{grade_word(line.grade)}] {line.how}")
        if line.what_to_do:
            say(f"    {line.what_to_do}")
    bad = sum(line.grade is Grade.BAD for line in lines)
    say("")
    say(verdict(bad))
    return NOT_WHOLE if bad else 0
