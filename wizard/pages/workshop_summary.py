"""The summary of a workshop as a page for the library's report, and as plain text: ranges of people, nothing personal."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wizard.language.catalogs import _, own_name
from wizard.language.counting import (
    AMOUNTS,
    MINUTES,
    SCORES,
    groups_seen_title,
    people,
    put_back_title,
    score_title,
    set_aside_title,
)
from wizard.language.formats import number
from wizard.pages.frame import heading, page, paragraph, table
from wizard.workshop.tally import LEAST, Counts, Tally

Rows = list[tuple[str, str]]
STYLE = """
th { width: 50%; }
@media print { table { break-inside: avoid; } h2 { margin-top: 1rem; } td, th { padding-block: .1rem; } }
"""
"""One column of numbers under the other; no question is torn in two on paper."""


def summary_page(tally: Tally) -> str:
    """One page to print."""
    body = "".join(paragraph(line) for line in _about(tally))
    for title, rows in _tables(tally):
        body += heading(title) + table((_("Answer"), _("People")), rows)
    return page(_title(), body + "".join(paragraph(line) for line in _notes()), style=STYLE)


def summary_text(tally: Tally) -> str:
    """The same for a letter or an e-mail."""
    parts = [_title(), "\n".join(_about(tally))]
    for title, rows in _tables(tally):
        parts.append("\n".join([title, *(f"  {answer}: {count}" for answer, count in rows)]))
    return "\n\n".join([*parts, "\n".join(_notes())]) + "\n"


def _title() -> str:
    return _("Workshop summary: Before You Delete")


def _about(tally: Tally) -> list[str]:
    if tally.people is None:
        text = _("Fewer than {n} people let themselves be counted, so no numbers are shown.")
        return [_by_hand(), text.format(n=number(LEAST))]
    # Translators: {people} is a range such as 5 to 9
    text = _("People who let themselves be counted: {people}.")
    return [_by_hand(), text.format(people=people(tally.people))]


def _by_hand() -> str:
    # Translators: a line to fill in with a pen
    return _("Date and place: ______________________________")


def _notes() -> list[str]:
    least = _(
        "A number of fewer than {n} people is not shown: in a small room it could point to "
        "one person. The other numbers are ranges of {n}."
    )
    return [
        least.format(n=number(LEAST)),
        _(
            "Counted on practice photos only, from people who said yes. No names, no photos, "
            "no file names, no times of day were noted."
        ),
        _(
            "The practice score counts photos that were set aside although no copy of that moment "
            "stayed. They may be back by now. Whoever follows the guide's script has one."
        ),
    ]


def _tables(tally: Tally) -> list[tuple[str, Rows]]:
    if tally.people is None:
        return []
    languages = [(own_name(code), people(count)) for code, count in tally.languages.items()]
    return [
        (_("Language"), languages),
        (_("Time"), _rows(tally.minutes, MINUTES)),
        (groups_seen_title(), _rows(tally.groups_seen, AMOUNTS)),
        (set_aside_title(), _rows(tally.set_aside, AMOUNTS)),
        (put_back_title(), _rows(tally.put_back, AMOUNTS)),
        (score_title(), _rows(tally.scores, SCORES)),
    ]


def _rows(counts: Counts, words: Mapping[str, Callable[[], str]]) -> Rows:
    return [(words[answer](), people(count)) for answer, count in counts.items()]
