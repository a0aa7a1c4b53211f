"""The frame of every step: title, stepper, what to do, the thing itself, numbered answers, keys, lesson, language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen

from wizard.journey import StepName
from wizard.language.catalogs import _, available, own_name, pgettext
from wizard.language.step_names import (
    place,
    practice_word,
    prepared_choice,
    steps_to_prepare,
    stop_words,
)
from wizard.problems import KitError
from wizard.steps.everything import Everything
from wizard.steps.guide_panel import GuidePanel
from wizard.steps.lesson_panel import LessonPanel
from wizard.steps.names import LESSONS, program_name, short_names
from wizard.steps.put_back import PutBack
from wizard.steps.way import Way
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import KeyLine, Plain, Stepper, TitleLine
from wizard.widgets.photo_view import PhotoView

Action = tuple[str, Callable[[], None]]


class Step(Screen[object]):
    """One screen of the way. Subclasses say what to do, show the thing, and act on numbers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "everything", show=False),
        Binding("escape", "back", show=False),
        Binding("f1", "lesson", show=False),
        Binding("f2", "guide", show=False),
        Binding("pagedown", "read_on(1)", show=False, priority=True),
        Binding("pageup", "read_on(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Step { layout: vertical; }
    Step > #instruction { height: auto; padding: 0 1; margin: 1 0; text-style: bold; }
    Step > #body { height: 1fr; padding: 0 1; overflow-y: auto; }
    Step.practice > #body { border: ascii $text-warning; border-title-color: $text-warning; padding: 0; }
    Step > #message { height: auto; max-height: 6; padding: 0 1; color: $text-warning; text-style: bold; }
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

    @property
    def in_a_workshop(self) -> bool:
        """True where the facilitator's script belongs: workshops are held on practice photos."""
        return self.practice

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

    def actions(self) -> list[Action]:
        """What else can be done here, for the list behind 0."""
        return []

    def keys(self) -> list[tuple[str, str]]:
        """The keys in the last line, five at most."""
        return [
            ("0", pgettext("key", "All choices")),
            ("F1", pgettext("key", "Lesson")),
            ("Esc", pgettext("key", "Back")),
        ]

    def go_back(self) -> None:
        """What Esc does."""
        steps = list(StepName)
        if self.step.number > 1:
            self.way.go_to(steps[self.step.number - 2])

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

    def _say_how_to_read_on(self) -> None:
        """The key that scrolls is named wherever there is more text than room."""
        keys = self.keys()
        if any(body.max_scroll_y for body in self.query("#body")):
            keys.insert(1, (pgettext("key", "PgDn"), pgettext("key", "Read on")))
        for line in self.query(KeyLine):  # none while the step is drawn anew
            line.show(keys)

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

    def action_back(self) -> None:
        self.go_back()

    def action_lesson(self) -> None:
        self.app.push_screen(LessonPanel(LESSONS[self.step]))

    def action_guide(self) -> None:
        def read(prepared: bool | None) -> None:
            if prepared:
                self.choose_prepared_step()

        panel = GuidePanel(self.step, self.way.clock, practice=self.practice)
        self.app.push_screen(panel, read)

    def choose_prepared_step(self) -> None:
        """On practice photos: another step, with all that comes before it done."""

        def begin(chosen: int | None) -> None:
            if chosen is not None:
                self.way.begin_practice(list(StepName)[chosen])

        self.app.push_screen(Everything(steps_to_prepare(), prepared_choice()), begin)

    def action_read_on(self, pages: int) -> None:
        """Scrolls what does not fit."""
        body = self.query_one("#body")
        body.scroll_relative(y=pages * (body.size.height - 1), animate=False)

    def action_everything(self) -> None:
        """Opens the list of all that can be done here."""
        actions = [*self.actions(), *self._common_actions()]

        def act(chosen: int | None) -> None:
            if chosen is not None:
                actions[chosen][1]()

        self.app.push_screen(Everything([name for name, _act in actions]), act)

    def _common_actions(self) -> list[Action]:
        """Those that are not always there come last, so that the numbers of the others stay."""
        return [
            (_("Open the lesson for this step"), self.action_lesson),
            (_("Go back one step"), self.action_back),
            ("English, Español, 한국어 ...", self._choose_language),
            (stop_words(self.practice), self.way.leave),
            (_("Colors: light or dark"), self.way.change_colours),
            *self._exercises(),
            *self._guide(),
            *self._put_back(),
            *self._prepared(),
            *self._read_on(),
            *self._dots(),
        ]

    def _dots(self) -> list[Action]:
        """Where there are pictures, and the terminal draws them in both ways."""
        if not self.way.can_draw_dots or not self.query(PhotoView):
            return []
        return [(_("Photos: sharp, or drawn with blocks"), self.way.dots_or_blocks)]

    def _guide(self) -> list[Action]:
        if not self.in_a_workshop:
            return []
        return [(_("For facilitators: script and clock"), self.action_guide)]

    def _prepared(self) -> list[Action]:
        return [(prepared_choice(), self.choose_prepared_step)] if self.practice else []

    def _put_back(self) -> list[Action]:
        """Everything set aside can go back from every step, also what an earlier journey set aside."""
        try:
            if not self.way.journey.anything_to_put_back():
                return []
        except KitError:
            return []
        return [(_("Put them back: one, some or all"), self.open_put_back)]

    def open_put_back(self) -> None:
        """Shows what is set aside, to be put back."""

        def put_back(said: str | None) -> None:
            if said:
                self.message = said
            self.show_again()

        self.app.push_screen(PutBack(self.way), put_back)

    def _exercises(self) -> list[Action]:
        """Once practice photos were looked through, there is something to try on them."""
        if not self.practice or self.way.journey.scan is None:
            return []
        return [(_("Exercises with practice photos"), self.open_exercises)]

    def open_exercises(self) -> None:
        """Shows the list of exercises."""
        self.way.practise_more()

    def _read_on(self) -> list[Action]:
        if self.query_one("#body").max_scroll_y == 0:
            return []
        return [(_("Read on: the next lines"), lambda: self.action_read_on(1))]

    def _choose_language(self) -> None:
        codes = available()

        def speak(chosen: int | None) -> None:
            if chosen is not None:
                self.way.speak(codes[chosen])

        self.app.push_screen(Everything([own_name(code) for code in codes]), speak)

    def _focus_answers(self) -> None:
        for choices in self.query(Choices):
            choices.focus()
