"""What can be done at every step: back, lesson, guide, language, colours, putting back. `step_screen` is how it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from wizard.journey import StepName
from wizard.language.catalogs import _, available, own_name, pgettext
from wizard.language.step_names import prepared_choice, steps_to_prepare, stop_words
from wizard.problems import KitError
from wizard.steps.everything import Everything
from wizard.steps.guide_panel import GuidePanel
from wizard.steps.lesson_panel import LessonPanel
from wizard.steps.names import LESSONS
from wizard.steps.put_back import PutBack
from wizard.steps.step_screen import StepScreen
from wizard.widgets.photo_view import PhotoView

Action = tuple[str, Callable[[], None]]


class Step(StepScreen):
    """One screen of the way. Subclasses add what else can be done on theirs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "everything", show=False),
        Binding("escape", "back", show=False),
        Binding("f1", "lesson", show=False),
        Binding("f2", "guide", show=False),
    ]

    @property
    def in_a_workshop(self) -> bool:
        """True where the facilitator's script belongs: workshops are held on practice photos."""
        return self.practice

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
