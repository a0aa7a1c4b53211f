"""Putting photos back where they were: one, some or everything, at any time."""

from __future__ import annotations

from functools import partial

from wizard.language.catalogs import _
from wizard.language.moves import put_all_back_answer, put_back_words
from wizard.language.names import show_name, whole
from wizard.plain.conversation import FIRST_IN_LIST
from wizard.plain.way import Way

ALL, NOTHING = 2, 3


def put_back(way: Way) -> None:
    """One after the other, until all are back or the learner says that the rest stays."""
    while way.anything_to_put_back() and (review := way.journey.review) is not None:
        items = review.items
        way.say(_("Choose the photo to put back. Or put all of them back."))
        answers = [(ALL, put_all_back_answer(len(items))), (NOTHING, _("Put nothing back"))]
        number = way.ask(answers, [show_name(item.path) for item in items])
        if number == NOTHING:
            return
        chosen = items if number == ALL else [items[number - FIRST_IN_LIST]]
        result = way.attempt(partial(way.journey.put_back, chosen))
        if result is not None:
            way.say(put_back_words(result, whole))
        if result is None or not result.files:
            return
