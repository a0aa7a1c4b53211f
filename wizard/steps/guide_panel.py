"""F2, for whoever holds the workshop: the guide's block for this step, and a clock against the agenda."""

from __future__ import annotations

import time
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wizard.journey import StepName
from wizard.language.agendas import clock_line
from wizard.language.catalogs import _, language
from wizard.language.step_names import prepared_choice
from wizard.steps.names import long_name, program_name
from wizard.steps.text_panel import TextPanel
from wizard.steps.way import WorkshopClock
from wizard.teaching.agenda import block_for, blocks, in_english, when_late
from wizard.teaching.lessons import page_in_english
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import Plain, TitleLine

SECONDS_BETWEEN_LOOKS = 10
"""The clock shows minutes."""
BEGINS_NOW, PREPARED = 1, 2


class GuidePanel(TextPanel[bool]):
    """Shows one block; arrows scroll, Esc goes back to where the learners are.

    Answers True when the facilitator wants another step, prepared.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f2,0", "close", show=False)]
    DEFAULT_CSS = """
    GuidePanel #clock { padding: 0 1; margin: 1 0; text-style: bold; }
    GuidePanel MarkdownBullet { color: $foreground; }
    """

    def __init__(self, step: StepName, clock: WorkshopClock, *, practice: bool) -> None:
        """`clock` is the same for every step, and is set to the start of the workshop here."""
        super().__init__()
        self._step = step
        self._clock = clock
        self._practice = practice

    def compose(self) -> ComposeResult:
        yield TitleLine(program_name(), long_name(self._step))
        yield Plain(self._time(), id="clock")
        yield from self.text(self._text())
        yield Choices(self._answers())
        yield self.keys()

    def _answers(self) -> list[Answer]:
        answers = [Answer(BEGINS_NOW, _("The workshop begins now: set the clock to 0"))]
        return [*answers, Answer(PREPARED, prepared_choice())] if self._practice else answers

    def on_mount(self) -> None:
        self.set_interval(SECONDS_BETWEEN_LOOKS, self._show_time)

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123456789":
            self.query_one(Choices).answer(int(event.character))

    @on(Choices.Answered)
    def _answered(self, event: Choices.Answered) -> None:
        event.stop()
        if event.number == PREPARED:
            self.dismiss(True)
        else:
            self._clock.started = time.monotonic()
            self._show_time()

    def _show_time(self) -> None:
        self.query_one("#clock", Plain).update(self._time())

    def _time(self) -> str:
        block = block_for(self._step, language())
        if block is None:
            return ""
        minutes = int((time.monotonic() - self._clock.started) / 60)
        return clock_line(minutes, block.begins, block.ends)

    def _text(self) -> str:
        """The block and what counts for all; the whole guide where this step has no block of its own."""
        block = block_for(self._step, language())
        shown = blocks(language()) if block is None else (block,)
        parts = [f"> {page_in_english(language())}"] if in_english(language()) else []
        parts += [f"## {each.title}\n\n{each.text}" for each in shown]
        return "\n\n".join(parts if block is None else [*parts, when_late(language())])

    def action_close(self) -> None:
        self.dismiss(False)
