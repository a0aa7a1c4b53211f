"""The one confirmation before photos move: how many, which, how large, from where to where, and how to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from wizard.journey import MoveResult
from wizard.language.catalogs import _
from wizard.language.moves import (
    decided_photos,
    move_answer,
    move_facts,
    move_question,
    moved_words,
    reason_against,
)
from wizard.language.names import shorten
from wizard.problems import expected
from wizard.steps.confirm import DO, NOTHING, SEE, Confirm
from wizard.steps.way import Way
from wizard.widgets.choices import Answer, Choices


class ConfirmMove(Confirm):
    """Sets aside what was decided. Whoever goes back from the names to look again is told nothing."""

    @dataclass
    class Moved(Message):
        """The moves were made."""

        result: MoveResult

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self._decided = decided_photos(way.journey)

    def question(self) -> str:
        return move_question(self._decided)

    def facts(self) -> Sequence[str]:
        return move_facts(self.way.journey, self._decided, self._reason)

    def names(self) -> Sequence[str]:
        return [shorten(decided.photo.path, 76) for decided in self._decided]

    def answers(self) -> Sequence[Answer]:
        answers = [Answer(DO, move_answer(self._decided))] if self._reason is None else []
        return [*answers, Answer(SEE, _("See them first")), Answer(NOTHING, _("Move nothing"))]

    @property
    def _reason(self) -> str | None:
        backup = self.way.backup
        return reason_against(self.way.journey, backup is not None and not backup.over)

    def left(self) -> str:
        return _("Nothing was moved. Your decisions are kept.")

    def done(self) -> None:
        self.query_one(Choices).disabled = True
        self._move()

    @work(thread=True, exclusive=True, exit_on_error=False, group="move")
    def _move(self) -> None:
        try:
            result = self.way.journey.move_decided()
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.Failed(expected(error)))
        else:
            self.post_message(self.Moved(result))

    @on(Moved)
    def _say_moved(self, event: Moved) -> None:
        self.dismiss(moved_words(event.result, len(self._decided)))
