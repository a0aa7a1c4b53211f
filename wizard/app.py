"""The wizard's program: which step is on the screen, in which language, and the backup that runs behind it."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from wizard.journey import Journey, Record, StepName
from wizard.language import catalogs
from wizard.language.catalogs import _
from wizard.language.sentences import administrator_warning, sentence_for
from wizard.language.step_names import prepared_words
from wizard.language.welcome import wide_signs_warning
from wizard.long_work import Pace, Progress, settle
from wizard.pages.leaflets import backup_leaflets
from wizard.pages.outside import Outside
from wizard.places import Places
from wizard.problems import expected
from wizard.returned_memory import return_what_is_large
from wizard.rights import as_administrator
from wizard.safekeeping.drives import FindDrives, drives
from wizard.session import Session
from wizard.steps.choose import Choose
from wizard.steps.hangul_keys import typed_with
from wizard.steps.one_moment import OneMoment
from wizard.steps.screens import screen_of
from wizard.steps.step import Step
from wizard.steps.too_small import LEAST_COLUMNS, LEAST_ROWS, TooSmall
from wizard.steps.way import RunningBackup, WorkshopClock
from wizard.steps.welcome import Question, Welcome
from wizard.widgets.graphics.app import GraphicsApp
from wizard.widgets.graphics.terminal import TerminalGone
from wizard.widgets.one_cell import ASK, OneCellEach, drawn_two_cells_wide
from wizard.widgets.theme import DARK, LIGHT, theme_for


class WizardApp(GraphicsApp):
    """Holds the journey and shows its steps. Returns what is said in the terminal when it ends."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "leave", show=False, priority=True)
    ]
    CSS = "Screen { background: $background; }"

    def __init__(
        self,
        places: Places,
        *,
        practice: StepName | None = None,
        folder: Path | None = None,
        shared_computer: bool = False,
        language_chosen: bool = False,
        blocks_only: bool = False,
        find_drives: FindDrives = drives,
        summary: Path | None = None,
    ) -> None:
        """`folder`: the learner's photos, when they were named on the command line.

        `practice`: it starts with practice photos, at this step, for which everything is prepared.
        `summary`: where learners may let themselves be counted for a report.
        """
        return_what_is_large()
        super().__init__(blocks_only=blocks_only)
        self.session = Session(
            places, leave_no_trace=shared_computer, find_drives=find_drives, summary=summary
        )
        self.backup: RunningBackup | None = None
        self.outside = Outside()
        self.clock = WorkshopClock()
        self._practice_first = practice
        self._folder = folder
        self._language_chosen = language_chosen
        self._to_tell = [administrator_warning] if as_administrator() else []
        self._one_cell = OneCellEach()

    @property
    def journey(self) -> Journey:
        """The journey under way."""
        return self.session.journey

    def on_mount(self) -> None:
        self._leave_on_signals()
        self._ask_how_wide_signs_are()
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = theme_for(os.environ).name
        if self._practice_first is not None and self._language_chosen:
            self.begin_practice(self._practice_first)
        elif self._folder is not None:
            self.show_screen(Choose(self, self._folder))
        else:
            question = Question.WHAT if self._language_chosen else Question.LANGUAGE
            self.show_screen(Welcome(self, question, self._practice_first))
        self.call_after_refresh(settle)

    def _leave_on_signals(self) -> None:
        """A closed window or a polite kill is a way to leave: nothing stays behind on a shared computer."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(NotImplementedError, AttributeError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self.leave)

    def _ask_how_wide_signs_are(self) -> None:
        """A terminal that does not answer is one like most: nothing waits for it."""
        if self._driver is not None:
            self._driver.write(ASK)

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal's answer, sorted out from the keys by the framework."""
        if drawn_two_cells_wide(event) and not self._one_cell.enabled:
            self._one_cell.enabled = True
            self._to_tell.append(wide_signs_warning)
            self._tell_what_waits(self.screen)
            self._show_again()

    def on_key(self, event: events.Key) -> None:
        """A Korean syllable or a wide digit means nothing on any screen; the keys that it was typed with may."""
        for key in typed_with(event.character or ""):
            self.simulate_key(key)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The framework's own, and the one for terminals that draw some signs two cells wide."""
        mine = [self._one_cell] if self._one_cell.enabled else []
        return [*super().get_line_filters(), *mine]

    def on_resize(self, event: events.Resize) -> None:
        """A window that is too small is said so, instead of showing half a question."""
        small = event.size.width < LEAST_COLUMNS or event.size.height < LEAST_ROWS
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    def go_to(self, step: StepName, message: str = "") -> None:
        """Shows a step, with a message if there is one, and writes down that the learner is there."""
        if step is not StepName.WELCOME:
            self.journey.arrive(step)
        screen = screen_of(step, self)
        screen.message = message
        self.show_screen(screen)

    def show_screen(self, screen: Screen[object]) -> None:
        """Shows a screen in the place of the present one."""
        self._tell_what_waits(screen)
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:  # the framework's own empty screen at the bottom stays
            self.push_screen(screen)

    def _tell_what_waits(self, screen: Screen[object]) -> None:
        """Says it once, on a screen that asks in the learner's language; the choice of language says it itself."""
        if not self._to_tell or not isinstance(screen, Step) or isinstance(screen, OneMoment):
            return
        if not (isinstance(screen, Welcome) and screen.asks_for_the_language):
            screen.tell("\n".join([*(say() for say in self._to_tell), screen.message]).strip())
        self._to_tell.clear()

    def begin_own(self, *, shared_computer: bool) -> Record | None:
        """A journey on the learner's own photos; returns an unfinished one of last time."""
        self._put_away()
        return self.session.begin_own(shared_computer=shared_computer)

    def begin_practice(self, step: StepName = StepName.CHOOSE) -> None:
        """A journey on freshly made practice photos, at a step for which everything is prepared."""
        running = self.backup
        self._put_away()
        self.session.end_journey()
        self.show_screen(OneMoment(self, step))
        self._practise(step, running)

    def practise_more(self) -> None:
        """Shows the exercises on practice photos."""
        from wizard.steps.drills.exercises import open_exercises  # they draw photos of their own

        open_exercises(self)

    @work(thread=True, exclusive=True, exit_on_error=False, group="practice")
    def _practise(self, step: StepName, running: RunningBackup | None) -> None:
        if running is not None:
            running.ended.wait()  # it writes in the room that is cleared now
        try:
            self.session.practise(step)
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.call_from_thread(self.go_to, StepName.WELCOME, sentence_for(expected(error)))
        else:
            said = prepared_words() if self.journey.prepared else ""
            self.call_from_thread(self.go_to, step, said)

    def start_backup(self, copy: Path | None = None) -> None:
        """Makes the backup on the chosen drive, or reads an existing `copy`, in the background."""
        self.backup = RunningBackup(Pace(time.monotonic()), copy)
        self._back_up(self.backup, copy, backup_leaflets())

    @work(thread=True, exclusive=True, exit_on_error=False, group="backup")
    def _back_up(self, running: RunningBackup, copy: Path | None, leaflets: dict[str, str]) -> None:
        def report(progress: Progress) -> None:
            running.progress = progress

        try:
            if copy is not None:
                running.result = self.journey.accept_copy(copy, stop=running.stop, progress=report)
            else:
                running.result = self.journey.back_up(leaflets, stop=running.stop, progress=report)
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            running.error = expected(error)
        finally:
            running.ended.set()

    def speak(self, language: str) -> None:
        """Shows everything in another language; place and answers stay."""
        catalogs.use(language)
        self.journey.record.language = language
        self._show_again()

    def _show_again(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Step):
                screen.show_again()
            else:
                screen.refresh(recompose=True)

    def change_colours(self) -> None:
        """Dark letters on light ground, or the other way round."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def leave(self) -> None:
        """Ends the program; everything can go on later."""
        self._put_away()
        self.session.end()
        self.exit(_("Until next time. Your photos are where you left them."))

    @on(TerminalGone)
    def action_leave(self) -> None:
        self.leave()

    def _put_away(self) -> None:
        """What goes on behind the journey that ends: its backup, its pages in the browser."""
        if self.backup is not None:
            self.backup.stop.set()
            self.backup = None
        self.outside.remove()
