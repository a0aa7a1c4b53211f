"""One picture, drawn with quadrant blocks as large as its place allows. Enough to recognise, never to judge."""

from __future__ import annotations

from PIL import Image
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from wizard.widgets.quadrants import Cell, fitting, quadrants


class PhotoView(Widget):
    """Shows a picture, or a word in its place while there is none."""

    DEFAULT_CSS = "PhotoView { width: 1fr; height: 1fr; min-height: 3; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._picture: Image.Image | None = None
        self._word = ""
        self._cells: list[list[Cell]] = []
        self._drawn_at: Size | None = None

    def show(self, picture: Image.Image) -> None:
        """Draws this picture from now on."""
        self._picture, self._drawn_at = picture, None
        self.refresh()

    def say(self, word: str) -> None:
        """Shows a short text instead of a picture."""
        self._picture, self._word, self._drawn_at = None, word, None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        if self._picture is None:
            return self._word_line(y)
        if self._drawn_at != self.size:
            self._draw(self._picture)
        top = (self.size.height - len(self._cells)) // 2
        if not 0 <= y - top < len(self._cells):
            return Strip.blank(self.size.width, self.rich_style)
        row = self._cells[y - top]
        left = (self.size.width - len(row)) // 2
        segments = [Segment(" " * left, self.rich_style)]
        segments += [Segment(cell.block, _style(cell)) for cell in row]
        return Strip(segments).extend_cell_length(self.size.width, self.rich_style)

    def _draw(self, picture: Image.Image) -> None:
        columns, rows = fitting(*picture.size, self.size.width, self.size.height)
        self._cells = quadrants(picture, columns, rows)
        self._drawn_at = self.size

    def _word_line(self, y: int) -> Strip:
        if y != self.size.height // 2:
            return Strip.blank(self.size.width, self.rich_style)
        left = max(0, (self.size.width - cell_len(self._word)) // 2)
        line = Strip([Segment(" " * left + self._word, self.rich_style)])
        return line.adjust_cell_length(self.size.width, self.rich_style)


def _style(cell: Cell) -> Style:
    return Style(
        color=f"rgb{cell.foreground}".replace(" ", ""),
        bgcolor=f"rgb{cell.background}".replace(" ", ""),
    )
