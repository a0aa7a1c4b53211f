"""Asks whether a learner may be counted for the library's report, and shows every word that would be noted."""

from __future__ import annotations

from itertools import starmap
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from wizard.language.catalogs import language, pgettext
from wizard.language.counting import (
    COUNT_ME,
    count_me_answers,
    count_me_facts,
    count_me_question,
    counted_words,
)
from wizard.language.sentences import sentence_for
from wizard.language.step_names import practice_word
from wizard.problems import KitError
from wizard.steps.names import program_name
from wizard.steps.way import Way
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import KeyLine, Plain, TitleLine


class CountMe(ModalScreen[str]):
    """Answers with what to tell the learner. No is what Enter and Esc mean."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,0", "no", show=False)]
    DEFAULT_CSS = """
    CountMe { background: $background; }
    CountMe #what { text-style: bold; margin: 1 0; padding: 0 1; }
    CountMe #facts { height: 1fr; padding: 0 1; overflow-y: auto; }
    """

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way
        self._entry = way.session.entry(language())

    def compose(self) -> ComposeResult:
        yield TitleLine(program_name(), "", practice_word(self.way.journey))
        yield Plain(count_me_question(), id="what")
        yield Plain("\n".join(count_me_facts(self._entry)), id="facts")
        yield Choices(list(starmap(Answer, count_me_answers())))
        yield KeyLine([("Enter", pgettext("key", "Choose")), ("Esc", pgettext("key", "Back"))])

    def on_mount(self) -> None:
        self.query_one(Choices).focus()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "12":
            self.query_one(Choices).answer(int(event.character))

    @on(Choices.Answered)
    def _answered(self, event: Choices.Answered) -> None:
        if event.number != COUNT_ME:
            self.action_no()
            return
        try:
            self.way.session.count(self._entry)
        except KitError as error:
            self.dismiss(sentence_for(error))
        else:
            self.dismiss(counted_words())

    def action_no(self) -> None:
        self.dismiss("")
