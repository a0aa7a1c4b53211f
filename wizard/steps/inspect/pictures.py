"""The looking half of step 6: pictures side by side, in turn, closer, and where they differ. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.steps.inspect.looking import Layout, Looking
from wizard.steps.inspect.showing import ShowsPictures, size_of
from wizard.steps.step import Action
from wizard.widgets.compare import Compare
from wizard.widgets.sight import closest


class LookingStep(ShowsPictures):
    """The keys of looking. Subclasses say what is decided about the photos."""

    step = StepName.INSPECT
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "arrow(-1, 0)", show=False),
        Binding("right", "arrow(1, 0)", show=False),
        Binding("up", "arrow(0, -1)", show=False),
        Binding("down", "arrow(0, 1)", show=False),
        Binding("space,f,ㄹ", "flip", show=False),
        Binding("d,ㅇ", "difference", show=False),
        Binding("z,ㅋ,plus,equals_sign", "closer", show=False),
        Binding("x,ㅌ,minus", "farther", show=False),
        Binding("a,ㅁ", "strip", show=False),
    ]
    DEFAULT_CSS = """
    LookingStep > #body { padding: 0; overflow: hidden; }
    LookingStep #why { height: auto; padding: 0 1; }
    """

    def ways_to_look(self) -> list[Action]:
        """For the list behind 0."""
        return [
            (_("Flip: see both photos in the same place"), self.action_flip),
            (_("Difference: see where the two are not the same"), self.action_difference),
            (_("Closer: both photos larger, at the same spot"), self.action_closer),
            (_("Farther: back to the whole photos"), self.action_farther),
            (_("All photos of this group in a row"), self.action_strip),
        ]

    def action_flip(self) -> None:
        """One picture large; again the other one, in the same place; again both."""
        self._look(self._looking.flip)

    def action_difference(self) -> None:
        """Where the two differ; again both."""
        self._look(lambda: self._looking.toggle(Layout.DIFFERENCE))

    def action_strip(self) -> None:
        """As many of the group as have room; again two."""
        self._look(lambda: self._looking.toggle(Layout.STRIP))

    def action_closer(self) -> None:
        """Both photos twice as large; from the difference to what differs most, once that is known."""
        views = self.query_one(Compare).views
        if len(self._photos) < 2 or not views:
            return
        sizes = [size_of(self._photos[position]) for position in self._looking.pair]
        most = max(closest(size, *views[0].size) for size in sizes)
        difference = self._difference if self._looking.layout is Layout.DIFFERENCE else None
        if difference is not None and not difference.whole:
            return
        if difference is not None and difference.places:
            place = difference.in_the_first(difference.places[0])
            self._look(lambda: self._looking.look_at(place, most))
        else:
            self._look(lambda: self._looking.closer(most))

    def action_farther(self) -> None:
        """Half as large, until the whole is seen."""
        self._look(self._looking.farther)

    def action_arrow(self, across: int, down: int) -> None:
        """Closely, to another spot; else to another photo or group."""
        views = self.query_one(Compare).views
        if self._looking.sight.close and views:
            self._look(lambda: self._looking.move(across, down, self._seen_of_the_first(views[0])))
        elif across:
            self._mark(across)
        else:
            self.go_to_group(down)

    def go_to_group(self, step: int) -> None:
        """Shows another group."""
        raise NotImplementedError

    def _mark(self, step: int) -> None:
        photos = self._photos

        def beside(target: int) -> int:
            return self._inspection.partner(photos, target)

        self._look(lambda: self._looking.mark(step, len(photos), beside))

    def _look(self, change: Callable[[], None]) -> None:
        """Looks in another way, where there is more than one photo."""
        if len(self._photos) > 1:
            change()
            self.tell("")
            self.show_photos()

    def look_anew(self) -> None:
        """Another group is on the screen: its first two photos, whole."""
        self._looking = Looking()
        self.forget_the_group()
