"""The one confirmation before something happens to photos: the question, the facts, and three answers. Does nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget

from wizard.language.catalogs import pgettext
from wizard.language.sentences import sentence_for
from wizard.language.step_names import practice_word
from wizard.problems import KitError
from wizard.steps.names import program_name
from wizard.steps.way import Way
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import KeyLine, Plain, TitleLine

DO, SEE, NOTHING = 1, 2, 3
"""These numbers always mean the same."""


class Confirm(ModalScreen[str | None]):
    """Answers with what to tell the learner, or None when nothing is to be said."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,0", "back", show=False)]
    DEFAULT_CSS = """
    Confirm { background: $background; }
    Confirm #what { text-style: bold; margin: 1 0; padding: 0 1; }
    Confirm #facts { height: 1fr; padding: 0 1; overflow-y: auto; }
    """

    @dataclass
    class Failed(Message):
        """It ended early."""

        error: KitError

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way
        self.all_names = False
        """The learner looks at the names, all of them."""

    def question(self) -> str:
        """What is asked."""
        raise NotImplementedError

    def facts(self) -> Sequence[str]:
        """What a learner must know before the answer, in lines."""
        raise NotImplementedError

    def names(self) -> Sequence[str]:
        """All files that it is about."""
        raise NotImplementedError

    def answers(self) -> Sequence[Answer]:
        """Numbered DO, SEE and NOTHING; one that is impossible now is not there."""
        raise NotImplementedError

    def done(self) -> None:
        """The learner wants it done."""
        raise NotImplementedError

    def left(self) -> str:
        """What is said when the learner wants nothing done."""
        raise NotImplementedError

    def body(self) -> Iterator[Widget]:
        """Between the question and the answers."""
        yield Plain("\n".join(self.names() if self.all_names else self.facts()))

    def focused_answer(self) -> int | None:
        """The safe one."""
        return NOTHING

    def compose(self) -> ComposeResult:
        yield TitleLine(program_name(), "", practice_word(self.way.journey))
        yield Plain(self.question(), id="what")
        with Vertical(id="facts"):
            yield from self.body()
        yield Choices(self.answers(), focused=self.focused_answer())
        yield KeyLine([("Enter", pgettext("key", "Choose")), ("Esc", pgettext("key", "Back"))])

    def on_mount(self) -> None:
        self.query_one(Choices).focus()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123":
            self.query_one(Choices).answer(int(event.character))

    @on(Choices.Answered)
    def _answered(self, event: Choices.Answered) -> None:
        if event.number == DO:
            self.done()
        elif event.number == NOTHING:
            self.dismiss(self.left())
        elif self.all_names:
            self.dismiss(None)
        else:
            self.all_names = True
            self.show_again()

    def show_again(self) -> None:
        """After what is shown has changed."""
        self.refresh(recompose=True)
        self.call_after_refresh(self.on_mount)

    @on(Failed)
    def _say_why_not(self, event: Failed) -> None:
        self.dismiss(sentence_for(event.error))

    def action_back(self) -> None:
        self.dismiss(None)
