"""Step 7: what was done, the receipt, and putting back one, some or everything."""

from __future__ import annotations

from wizard.journey import StepName, receipt_of, save_receipt
from wizard.language.catalogs import _, language, pgettext
from wizard.language.counting import (
    COUNT_ME,
    count_me_answers,
    count_me_choice,
    count_me_facts,
    count_me_question,
    counted_words,
)
from wizard.language.names import show_name
from wizard.pages.receipt import receipt_text
from wizard.pages.receipt_files import receipt_files
from wizard.plain.put_back import put_back
from wizard.plain.way import Leave, Way


def finish(way: Way) -> StepName:
    """The receipt, read out."""
    way.say(_("This is your receipt."), receipt_text(receipt_of(way.journey)), "")
    while True:
        match way.ask(_answers(way)):
            case 1:
                _save(way)
            case 2:
                put_back(way)
            case 3:
                return StepName.INSPECT
            case 7:
                _count_me(way)
            case _finished:
                way.journey.finish()
                raise Leave


def _answers(way: Way) -> list[tuple[int, str]]:
    inspection = way.journey.inspection
    answers = [(1, _("Save the receipt as a page to print"))]
    if way.anything_to_put_back():
        answers.append((2, _("Put them back: one, some or all")))
    if inspection is not None and inspection.groups:
        answers.append((3, _("Look at more groups")))
    answers.append((4, pgettext("button", "Finish")))
    return [*answers, (7, count_me_choice())] if way.session.may_count else answers


def _count_me(way: Way) -> None:
    """Nothing is noted before a yes."""
    entry = way.session.entry(language())
    way.say(count_me_question(), *count_me_facts(entry), "")
    if way.ask(count_me_answers()) == COUNT_ME:
        way.attempt(lambda: way.session.count(entry))
        way.say(*([] if way.session.may_count else [counted_words()]))


def _save(way: Way) -> None:
    journey = way.journey
    saved = way.attempt(lambda: save_receipt(journey, receipt_files(receipt_of(journey))))
    if saved is not None:
        # Translators: {place} is the path of a file
        way.say(_("Saved: {place}").format(place=show_name(str(saved))))
