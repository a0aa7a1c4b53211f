"""How the learner looks at a group: which photo is marked, beside which, how close. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from math import log2

from wizard.photos.close_up import Box
from wizard.widgets.sight import Sight

FILLED = 0.7
"""Share of the window that a place fills when one goes to it, about: what is around tells where one is."""
LEAST_PLACE = 0.03
"""Share of a side. A digit that differs is smaller, and the number round it is to be seen whole."""


class Layout(Enum):
    """What is on the screen."""

    PAIR = auto()
    """The marked photo beside another one."""
    ONE = auto()
    """The marked photo alone, large."""
    DIFFERENCE = auto()
    """Where the two of the pair differ."""
    STRIP = auto()
    """As many of the group as have room."""


@dataclass
class Looking:
    """Positions count from 0 within the group."""

    marked: int = 0
    beside: int = 1
    layout: Layout = Layout.PAIR
    sight: Sight = field(default_factory=Sight)
    _flipped_first: int = 0

    @property
    def pair(self) -> tuple[int, int]:
        """The two that are compared, the earlier one first."""
        return min(self.marked, self.beside), max(self.marked, self.beside)

    def stay_within(self, count: int) -> None:
        """The group has only so many photos now."""
        self.marked, self.beside = min(self.marked, count - 1), min(self.beside, count - 1)

    def positions(self, count: int, fitting: int) -> list[int]:
        """Which of `count` photos are on the screen, from left to right; a strip holds `fitting`."""
        if count < 2:
            return list(range(count))
        match self.layout:
            case Layout.ONE | Layout.DIFFERENCE:
                return [self.marked]
            case Layout.STRIP:
                first = max(0, min(self.marked - fitting // 2, count - fitting))
                return list(range(first, min(count, first + fitting)))
            case Layout.PAIR:
                return list(self.pair)

    def mark(self, step: int, count: int, partner: Callable[[int], int]) -> None:
        """Marks another photo; it is shown beside its `partner`, or beside the one marked before."""
        target = (self.marked + step) % count
        self.beside = partner(target) if target != self.beside else self.marked
        self.marked = target

    def flip(self) -> None:
        """One photo large; again the other one, in the same place; again both."""
        if self.layout is not Layout.ONE:
            self.layout, self._flipped_first = Layout.ONE, self.marked
            return
        self.marked, self.beside = self.beside, self.marked
        if self.marked == self._flipped_first:
            self.layout = Layout.PAIR

    @property
    def flips_back(self) -> bool:
        """True when to flip once more shows both; else it shows the other one."""
        return self.beside == self._flipped_first

    def toggle(self, layout: Layout) -> None:
        """Shows this, the whole of it, or the pair again."""
        self.sight = Sight()
        self.layout = Layout.PAIR if self.layout is layout else layout

    def closer(self, most: float) -> None:
        """Twice as large, both photos at the same spot."""
        if self.layout in (Layout.STRIP, Layout.DIFFERENCE):
            self.layout = Layout.PAIR
        self.sight = self.sight.closer(most)

    def look_at(self, place: Box, most: float) -> None:
        """Both photos at this place, so large that it fills most of the window."""
        self.layout = Layout.PAIR
        times = 2 ** round(log2(max(2.0, FILLED / max(place.width, place.height, LEAST_PLACE))))
        middle = (place.left + place.right) / 2, (place.top + place.bottom) / 2
        self.sight = Sight(min(float(times), most), *middle)

    def farther(self) -> None:
        """Half as large."""
        self.sight = self.sight.farther()

    def move(self, across: int, down: int, seen: Box) -> None:
        """To another spot of both photos."""
        self.sight = self.sight.moved(across, down, seen)

    def step_back(self) -> bool:
        """What Esc does first: the whole photo, then the pair. False when there is nothing to undo."""
        if self.sight.close:
            self.sight = Sight()
        elif self.layout is not Layout.PAIR:
            self.layout = Layout.PAIR
        else:
            return False
        return True
