"""The one confirmation before photos move: how many, which, how large, from where to where, and how to undo."""

from __future__ import annotations

from wizard.language.catalogs import _
from wizard.language.moves import (
    decided_photos,
    move_answer,
    move_facts,
    move_question,
    moved_words,
    reason_against,
)
from wizard.language.names import show_name, whole
from wizard.plain.way import Way

MOVE, SEE, NOTHING = 1, 2, 3


def confirm_move(way: Way) -> bool:
    """True when the learner goes on, with or without moving; False when they look again."""
    journey = way.journey
    decided = decided_photos(journey)
    if not decided:
        return True
    reason = reason_against(journey, False)
    lines = move_facts(journey, decided, reason, whole)
    move = [(MOVE, move_answer(decided))] if reason is None else []
    answers = [*move, (SEE, _("See them first")), (NOTHING, _("Move nothing"))]
    way.say(move_question(decided), *lines)
    number = way.ask(answers)
    if number == SEE:
        way.say(*(show_name(each.photo.path) for each in decided))
        number = way.ask(answers)
    if number == MOVE:
        result = way.attempt(journey.move_decided)
        if result is not None:
            way.say(moved_words(result, len(decided), whole))
    elif number == NOTHING:
        way.say(_("Nothing was moved. Your decisions are kept."))
    return number != SEE
