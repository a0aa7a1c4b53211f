"""The one confirmation before photos go to the computer's trash: how many, which, how large, and how to get them back."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen

from wizard.journey import send_to_trash, trash_plan
from wizard.language.catalogs import _, ngettext, pgettext
from wizard.language.formats import day, number, size
from wizard.language.names import shorten
from wizard.language.progress import words_of
from wizard.language.sentences import SEPARATIONS, sentence_for
from wizard.language.trash import how_to_restore, sent_lines, staying_lines
from wizard.long_work import Pace, Progress
from wizard.pages.leaflets import trial_file_text
from wizard.problems import KitError, expected
from wizard.safekeeping.drives import Separation
from wizard.safekeeping.trash import SentResult
from wizard.steps.names import program_name
from wizard.steps.reading import ReadOn
from wizard.steps.way import Way
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import KeyLine, Plain, TitleLine
from wizard.widgets.progress_line import ProgressLine

NAMES_SHOWN = 3
SEND, SEE, NOTHING = 1, 2, 3


class ConfirmTrash(ModalScreen[str | None]):
    """Answers with what to tell the learner, or None when nothing was sent."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,0", "back", show=False)]
    DEFAULT_CSS = """
    ConfirmTrash { background: $background; }
    ConfirmTrash #what { text-style: bold; margin: 1 0; padding: 0 1; }
    ConfirmTrash #facts { height: 1fr; padding: 0 1; overflow-y: auto; }
    """

    @dataclass
    class Sent(Message):
        """The sending ended, by itself or because it was stopped."""

        result: SentResult

    @dataclass
    class CouldNotSend(Message):
        """It ended early."""

        error: KitError

    def __init__(self, way: Way) -> None:
        """Raises MayNotTrash when nothing may go; the step asks that first."""
        super().__init__()
        self.way = way
        self._plan = trash_plan(way.journey)
        self._stop = Event()
        self._pace = Pace(time.monotonic())
        self._all_names = False
        self._sending = False

    def compose(self) -> ComposeResult:
        yield TitleLine(program_name(), "")
        count = len(self._plan.bundles)
        title = ngettext(
            "Send {n} photo to the computer's trash?",
            "Send {n} photos to the computer's trash?",
            count,
        )
        yield Plain(title.format(n=number(count)), id="what")
        with Vertical(id="facts"):
            if self._sending:
                yield ProgressLine()
            else:
                yield Plain("\n".join(self._names() if self._all_names else self._facts()))
        yield Choices(self._answers(), focused=None if self._sending else NOTHING)
        yield KeyLine([("Enter", pgettext("key", "Choose")), ("Esc", pgettext("key", "Back"))])

    def on_mount(self) -> None:
        self.query_one(Choices).focus()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123":
            self.query_one(Choices).answer(int(event.character))

    def _answers(self) -> Sequence[Answer]:
        if self._sending:
            return [Answer(SEND, _("Stop. What was sent stays in the trash."))]
        count = len(self._plan.bundles)
        send = ngettext("Send {n} photo to the trash", "Send {n} photos to the trash", count)
        see = [] if self._all_names else [Answer(SEE, _("See them first"))]
        return [
            Answer(SEND, send.format(n=number(count))),
            *see,
            Answer(NOTHING, _("Send nothing")),
        ]

    def _names(self) -> list[str]:
        return [shorten(item.path, 76) for item in self._plan.items]

    def _facts(self) -> list[str]:
        photos = [bundle[0].path for bundle in self._plan.bundles]
        names = [shorten(path, 70) for path in photos[:NAMES_SHOWN]]
        if len(photos) > NAMES_SHOWN:
            names.append(_("... choose 2 to see all of them."))
        return [
            _("Nothing is deleted now. Emptying the trash later deletes them for good."),
            # Translators: {size} such as 2.4 GB
            _("In total: {size}.").format(size=size(self._plan.bytes)),
            *("  " + name for name in names),
            *staying_lines(self._plan.staying),
            *self._backup_lines(),
            how_to_restore(),
        ]

    def _backup_lines(self) -> list[str]:
        """What the backup is; it is read again before each photo."""
        copies, record = self.way.journey.copies, self.way.journey.record
        lines = [_("Before each photo goes, we read its copy in your backup again.")]
        if copies is not None and copies.last_checked is not None:
            # Translators: {date} such as November 22, 2026
            lines.insert(0, _("Backup of {date}.").format(date=day(copies.last_checked)))
        separation = Separation(record.separation or Separation.UNKNOWN)
        if separation is not Separation.ANOTHER:
            # Translators: {what} such as "the same drive as your photos"
            lines.append(_("Drive of the backup: {what}.").format(what=SEPARATIONS[separation]()))
        return [" ".join(lines)]

    @on(Choices.Answered)
    def _answered(self, event: Choices.Answered) -> None:
        if self._sending:
            self._stop.set()
        elif event.number == SEND:
            self._sending = True
            self._show_again()
            self._send()
        elif event.number == SEE:
            self._all_names = True
            self._show_again()
        else:
            self.dismiss(_("Nothing was sent."))

    def _show_again(self) -> None:
        self.refresh(recompose=True)
        self.call_after_refresh(self.on_mount)

    @work(thread=True, exclusive=True, exit_on_error=False, group="trash")
    def _send(self) -> None:
        def report(progress: Progress) -> None:
            self.post_message(ReadOn(progress))

        try:
            text = trial_file_text()
            result = send_to_trash(self.way.journey, text, stop=self._stop, progress=report)
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.CouldNotSend(expected(error)))
        else:
            self.post_message(self.Sent(result))

    @on(ReadOn)
    def _show_progress(self, event: ReadOn) -> None:
        left = self._pace.seconds_left(event.progress, time.monotonic())
        for line in self.query(ProgressLine):
            line.show(event.progress.share, words_of(event.progress, left))

    @on(Sent)
    def _say_sent(self, event: Sent) -> None:
        self.dismiss(" ".join(sent_lines(event.result)))

    @on(CouldNotSend)
    def _say_why_not(self, event: CouldNotSend) -> None:
        self.dismiss(sentence_for(event.error))

    def action_back(self) -> None:
        if self._sending:
            self._stop.set()
        else:
            self.dismiss(None)
