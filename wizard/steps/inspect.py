"""Step 6: one group at a time, the pictures side by side. Nothing is chosen beforehand, and there is no "all"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from wizard.journey import Inspection, StepName
from wizard.journey.inspection import ENOUGH_FOR_TODAY, LookFirst
from wizard.language.catalogs import _, pgettext
from wizard.language.formats import number
from wizard.language.sentences import sentence_for
from wizard.likeness.groups import Photo
from wizard.pages.outside import TwoOfAGroup, two_on_screen
from wizard.problems import MayNotMove, ProblemKind
from wizard.steps.confirm_move import ConfirmMove
from wizard.steps.inspect_words import numbered, pane, partner, why, why_identical
from wizard.steps.looking_outside import LooksOutside
from wizard.steps.picture_shelf import PictureShelf
from wizard.steps.step import Action
from wizard.steps.way import Way
from wizard.widgets.compare import ChoiceLine, Compare, Pane
from wizard.widgets.frame import Plain


class Inspect(LooksOutside):
    """Looks at the groups, one after the other."""

    step = StepName.INSPECT
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "photo(-1)", show=False),
        Binding("right", "photo(1)", show=False),
        Binding("up", "group(-1)", show=False),
        Binding("down,enter", "group(1)", show=False),
        Binding("space", "flip", show=False),
    ]
    DEFAULT_CSS = """
    Inspect > #instruction { margin: 0; }
    Inspect > #body { padding: 0; overflow: hidden; }
    Inspect.practice > #body { border-top: none; border-bottom: none; }
    Inspect #why { height: 2; padding: 0 1; }
    """

    @dataclass
    class PicturesRead(Message):
        """The two pictures of the screen are there."""

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self._shelf = PictureShelf()
        self._marked = 0
        self._beside = 1
        self._flipped = False
        self._flipped_first = 0
        self._skip_finished_groups()

    @property
    def _inspection(self) -> Inspection:
        inspection = self.way.journey.inspection
        assert inspection is not None, "the way leads here only after a look"
        return inspection

    @property
    def _photos(self) -> Sequence[Photo]:
        return self._inspection.shown(self._inspection.group)

    def instruction(self) -> str:
        position, count = self._inspection.position + 1, len(self._inspection.groups)
        # Translators: {n} and {all} count groups of photos that look alike
        line = _("Group {n} of {all}.").format(n=number(position), all=number(count))
        if len(self._photos) < 2:
            return line + " " + _("This group is done.")
        if position == ENOUGH_FOR_TODAY:
            return line + " " + _("This is a good place to stop for today.")
        return line + " " + _("Look closely. Which photos stay?")

    def body(self) -> ComposeResult:
        yield Compare()
        yield Plain(id="why")

    def choices(self) -> ComposeResult:
        """In one line: the arrows are needed for the photos."""
        yield ChoiceLine(numbered(len(self._photos) - 1 if self._one_decision else None))

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("0", pgettext("key", "All choices")),
            ("< >", pgettext("key", "Photo")),
            ("Enter", pgettext("key", "Next group")),
            ("F1", pgettext("key", "Lesson")),
            ("Esc", pgettext("key", "Back")),
        ]

    @property
    def _one_decision(self) -> bool:
        return self._inspection.group.all_identical and len(self._photos) > 1

    def actions(self) -> list[Action]:
        return [
            (_("Next group"), lambda: self.action_group(1)),
            (_("Flip: see both photos in the same place"), self.action_flip),
            (_("Group before"), lambda: self.action_group(-1)),
            (_("I have looked enough. Go to the last step."), self._leave),
            *self.outside_actions(),
        ]

    def two_on_screen(self) -> TwoOfAGroup | None:
        library = self.way.journey.library
        if library is None or len(self._photos) < 2:
            return None
        positions = (self._marked, self._beside)
        return two_on_screen(self._inspection, positions, library.folder, practice=self.practice)

    def on_mount(self) -> None:
        self._show_pair()

    def show_again(self) -> None:
        self.refresh(recompose=True)
        self.call_after_refresh(self._show_pair)

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "1234":
            event.stop()
            self._number(int(event.character))

    def _number(self, number: int) -> None:
        self.tell("")
        if len(self._photos) < 2 or number == 3:
            self.action_group(1)
        elif number == 4:
            self.action_flip()
        else:
            self._decide(keep=number == 1)

    def _decide(self, *, keep: bool) -> None:
        photo = self._photos[self._marked]
        try:
            if keep and self._one_decision:
                for each in self._photos:
                    self._inspection.keep(each)
            elif keep:
                self._inspection.keep(photo)
            elif self._one_decision:
                self._keep_only(photo)
            else:
                self._see()
                self._inspection.set_aside(photo)
        except LookFirst as look:
            self._look_first(look)
        except MayNotMove as shut:
            self.tell(sentence_for(shut))
        self.way.journey.save()
        self._show_pair()
        if self._inspection.time_to_confirm:
            self._confirm(then=None)

    def _keep_only(self, photo: Photo) -> None:
        self._see()
        self._inspection.keep_only(photo)

    def _look_first(self, look: LookFirst) -> None:
        """Puts the two on the screen that must be seen together."""
        photos = list(self._photos)
        self._marked, self._beside = photos.index(look.leaves), photos.index(look.stays)
        # Translators: {a} and {b} are the numbers of two photos in their group
        text = _("First look at photos {a} and {b} together. Photo {b} stays. Then decide.")
        self.tell(text.format(a=number(self._marked + 1), b=number(self._beside + 1)))

    def action_photo(self, step: int) -> None:
        """Marks another photo. It is shown beside the one before it that stays."""
        photos = self._photos
        if len(photos) < 2:
            return
        target = (self._marked + step) % len(photos)
        if target != self._beside:
            self._beside = partner(photos, target, self._inspection)
        else:
            self._beside = self._marked
        self._marked = target
        self.tell("")
        self._show_pair()

    def action_group(self, step: int) -> None:
        """Shows another group; after the last one the step is over."""
        self.tell("")
        if self._inspection.go_to(self._inspection.position + step):
            self._marked, self._beside, self._flipped = 0, 1, False
            self.way.journey.save()
            self.show_again()
        elif step > 0:
            self._leave()

    def action_flip(self) -> None:
        """One picture large; again the other one, in the same place; again both."""
        if len(self._photos) < 2:
            return
        if self._flipped:
            self._marked, self._beside = self._beside, self._marked
            self._flipped = self._marked != self._flipped_first
        else:
            self._flipped, self._flipped_first = True, self._marked
        self._show_pair()

    def go_back(self) -> None:
        if self._flipped:
            self._flipped = False
            self._show_pair()
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
                    self.message = said
                    self._marked, self._beside = 0, 1
                    self.show_again()

        self.app.push_screen(ConfirmMove(self.way), confirmed)

    def _skip_finished_groups(self) -> None:
        """Goes on at the first group, from where the learner was, that still has something to decide."""
        start = self._inspection.position
        for position in range(start, len(self._inspection.groups)):
            if len(self._inspection.shown(self._inspection.groups[position])) > 1:
                self._inspection.go_to(position)
                return

    def _show_pair(self) -> None:
        """Draws the two photos, reading them first if need be."""
        photos = self._photos
        self._marked = min(self._marked, len(photos) - 1)
        self._beside = min(self._beside, len(photos) - 1)
        for compare in self.query(Compare):
            compare.show([self._pane(position) for position in self._positions()])
        for line in self.query("#why").results(Plain):
            line.update(self._why())
        self._see()
        if any(self._shelf.get(self._path(position)) is None for position in self._positions()):
            self._read([self._path(position) for position in self._positions()])

    def _see(self) -> None:
        """What is drawn side by side now was seen."""
        positions = self._positions()
        shown = [self._shelf.get(self._path(position)) for position in positions]
        if len(positions) == 2 and not any(isinstance(each, ProblemKind | None) for each in shown):
            self._inspection.saw(*(self._photos[position] for position in positions))

    def _positions(self) -> list[int]:
        """Which photos of the group are on the screen, from left to right."""
        if len(self._photos) < 2:
            return [0] if self._photos else []
        if self._flipped:
            return [self._marked]
        return sorted({self._marked, self._beside})

    @work(thread=True, exclusive=True, exit_on_error=False, group="pictures")
    def _read(self, paths: list[Path]) -> None:
        for path in paths:
            self._shelf.read(path)
        self.post_message(self.PicturesRead())

    @on(PicturesRead)
    def _draw(self) -> None:
        self._show_pair()

    def _path(self, position: int) -> Path:
        library = self.way.journey.library
        assert library is not None, "the way leads here only after a folder was chosen"
        return library.folder / self._photos[position].path

    def _pane(self, position: int) -> Pane:
        width = self.app.size.width // (1 if self._flipped else 2)
        shown = self._shelf.get(self._path(position))
        marked = position == self._marked
        return pane(self._inspection, self._photos, position, shown, marked=marked, width=width)

    def _why(self) -> str:
        photos = self._photos
        if len(photos) < 2:
            return ""
        if self._one_decision:
            return why_identical(photos, self.app.size.width)
        first, second = sorted((self._marked, self._beside))
        return why(photos[first], photos[second], self.app.size.width)
