"""The one confirmation before photos go to the computer's trash: how many, which, how large, and how to get them back."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event

from textual import on, work
from textual.message import Message
from textual.widget import Widget

from wizard.journey import send_to_trash, trash_plan
from wizard.language.catalogs import _, ngettext
from wizard.language.formats import day, number, size
from wizard.language.names import shorten
from wizard.language.progress import words_of
from wizard.language.sentences import SEPARATIONS
from wizard.language.trash import how_to_restore, sent_lines, staying_lines
from wizard.long_work import Pace, Progress
from wizard.pages.leaflets import trial_file_text
from wizard.problems import expected
from wizard.safekeeping.drives import Separation
from wizard.safekeeping.trash import SentResult
from wizard.steps.confirm import DO, NOTHING, SEE, Confirm
from wizard.steps.reading import ReadOn
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.progress_line import ProgressLine

NAMES_SHOWN = 3


class ConfirmTrash(Confirm):
    """Sends what may go, shows how far it is, and can be stopped."""

    @dataclass
    class Sent(Message):
        """The sending ended, by itself or because it was stopped."""

        result: SentResult

    def __init__(self, way: Way) -> None:
        """Raises MayNotTrash when nothing may go; the step asks that first."""
        super().__init__(way)
        self._plan = trash_plan(way.journey)
        self._stop = Event()
        self._pace = Pace(time.monotonic())
        self._sending = False

    def question(self) -> str:
        count = len(self._plan.bundles)
        title = ngettext(
            "Send {n} photo to the computer's trash?",
            "Send {n} photos to the computer's trash?",
            count,
        )
        return title.format(n=number(count))

    def body(self) -> Iterator[Widget]:
        if self._sending:
            yield ProgressLine()
        else:
            yield from super().body()

    def focused_answer(self) -> int | None:
        return None if self._sending else NOTHING

    def answers(self) -> Sequence[Answer]:
        if self._sending:
            return [Answer(DO, _("Stop. What was sent stays in the trash."))]
        count = len(self._plan.bundles)
        send = ngettext("Send {n} photo to the trash", "Send {n} photos to the trash", count)
        see = [] if self.all_names else [Answer(SEE, _("See them first"))]
        return [
            Answer(DO, send.format(n=number(count))),
            *see,
            Answer(NOTHING, _("Send nothing")),
        ]

    def names(self) -> Sequence[str]:
        return [shorten(item.path, 76) for item in self._plan.items]

    def facts(self) -> Sequence[str]:
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

    def left(self) -> str:
        return _("Nothing was sent.")

    def done(self) -> None:
        """Sends; chosen again it stops."""
        if self._sending:
            self._stop.set()
        else:
            self._sending = True
            self.show_again()
            self._send()

    @work(thread=True, exclusive=True, exit_on_error=False, group="trash")
    def _send(self) -> None:
        def report(progress: Progress) -> None:
            self.post_message(ReadOn(progress))

        try:
            text = trial_file_text()
            result = send_to_trash(self.way.journey, text, stop=self._stop, progress=report)
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.Failed(expected(error)))
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

    def action_back(self) -> None:
        if self._sending:
            self._stop.set()
        else:
            super().action_back()
