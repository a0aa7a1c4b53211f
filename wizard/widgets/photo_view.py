"""One picture, drawn with quadrant blocks as large as its place allows, whole or a part of it."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image
from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from wizard.photos.close_up import WHOLE, Box, CloseUp
from wizard.widgets.colours import in_greys, shows_colours
from wizard.widgets.frames import Frame, drawn_over
from wizard.widgets.one_cell import signs_are_wide
from wizard.widgets.quadrants import Cell, dots_of, quadrants
from wizard.widgets.sight import WHOLE_IN_SIGHT, Sight, Window, window


@dataclass(frozen=True, eq=False)
class Subject:
    """What is to be seen. `size`: the original's pixels; `sharp`: a part read from the original, if there is one."""

    picture: Image.Image
    size: tuple[int, int]
    sight: Sight = WHOLE_IN_SIGHT
    sharp: CloseUp | None = None
    frames: tuple[Frame, ...] = ()

    def same_as(self, other: Subject | None) -> bool:
        """True when nothing has to be drawn anew. Pictures are compared by identity: their pixels are many."""
        if other is None or self.picture is not other.picture or self.sharp is not other.sharp:
            return False
        return (self.size, self.sight, self.frames) == (other.size, other.sight, other.frames)

    def source(self, seen: Box) -> CloseUp:
        """The sharper of the two that hold what is seen."""
        if self.sharp is not None and self.sharp.box.covers(seen):
            return self.sharp
        return CloseUp(self.picture, WHOLE)

    def too_coarse(self, seen: Window) -> bool:
        """True when the original would show more than what is there."""
        source = self.source(seen.box)
        per_width = source.picture.width / source.box.width
        return per_width * 1.01 < min(self.size[0], seen.columns * 2 / seen.box.width)


class PhotoView(Widget):
    """Shows a picture, or a word in its place while there is none."""

    DEFAULT_CSS = "PhotoView { width: 1fr; height: 1fr; min-height: 3; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._subject: Subject | None = None
        self._word = ""
        self._cells: list[list[Cell]] = []
        self._drawn_at: Size | None = None

    def show(self, subject: Subject | Image.Image) -> None:
        """Draws this from now on."""
        if isinstance(subject, Image.Image):
            subject = Subject(subject, subject.size)
        if not subject.same_as(self._subject):
            self._subject, self._drawn_at = subject, None
            self.refresh()

    def say(self, word: str) -> None:
        """Shows a short text instead of a picture."""
        self._subject, self._word, self._drawn_at = None, word, None
        self.refresh()

    @property
    def seen(self) -> Box:
        """The part of the picture that is seen now."""
        return self._window(self._subject).box if self._subject else WHOLE

    @property
    def too_coarse(self) -> bool:
        """True when the original would show more of what is seen than is drawn now."""
        if self._subject is None or not self.size.area:
            return False
        return self._subject.too_coarse(self._window(self._subject))

    def _window(self, subject: Subject) -> Window:
        return window(subject.size, self.size.width, self.size.height, subject.sight)

    def render_line(self, y: int) -> Strip:
        if self._subject is None:
            return self._word_line(y)
        if self._drawn_at != self.size:
            self._draw(self._subject)
        top = (self.size.height - len(self._cells)) // 2
        if not 0 <= y - top < len(self._cells):
            return Strip.blank(self.size.width, self.rich_style)
        row = self._cells[y - top]
        left = (self.size.width - len(row)) // 2
        segments = [Segment(" " * left, self.rich_style)]
        segments += [Segment(cell.block, _style(cell)) for cell in row]
        return Strip(segments).extend_cell_length(self.size.width, self.rich_style)

    def _draw(self, subject: Subject) -> None:
        seen = self._window(subject)
        source = subject.source(seen.box)
        cut = seen.box.inside(source.box).pixels(source.picture.size)
        # A pixel larger than a dot is shown as the square it is, unless it is only a sketch of the original.
        nearest = source is subject.sharp and cut[2] - cut[0] < seen.columns * 2
        way = Image.Resampling.NEAREST if nearest else Image.Resampling.LANCZOS
        dots = dots_of(source.picture, seen.columns, seen.rows, cut, way)
        shown = dots if shows_colours(self.app) else in_greys(dots, self.app)
        cells = quadrants(shown, one_cell=signs_are_wide(self.app))
        self._cells = drawn_over(cells, subject.frames, seen.box)
        self._drawn_at = self.size

    def _word_line(self, y: int) -> Strip:
        if y != self.size.height // 2:
            return Strip.blank(self.size.width, self.rich_style)
        left = max(0, (self.size.width - cell_len(self._word)) // 2)
        line = Strip([Segment(" " * left + self._word, self.rich_style)])
        return line.adjust_cell_length(self.size.width, self.rich_style)


def _style(cell: Cell) -> Style:
    return Style.from_color(Color.from_rgb(*cell.foreground), Color.from_rgb(*cell.background))
