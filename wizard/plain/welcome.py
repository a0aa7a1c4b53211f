"""Step 1: the language, then practice, own photos or photos already lost, then whose computer this is."""

from __future__ import annotations

from wizard.journey import Record, StepName
from wizard.language.catalogs import _
from wizard.language.names import whole
from wizard.language.sentences import administrator_warning
from wizard.language.step_names import program_name
from wizard.language.welcome import (
    go_on_or_not,
    in_each_language,
    on_a_shared_computer,
    unfinished_words,
    what_to_do_today,
    what_you_will_learn,
    whose_computer,
)
from wizard.plain.already_lost import already_lost
from wizard.plain.way import Way
from wizard.rights import as_administrator


def welcome(way: Way) -> StepName:
    """Where the way goes on."""
    if not way.language_chosen:
        way.say(*in_each_language(program_name), "")
        way.say(*in_each_language(lambda: _("Choose your language.")))
        way.choose_language()
    way.say(program_name(), "", _("Type a number, then press Enter."), "")
    if as_administrator():
        way.say(administrator_warning(), "")
    if way.practice is not None:
        return way.practise(way.practice)
    way.say(what_you_will_learn(), "", _("What would you like to do today?"))
    match way.ask(what_to_do_today()):
        case 1:
            return way.practise(StepName.CHOOSE)
        case 2:
            return _own_photos(way)
        case _lost:
            return already_lost(way)


def _own_photos(way: Way) -> StepName:
    shared = way.session.leave_no_trace
    if not shared:
        way.say(_("Is this your own computer?"), on_a_shared_computer())
        shared = way.ask(whose_computer()) == 2
    unfinished = way.session.begin_own(shared_computer=shared)
    return StepName.CHOOSE if unfinished is None else _welcome_back(way, unfinished)


def _welcome_back(way: Way, unfinished: Record) -> StepName:
    way.say(_("Welcome back. You did not finish last time."), unfinished_words(unfinished, whole))
    if way.ask(go_on_or_not()) == 2:
        return StepName.CHOOSE
    way.say(_("One moment. We are opening your photos again."))
    step = way.attempt(lambda: way.journey.resume(unfinished, progress=way.progress()))
    return step or StepName.CHOOSE
