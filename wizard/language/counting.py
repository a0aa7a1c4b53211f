"""The words of a workshop's summary: what an entry holds, before it is given, and the ranges of many."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wizard.language.catalogs import _, own_name
from wizard.language.formats import number
from wizard.workshop.entry import Amount, Entry, Minutes, Score
from wizard.workshop.tally import LEAST, Range

COUNT_ME = 2
Words = Mapping[str, Callable[[], str]]

MINUTES: Words = {
    Minutes.UP_TO_30: lambda: _("up to 30 minutes"),
    Minutes.UP_TO_60: lambda: _("31 to 60 minutes"),
    Minutes.UP_TO_90: lambda: _("61 to 90 minutes"),
    Minutes.MORE: lambda: _("more than 90 minutes"),
}
AMOUNTS: Words = {
    Amount.NONE: lambda: number(0),
    Amount.FEW: lambda: _("1 to 5"),
    Amount.SOME: lambda: _("6 to 15"),
    Amount.MANY: lambda: _("more than 15"),
}
SCORES: Words = {
    Score.NONE_UNIQUE: lambda: number(0),
    Score.ONE_OR_TWO: lambda: _("1 or 2"),
    Score.MORE: lambda: _("more than 2"),
    Score.NOT_SCORED: lambda: _("not scored"),
}


def count_me_choice() -> str:
    """The answer on the receipt's screen."""
    return _("Help the library count: see what would be noted")


def count_me_question() -> str:
    """Before anything is noted."""
    return _("May we note this for the library's report?")


def count_me_facts(entry: Entry) -> list[str]:
    """All that would be noted, and what never is."""
    return [
        *(f"- {title}: {answer}" for title, answer in _facts(entry)),
        "",
        _("This is all. No name, no photo, no file name, no date and no time of day."),
        _("You need not say yes. Nothing changes for you."),
    ]


def count_me_answers() -> list[tuple[int, str]]:
    """No comes first."""
    return [(1, _("No, note nothing")), (COUNT_ME, _("Yes, note these lines"))]


def counted_words() -> str:
    """After a yes."""
    return _("Thank you. Those lines were noted, and nothing else.")


def groups_seen_title() -> str:
    """What the number counts."""
    return _("Groups of photos looked at")


def set_aside_title() -> str:
    """What the number counts."""
    return _("Photos set aside")


def put_back_title() -> str:
    """What the number counts."""
    return _("Photos put back again")


def score_title() -> str:
    """What the practice score counts: fewer is better."""
    return _("Practice score: one-of-a-kind photos set aside")


def people(found: Range | None) -> str:
    """5 to 9, or that it is not shown."""
    if found is None:
        # Translators: {n} is 5; stands in a table in place of a count of people
        return _("fewer than {n}: not shown").format(n=number(LEAST))
    # Translators: a count of people as a range, such as 5 to 9
    return _("{least} to {most}").format(least=number(found.least), most=number(found.most))


def _facts(entry: Entry) -> list[tuple[str, str]]:
    return [
        (_("Language"), own_name(entry.language)),
        (_("Time"), MINUTES[entry.minutes]()),
        (groups_seen_title(), AMOUNTS[entry.groups_seen]()),
        (set_aside_title(), AMOUNTS[entry.set_aside]()),
        (put_back_title(), AMOUNTS[entry.put_back]()),
        (score_title(), SCORES[entry.score]()),
    ]
