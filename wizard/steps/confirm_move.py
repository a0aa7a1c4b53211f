"""The one confirmation before photos move: how many, which, how large, from where to where, and how to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen

from wizard.journey import MoveResult
from wizard.language.catalogs import _, pgettext
from wizard.language.moves import (
    decided_photos,
    move_answer,
    move_facts,
    move_question,
    moved_words,
    reason_against,
)
from wizard.language.names import shorten
from wizard.language.sentences import sentence_for
from wizard.language.step_names import practice_word
from wizard.problems import KitError, expected
from wizard.steps.names import program_name
from wizard.steps.way import Way
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import KeyLine, Plain, TitleLine

MOVE, SEE, NOTHING = 1, 2, 3


class ConfirmMove(ModalScreen[str | None]):
    """Answers with what to tell the learner, or None when the learner goes back to look again."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,0", "back", show=False)]
    DEFAULT_CSS = """
    ConfirmMove { background: $background; }
    ConfirmMove #what { text-style: bold; margin: 1 0; padding: 0 1; }
    ConfirmMove #facts { height: 1fr; padding: 0 1; overflow-y: auto; }
    """

    @dataclass
    class Moved(Message):
        """The moves were made."""

        result: MoveResult

    @dataclass
    class CouldNotMove(Message):
        """The moves ended early."""

        error: KitError

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way
        self._decided = decided_photos(way.journey)
        self._all_names = False

    def compose(self) -> ComposeResult:
        yield TitleLine(program_name(), "", practice_word(self.way.journey))
        yield Plain(move_question(self._decided), id="what")
        yield Plain("\n".join(self._facts()), id="facts")
        yield Choices(self._answers(), focused=NOTHING)
        yield KeyLine([("Enter", pgettext("key", "Choose")), ("Esc", pgettext("key", "Back"))])

    def on_mount(self) -> None:
        self.query_one(Choices).focus()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123":
            self.query_one(Choices).answer(int(event.character))

    def _answers(self) -> Sequence[Answer]:
        answers = [Answer(MOVE, move_answer(self._decided))] if self._reason is None else []
        return [*answers, Answer(SEE, _("See them first")), Answer(NOTHING, _("Move nothing"))]

    @property
    def _reason(self) -> str | None:
        backup = self.way.backup
        return reason_against(self.way.journey, backup is not None and not backup.over)

    def _facts(self) -> list[str]:
        if self._all_names:
            return [shorten(decided.photo.path, 76) for decided in self._decided]
        return move_facts(self.way.journey, self._decided, self._reason)

    @on(Choices.Answered)
    def _answered(self, event: Choices.Answered) -> None:
        if event.number == MOVE:
            self.query_one(Choices).disabled = True
            self._move()
        elif event.number == SEE and not self._all_names:
            self._all_names = True
            self.refresh(recompose=True)
            self.call_after_refresh(self.on_mount)
        elif event.number == SEE:
            self.dismiss(None)
        else:
            self.dismiss(_("Nothing was moved. Your decisions are kept."))

    @work(thread=True, exclusive=True, exit_on_error=False, group="move")
    def _move(self) -> None:
        try:
            result = self.way.journey.move_decided()
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.CouldNotMove(expected(error)))
        else:
            self.post_message(self.Moved(result))

    @on(Moved)
    def _say_moved(self, event: Moved) -> None:
        self.dismiss(moved_words(event.result, len(self._decided)))

    @on(CouldNotMove)
    def _say_why_not(self, event: CouldNotMove) -> None:
        self.dismiss(sentence_for(event.error))

    def action_back(self) -> None:
        self.dismiss(None)
