"""Step 6: one group at a time, the pictures side by side. Nothing is chosen beforehand, and there is no "all"."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wizard.journey import StepName
from wizard.journey.inspection import LookFirst
from wizard.language.catalogs import _, pgettext
from wizard.language.inspecting import group_line, look_first_words
from wizard.language.sentences import sentence_for
from wizard.likeness.groups import Photo
from wizard.pages.outside import TwoOfAGroup, two_on_screen
from wizard.problems import MayNotMove
from wizard.steps.confirm_move import ConfirmMove
from wizard.steps.inspect.looking import Looking
from wizard.steps.inspect.outside import LooksOutside
from wizard.steps.inspect.pictures import LookingStep
from wizard.steps.inspect.words import decisions, ways
from wizard.steps.step import Action
from wizard.steps.way import Way
from wizard.widgets.compare import ChoiceLine
from wizard.widgets.frame import Plain


class Inspect(LookingStep, LooksOutside):
    """Decides about the groups, one after the other."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "group(1)", show=False)]
    DEFAULT_CSS = """
    Inspect > #instruction { margin: 0; }
    Inspect.practice > #body { border-top: none; border-bottom: none; }
    """

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self._inspection.skip_finished()

    def instruction(self) -> str:
        return group_line(self._inspection)

    def choices(self) -> ComposeResult:
        """In two lines: the arrows are needed for the photos."""
        yield ChoiceLine(self._decisions(), id="decisions")
        yield ChoiceLine(ways(viewer=not self.way.journey.shared_computer), id="ways")

    def _decisions(self) -> list[tuple[int, str]]:
        return decisions(len(self._photos) - 1 if self._one_decision else None)

    def keys(self) -> list[tuple[str, str]]:
        every = ("0", pgettext("key", "All choices"))
        following = ("Enter", pgettext("key", "Next group"))
        if self._looking.sight.close:
            move = (pgettext("key", "Arrows"), pgettext("key", "Move"))
            return [every, move, following, ("Esc", pgettext("key", "Whole photos"))]
        return [
            every,
            ("< >", pgettext("key", "Photo")),
            following,
            ("F1", pgettext("key", "Lesson")),
            ("Esc", pgettext("key", "Back")),
        ]

    @property
    def _one_decision(self) -> bool:
        return self._inspection.group.all_identical and len(self._photos) > 1

    def actions(self) -> list[Action]:
        flip, *other_ways = self.ways_to_look()
        return [
            (_("Next group"), lambda: self.action_group(1)),
            flip,
            (_("Group before"), lambda: self.action_group(-1)),
            (_("I have looked enough. Go to the last step."), self._leave),
            *other_ways,
            *self.outside_actions(),
        ]

    def two_on_screen(self) -> TwoOfAGroup | None:
        library = self.way.journey.library
        if library is None or len(self._photos) < 2:
            return None
        pair = self._looking.pair
        return two_on_screen(self._inspection, pair, library.folder, practice=self.practice)

    def on_mount(self) -> None:
        self.show_photos()

    def show_again(self) -> None:
        self.refresh(recompose=True)
        self.call_after_refresh(self.show_photos)

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "1234567":
            event.stop()
            self._number(int(event.character))

    def _number(self, number: int) -> None:
        self.tell("")
        if len(self._photos) < 2:
            self.action_group(1)
            return
        match number:
            case 1 | 2:
                self._decide(keep=number == 1)
            case 3:
                self.action_group(1)
            case 4:
                self.action_flip()
            case 5:
                self.action_difference()
            case 6:
                self.action_closer()
            case 7:
                self.action_farther()

    def _decide(self, *, keep: bool) -> None:
        photo = self._photos[self._looking.marked]
        try:
            if keep and self._one_decision:
                for each in self._photos:
                    self._inspection.keep(each)
            elif keep:
                self._inspection.keep(photo)
            elif self._one_decision:
                self._keep_only(photo)
            else:
                self.note_what_was_seen()
                self._inspection.set_aside(photo)
        except LookFirst as look:
            self._look_first(look)
        except MayNotMove as shut:
            self.tell(sentence_for(shut))
        self.way.journey.save()
        self.show_photos()
        if self._inspection.time_to_confirm:
            self._confirm(then=None)

    def _keep_only(self, photo: Photo) -> None:
        self.note_what_was_seen()
        self._inspection.keep_only(photo)

    def _look_first(self, look: LookFirst) -> None:
        """Puts the two on the screen that must be seen together."""
        photos = list(self._photos)
        leaves, stays = photos.index(look.leaves), photos.index(look.stays)
        self._looking = Looking(leaves, stays)
        self.tell(look_first_words(leaves + 1, stays + 1))

    def go_to_group(self, step: int) -> None:
        """Shows another group; after the last one the step is over."""
        self.tell("")
        if self._inspection.go_to(self._inspection.position + step):
            self.way.journey.save()
            self.show_group()
        elif step > 0:
            self._leave()

    def action_group(self, step: int) -> None:
        self.go_to_group(step)

    def show_group(self) -> None:
        """The group of this moment, from its first two photos."""
        self.look_anew()
        self.query_one("#instruction", Plain).update(self.instruction())
        self.query_one("#decisions", ChoiceLine).show(self._decisions())
        self.show_photos()

    def go_back(self) -> None:
        if self._looking.step_back():
            self.show_photos()
        elif self._inspection.decided:
            self._confirm(then=StepName.REVIEW)
        else:
            self.way.go_to(StepName.REVIEW)

    def _leave(self) -> None:
        if self._inspection.decided:
            self._confirm(then=StepName.FINISH)
        else:
            self.way.go_to(StepName.FINISH)

    def _confirm(self, *, then: StepName | None) -> None:
        def confirmed(said: str | None) -> None:
            if said is not None:
                if then is not None:
                    self.way.go_to(then, said)
                else:
                    self.show_group()
                    self.tell(said)

        self.app.push_screen(ConfirmMove(self.way), confirmed)
