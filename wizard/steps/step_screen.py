"""How every step looks: title, stepper, what to do, the thing itself, numbered answers, keys. Offers nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen

from wizard.journey import StepName
from wizard.language.catalogs import pgettext
from wizard.language.step_names import place, practice_word
from wizard.steps.names import program_name, short_names
from wizard.steps.way import Way
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import KeyLine, Plain, Stepper, TitleLine


class StepScreen(Screen[object]):
    """One screen of the way. Subclasses say what to do, show the thing, and act on numbers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "read_on(1)", show=False, priority=True),
        Binding("pageup", "read_on(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    StepScreen { layout: vertical; }
    StepScreen > #instruction { height: auto; padding: 0 1; margin: 1 0; text-style: bold; }
    StepScreen > #body { height: 1fr; padding: 0 1; overflow-y: auto; }
    StepScreen.practice > #body { border: ascii $text-warning; border-title-color: $text-warning; padding: 0; }
    StepScreen > #message { height: auto; max-height: 6; padding: 0 1; color: $text-warning; text-style: bold; }
    """
    step: ClassVar[StepName]

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way
        self.message = ""
        """What the learner is told about the last thing tried; empty most of the time."""

    @property
    def practice(self) -> bool:
        """True on practice photos."""
        return self.way.journey.practice

    def instruction(self) -> str:
        """One sentence that says what to do."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """The thing itself."""
        yield from ()

    def answers(self) -> Sequence[Answer]:
        """The numbered answers of this moment."""
        return ()

    def focused_answer(self) -> int | None:
        """The answer on which the mark stands first."""
        return None

    def answered(self, number: int) -> None:
        """Acts on a numbered answer."""

    def keys(self) -> list[tuple[str, str]]:
        """The keys in the last line, five at most."""
        return []

    def compose(self) -> ComposeResult:
        self.set_class(self.practice, "practice")
        yield TitleLine(program_name(), self.place(), self.practice_word())
        yield Stepper(short_names(), self.step.number)
        yield Plain(self.instruction(), id="instruction")
        with Vertical(id="body") as body:
            body.border_title = self.practice_word()
            yield from self.body()
        message = Plain(self.message, id="message")
        message.display = bool(self.message)
        yield message
        yield from self.choices()
        yield KeyLine(self.keys())

    def choices(self) -> ComposeResult:
        """The numbered answers, one below the other."""
        answers = self.answers()
        if answers:
            yield Choices(answers, focused=self.focused_answer())

    def place(self) -> str:
        """Where the learner is."""
        return place(self.step)

    def practice_word(self) -> str:
        """Empty on the learner's own photos."""
        return practice_word(self.way.journey)

    def on_mount(self) -> None:
        """The answers are what the keys act on first."""
        self._focus_answers()
        self.call_after_refresh(self._say_how_to_read_on)

    def on_resize(self) -> None:
        """Another window, another place where the text ends."""
        self.call_after_refresh(self._say_how_to_read_on)

    def show_again(self) -> None:
        """Draws the step anew: another phase, another language. What was answered stays."""
        self.refresh(recompose=True)
        self.call_after_refresh(self._focus_answers)
        self.call_after_refresh(self._say_how_to_read_on)

    def tell(self, message: str) -> None:
        """Says one thing above the answers, until something else happens."""
        self.message = message
        for line in self.query("#message").results(Plain):
            line.update(message)
            line.display = bool(message)  # an empty line is room for a picture

    def on_key(self, event: events.Key) -> None:
        """A digit answers at once, wherever the focus is."""
        if event.character and event.character in "123456789":
            for choices in self.query(Choices):
                if choices.answer(int(event.character)):
                    event.stop()
                    return

    @on(Choices.Answered)
    def _on_answered(self, event: Choices.Answered) -> None:
        event.stop()
        self.tell("")
        self.answered(event.number)

    def action_read_on(self, pages: int) -> None:
        """Scrolls what does not fit."""
        body = self.query_one("#body")
        body.scroll_relative(y=pages * (body.size.height - 1), animate=False)

    def _focus_answers(self) -> None:
        for choices in self.query(Choices):
            choices.focus()

    def _say_how_to_read_on(self) -> None:
        """The key that scrolls is named wherever there is more text than room."""
        keys = self.keys()
        if any(body.max_scroll_y for body in self.query("#body")):
            keys.insert(1, (pgettext("key", "PgDn"), pgettext("key", "Read on")))
        for line in self.query(KeyLine):  # none while the step is drawn anew
            line.show(keys)
