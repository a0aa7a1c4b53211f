"""One picture, drawn with quadrant blocks as large as its place allows, whole or a part of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from weakref import ref

from PIL import Image
from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from wizard.photos.close_up import WHOLE, Box, CloseUp
from wizard.widgets.cells import BLOCK, Cell, cell_shape, dots_across
from wizard.widgets.colours import in_greys, shows_colours
from wizard.widgets.frames import Frame, drawn_over
from wizard.widgets.one_cell import signs_are_wide
from wizard.widgets.sight import WHOLE_IN_SIGHT, Sight, Window, window


@dataclass(frozen=True, eq=False)
class Subject:
    """What is to be seen. `size`: the original's pixels; `sharp`: a part read from the original, if there is one.

    `awaited`: a sharper part is being read.
    """

    picture: Image.Image
    size: tuple[int, int]
    sight: Sight = WHOLE_IN_SIGHT
    sharp: CloseUp | None = None
    frames: tuple[Frame, ...] = ()
    awaited: bool = False

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

    def too_coarse(self, seen: Window, dots: int) -> bool:
        """True when the original would show more than what is there, in so many dots across."""
        source = self.source(seen.box)
        per_width = source.picture.width / source.box.width
        return per_width * 1.01 < min(self.size[0], dots / seen.box.width)

    def in_dots(self, seen: Window, size: tuple[int, int]) -> Image.Image:
        """What is seen, in so many dots across and down."""
        source = self.source(seen.box)
        cut = seen.box.inside(source.box).pixels(source.picture.size)
        # A pixel larger than a dot is shown as the square it is, unless it is only a sketch of the original.
        nearest = source is self.sharp and cut[2] - cut[0] < size[0]
        way = Image.Resampling.NEAREST if nearest else Image.Resampling.LANCZOS
        return source.picture.resize(size, way, cut)


@dataclass(frozen=True, eq=False)
class Drawing:
    """What a view draws: of a subject the part that is seen, in these cells of the view."""

    subject: Subject
    seen: Window
    cells: Region

    def same_as(self, other: Drawing) -> bool:
        """True when nothing has to be drawn anew."""
        same_place = (self.seen, self.cells.size) == (other.seen, other.cells.size)
        return same_place and self.subject.same_as(other.subject)


class Memory:
    """Knows a drawing again without holding its pictures, which are large."""

    def __init__(self, drawing: Drawing) -> None:
        subject = drawing.subject
        self._picture = ref(subject.picture)
        self._sharp = ref(subject.sharp) if subject.sharp else None
        self._like_this = _all_but_the_pictures(drawing)

    def is_of(self, drawing: Drawing) -> bool:
        """True when nothing has to be drawn anew."""
        subject, sharp = drawing.subject, self._sharp() if self._sharp else None
        same_pictures = self._picture() is subject.picture and sharp is subject.sharp
        return same_pictures and self._like_this == _all_but_the_pictures(drawing)


def _all_but_the_pictures(drawing: Drawing) -> tuple[object, ...]:
    subject = drawing.subject
    return drawing.seen, drawing.cells.size, subject.size, subject.sight, subject.frames


class PhotoView(Widget):
    """Shows a picture, or a word in its place while there is none."""

    DEFAULT_CSS = """
    PhotoView { width: 1fr; height: 1fr; min-height: 3; content-align: center middle; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._subject: Subject | None = None
        self._word = ""
        self._cells: list[list[Cell]] = []
        self._drawn_at: tuple[Size, Window] | None = None
        self.painted_over = False
        """Set whenever the cells are written anew: what was drawn over them is gone."""

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

    def wait_no_longer(self) -> None:
        """It will not become sharper than it is."""
        if self._subject is not None and self._subject.awaited:
            self._subject = replace(self._subject, awaited=False)
            self.refresh()

    @property
    def seen(self) -> Box:
        """The part of the picture that is seen now."""
        return self._window(self._subject).box if self._subject else WHOLE

    @property
    def longer_side(self) -> int:
        """Pixels that the longer side of what is seen needs to be sharp on this screen."""
        if self._subject is None:
            return 0
        seen, (width, height) = self._window(self._subject), self._subject.size
        shape = (seen.box.height * height) / (seen.box.width * width)
        return round(self._dots_across(seen) * max(1.0, shape))

    @property
    def too_coarse(self) -> bool:
        """True when the original would show more of what is seen than is drawn now."""
        if self._subject is None or not self.size.area:
            return False
        seen = self._window(self._subject)
        return self._subject.too_coarse(seen, self._dots_across(seen))

    @property
    def waits(self) -> bool:
        """True while the original is read for what is seen: so long blocks do, dots would be made twice."""
        return self._subject is not None and self._subject.awaited and self.too_coarse

    @property
    def drawing(self) -> Drawing | None:
        """What is to be drawn and in which cells; None while there is no picture."""
        if self._subject is None or not self.size.area:
            return None
        seen = self._window(self._subject)
        across, down = self.styles.content_align
        left = _begin(across, self.size.width - seen.columns)
        top = _begin(down, self.size.height - seen.rows)
        return Drawing(self._subject, seen, Region(left, top, seen.columns, seen.rows))

    def _dots_across(self, seen: Window) -> int:
        return seen.columns * dots_across(self.app)

    def _window(self, subject: Subject) -> Window:
        shape = cell_shape(self.app)
        return window(subject.size, self.size.width, self.size.height, subject.sight, shape)

    def render_lines(self, crop: Region) -> list[Strip]:
        self.painted_over = True
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        drawing = self.drawing
        if drawing is None:
            return self._word_line(y)
        if self._drawn_at != (self.size, drawing.seen):
            self._draw(drawing)
        if not 0 <= y - drawing.cells.y < len(self._cells):
            return Strip.blank(self.size.width, self.rich_style)
        segments = [Segment(" " * drawing.cells.x, self.rich_style)]
        segments += [Segment(cell.block, _style(cell)) for cell in self._cells[y - drawing.cells.y]]
        return Strip(segments).extend_cell_length(self.size.width, self.rich_style)

    def _draw(self, drawing: Drawing) -> None:
        from wizard.widgets.quadrants import quadrants  # brings numpy: not for the first screen

        subject, seen = drawing.subject, drawing.seen
        dots = subject.in_dots(seen, (seen.columns * BLOCK.width, seen.rows * BLOCK.height))
        shown = dots if shows_colours(self.app) else in_greys(dots, self.app)
        cells = quadrants(shown, one_cell=signs_are_wide(self.app))
        self._cells = drawn_over(cells, subject.frames, seen.box)
        self._drawn_at = self.size, drawing.seen

    def _word_line(self, y: int) -> Strip:
        if y != self.size.height // 2:
            return Strip.blank(self.size.width, self.rich_style)
        left = max(0, (self.size.width - cell_len(self._word)) // 2)
        line = Strip([Segment(" " * left + self._word, self.rich_style)])
        return line.adjust_cell_length(self.size.width, self.rich_style)


def _begin(align: str, free: int) -> int:
    """Where the picture begins, when so many cells are left beside it."""
    if align in ("left", "top"):
        return 0
    return free if align in ("right", "bottom") else free // 2


def _style(cell: Cell) -> Style:
    return Style.from_color(Color.from_rgb(*cell.foreground), Color.from_rgb(*cell.background))
