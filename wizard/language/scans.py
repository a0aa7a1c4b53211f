"""The words of a look: exact copies, look-alikes, and what could not be read, by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wizard.language.catalogs import _, ngettext
from wizard.language.formats import number
from wizard.language.names import Naming, shorten
from wizard.language.relations import RELATIONS
from wizard.language.sentences import PROBLEMS, Sentence
from wizard.likeness.cache import Memory
from wizard.likeness.relations import Relation
from wizard.likeness.scan import Scan
from wizard.problems import Problem

PROBLEMS_SHOWN = 5
"""Pictures named that could not be read; the others are counted."""

MEMORY: Mapping[Memory, Sentence] = {
    Memory.BEGUN_ANEW: lambda: _("Our notes from last time were damaged, so we made new ones."),
    Memory.NOT_KEPT: lambda: _("We could not keep notes, so the next look takes as long again."),
}


def summary(scan: Scan, naming: Naming = shorten) -> list[str]:
    """What a look found, in words: exact copies, look-alikes, what could not be read."""
    lines = [
        *_counts(len(scan.photos), scan.exact_copy_groups, scan.look_alike_groups),
        "",
        _("Look-alikes are not always copies. Look before you decide."),
    ]
    if not scan.groups:
        lines.append(_("No two photos look alike. There is nothing to tidy here."))
    lines += raw_lines(scan)
    if scan.memory is not None:
        lines.append(MEMORY[scan.memory]())
    return lines + _unreadable(scan.problems, naming)


def _counts(photos: int, copies: int, alike: int) -> list[str]:
    return [
        ngettext("{n} photo compared.", "{n} photos compared.", photos).format(n=number(photos)),
        "",
        ngettext("{n} group of exact copies.", "{n} groups of exact copies.", copies).format(
            n=number(copies)
        ),
        ngettext("{n} group of look-alikes.", "{n} groups of look-alikes.", alike).format(
            n=number(alike)
        ),
    ]


def _unreadable(problems: Sequence[Problem], naming: Naming) -> list[str]:
    """The first few by name with the reason, the others counted; nothing where all could be read."""
    if not problems:
        return []
    text = ngettext(
        "{n} photo could not be read. It stays where it is:",
        "{n} photos could not be read. They stay where they are:",
        len(problems),
    )
    lines = ["", text.format(n=number(len(problems)))]
    for problem in problems[:PROBLEMS_SHOWN]:
        # Translators: {name} of a file, {reason} a sentence such as "The file is empty."
        text = _("  {name}: {reason}")
        name = naming(problem.path, 34)
        lines.append(text.format(name=name, reason=PROBLEMS[problem.kind]()))
    if rest := len(problems[PROBLEMS_SHOWN:]):
        more = ngettext("... and {n} more file", "... and {n} more files", rest)
        lines.append(more.format(n=number(rest)))
    return lines


def raw_lines(scan: Scan) -> list[str]:
    """What became of RAW files that were not compared."""
    lines = []
    if beside := scan.raw_companions:
        text = ngettext(
            "{n} RAW file is kept with its photo, but not compared.",
            "{n} RAW files are kept with their photos, but not compared.",
            beside,
        )
        lines.append(text.format(n=number(beside)))
    if unread := scan.raw_unread:
        text = ngettext(
            "{n} RAW file was left alone. The part that opens it is not installed.",
            "{n} RAW files were left alone. The part that opens them is not installed.",
            unread,
        )
        lines.append(text.format(n=number(unread)))
    return lines


def kinds(scan: Scan) -> list[str]:
    """How many photos of each kind, the surest first, and what a one-click cleaner would have taken."""
    counted = scan.relations_to_best
    if not counted:
        return []
    width = len(number(max(counted.values())))
    lines = [
        f"  {number(counted[relation]):>{width}}  {RELATIONS[relation]()}"
        for relation in Relation
        if counted[relation]
    ]
    taken, moments = sum(counted.values()), scan.moments_a_cleaner_takes
    return [
        _("Each photo beside the largest of its group:"),
        *lines,
        "",
        ngettext(
            "A one-click cleaner would have taken {n} photo.",
            "A one-click cleaner would have taken {n} photos.",
            taken,
        ).format(n=number(taken)),
        ngettext(
            "{n} of them may be the only one of its moment.",
            "{n} of them may be the only ones of their moments.",
            moments,
        ).format(n=number(moments)),
        "",
    ]
