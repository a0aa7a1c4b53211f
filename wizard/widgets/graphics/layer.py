"""Dots over the blocks: drawn after each frame, only on the screen that is on top, and taken away again.

The blocks are always there. Whatever comes over a picture, a list, another step, a smaller window, writes
cells anew: that erases Sixel, and Kitty's pictures are told to go. So a picture is drawn whole or not at all.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from textual.errors import NoWidget
from textual.geometry import Offset, Size
from textual.screen import Screen

from wizard.widgets.graphics.kitty import NUMBERS, forget
from wizard.widgets.graphics.terminal import Ability, Terminal
from wizard.widgets.graphics.tiles import Tile, tiles
from wizard.widgets.photo_view import Drawing, Memory, PhotoView

KEPT = 4
"""Pictures, of up to 2 MB each: two photos flipped, whole and close."""


@dataclass(eq=False)
class Drawn:
    """One view's picture in dots on its `ground`. `tiles` is None while it is made, `at` while it is not on the screen."""

    drawing: Drawing
    ground: tuple[int, int, int]
    number: int
    tiles: tuple[Tile, ...] | None = None
    at: Offset | None = None
    begun: bool = False


@dataclass(frozen=True)
class Made:
    """What draws a picture, kept for when it is flipped back to."""

    of: Memory
    number: int
    tiles: tuple[Tile, ...]


@dataclass
class Layer:
    """What is drawn over the blocks of one terminal."""

    terminal: Terminal
    ability: Ability
    cell: Size
    _drawn: dict[PhotoView, Drawn] = field(default_factory=dict)
    _to_make: list[Drawn] = field(default_factory=list)
    _made: deque[Made] = field(default_factory=lambda: deque(maxlen=KEPT))

    def follow(self, screen: Screen[object]) -> bool:
        """After a frame of the screen on top: draws what is ready, takes away what should not be there.

        Returns whether something has to be made first, see `next_wanted` and `tiles_of`.
        """
        places = _places(screen)
        for view in [view for view in self._drawn if view not in places]:
            self._take_away(self._drawn.pop(view))
        for view, (drawing, at) in places.items():
            drawn = self._drawn.get(view)
            if drawn is None or not drawing.same_as(drawn.drawing):
                ground = view.background_colors[1].rgb
                drawn = self._drawn[view] = self._new(drawing, ground, drawn)
            self._show(view, drawn, at)
        self.terminal.flush()
        self._to_make = [each for each in self._drawn.values() if not (each.tiles or each.begun)]
        return bool(self._to_make)

    def next_wanted(self) -> Drawn | None:
        """What is to be made, each once; None when everything is made. For another thread."""
        for drawn in self._to_make:
            if not drawn.begun:
                drawn.begun = True
                return drawn
        return None

    def tiles_of(self, drawn: Drawn, *, grey: bool) -> tuple[Tile, ...]:
        """Makes a picture. Takes up to a second: for another thread."""
        return tiles(drawn.drawing, self.ability, self.cell, drawn.number, drawn.ground, grey=grey)

    def made(self, drawn: Drawn, tiles: tuple[Tile, ...]) -> None:
        """A picture is ready for `follow` to draw, and kept for when it is flipped back to."""
        drawn.tiles = tiles
        self._made.append(Made(Memory(drawn.drawing), drawn.number, tiles))

    def clear(self) -> None:
        """Takes everything away."""
        for drawn in self._drawn.values():
            self._take_away(drawn)
        self._drawn.clear()
        self.terminal.flush()

    def _new(self, drawing: Drawing, ground: tuple[int, int, int], before: Drawn | None) -> Drawn:
        if before is None:
            return Drawn(drawing, ground, self._free_number())
        if before.drawing.cells != drawing.cells:
            self._take_away(before)
        kept = (
            made.tiles
            for made in self._made
            if made.number == before.number and made.of.is_of(drawing)
        )
        return Drawn(drawing, ground, before.number, next(kept, None))

    def _free_number(self) -> int:
        taken = {drawn.number for drawn in self._drawn.values()}
        return next(number for number in NUMBERS if number not in taken)

    def _show(self, view: PhotoView, drawn: Drawn, at: Offset) -> None:
        if drawn.tiles is None:
            return
        stays = self.ability.kitty or not view.painted_over
        if drawn.at == at and stays:
            return
        view.painted_over = False
        drawn.at = at
        drawing = "".join(
            f"\x1b[{at.y + tile.row + 1};{at.x + tile.column + 1}H{tile.sequence}"
            for tile in drawn.tiles
        )
        self.terminal.write(f"\x1b7{drawing}\x1b8")  # 7 and 8: the cursor and its colours come back

    def _take_away(self, drawn: Drawn) -> None:
        if self.ability.kitty:
            self.terminal.write(forget(drawn.number))


def _places(screen: Screen[object]) -> dict[PhotoView, tuple[Drawing, Offset]]:
    """The views of which every cell is seen, what each draws, and where on the screen it begins."""
    found = {}
    for view in screen.query(PhotoView):
        drawing = view.drawing
        if drawing is None or not view.display or view.waits:
            continue
        try:
            place = screen.find_widget(view)
        except NoWidget:  # it is just being composed
            continue
        cells = drawing.cells.translate(place.region.offset)
        if place.clip.contains_region(cells) and screen.size.region.contains_region(cells):
            found[view] = drawing, cells.offset
    return found
