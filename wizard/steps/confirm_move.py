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

from wizard.journey import Journey, MoveResult
from wizard.journey.inspection import Decided
from wizard.language.catalogs import _, ngettext, pgettext
from wizard.language.formats import day, number, size
from wizard.language.names import shorten
from wizard.language.sentences import GATES, PROBLEMS, SEPARATIONS, sentence_for
from wizard.problems import KitError, expected
from wizard.safekeeping.drives import Separation
from wizard.steps.names import program_name
from wizard.steps.way import Way
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import KeyLine, Plain, TitleLine

NAMES_SHOWN = 3
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
        self._decided = _decided(way.journey)
        self._all_names = False

    def compose(self) -> ComposeResult:
        practice = _("PRACTICE PHOTOS") if self.way.journey.practice else ""
        yield TitleLine(program_name(), "", practice)
        count = len(self._decided)
        title = ngettext(
            "Move {n} photo to the review folder?", "Move {n} photos to the review folder?", count
        )
        yield Plain(title.format(n=number(count)), id="what")
        yield Plain("\n".join(self._facts()), id="facts")
        yield Choices(self._answers(), focused=NOTHING)
        yield KeyLine([("Enter", pgettext("key", "Choose")), ("Esc", pgettext("key", "Back"))])

    def on_mount(self) -> None:
        self.query_one(Choices).focus()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123":
            self.query_one(Choices).answer(int(event.character))

    def _answers(self) -> Sequence[Answer]:
        count = len(self._decided)
        move = ngettext("Move {n} photo", "Move {n} photos", count).format(n=number(count))
        answers = [Answer(MOVE, move)] if self._reason_against() is None else []
        return [*answers, Answer(SEE, _("See them first")), Answer(NOTHING, _("Move nothing"))]

    def _reason_against(self) -> str | None:
        """Why nothing may be moved now, or None."""
        journey = self.way.journey
        if self.way.backup is not None and not self.way.backup.over:
            return _("The backup is still running. Photos can be moved when it is checked.")
        gate = journey.closed_gate()
        if gate is not None:
            return GATES[gate]()
        if journey.review is None:
            return _("There is no review folder yet. Go back to step 5 and make it.")
        return None

    def _facts(self) -> list[str]:
        if self._all_names:
            return [shorten(decided.photo.path, 76) for decided in self._decided]
        names = [shorten(decided.photo.path, 70) for decided in self._decided[:NAMES_SHOWN]]
        if len(self._decided) > NAMES_SHOWN:
            names.append(_("... choose 2 to see all of them."))
        total = sum(decided.photo.bytes for decided in self._decided)
        return [
            _("Nothing is deleted."),
            # Translators: {size} such as 2.4 GB
            _("Together: {size}.").format(size=size(total)),
            *("  " + name for name in names),
            *self._where(),
            *self._backup_line(),
            _("To undo, choose “Put them back”."),
        ]

    def _where(self) -> list[str]:
        journey = self.way.journey
        if journey.review is None or journey.library is None:
            return []
        folder = shorten(journey.library.folder.name, 24)
        review = shorten(journey.review.path.name, 24)
        text = _("They go from “{folder}” to “{review}”.")
        return [text.format(folder=folder, review=review)]

    def _backup_line(self) -> list[str]:
        reason = self._reason_against()
        copies = self.way.journey.copies
        if reason is not None or copies is None or copies.last_checked is None:
            return [reason] if reason else []
        checked = sum(copies.of_digest(each.photo.sha256) is not None for each in self._decided)
        # Translators: {date} such as November 22
        line = ngettext(
            "Your backup of {date} has a checked copy of {n} of {all} photo.",
            "Your backup of {date} has a checked copy of {n} of {all} photos.",
            len(self._decided),
        ).format(date=day(copies.last_checked), n=number(checked), all=number(len(self._decided)))
        separation = Separation(self.way.journey.record.separation or Separation.UNKNOWN)
        if separation is Separation.ANOTHER:
            return [line]
        # Translators: {what} such as "the same drive as your photos"
        return [line, _("Drive of the backup: {what}.").format(what=SEPARATIONS[separation]())]

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
        result = event.result
        lines = [_moved(result.photos, len(self._decided))]
        for problem in result.problems[:1]:
            # Translators: {name} of a file, {reason} a sentence
            text = _("{name}: {reason}")
            lines.append(
                text.format(name=shorten(problem.path, 30), reason=PROBLEMS[problem.kind]())
            )
        self.dismiss(" ".join(lines))

    @on(CouldNotMove)
    def _say_why_not(self, event: CouldNotMove) -> None:
        self.dismiss(sentence_for(event.error))

    def action_back(self) -> None:
        self.dismiss(None)


def _moved(photos: int, wanted: int) -> str:
    """How many moved; of how many, when some stayed."""
    if photos == wanted:
        return ngettext("{n} photo moved.", "{n} photos moved.", photos).format(n=number(photos))
    said = ngettext("{n} of {all} photo moved.", "{n} of {all} photos moved.", wanted)
    return said.format(n=number(photos), all=number(wanted))


def _decided(journey: Journey) -> tuple[Decided, ...]:
    return journey.inspection.decided if journey.inspection else ()
