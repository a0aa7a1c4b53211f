"""Pictures side by side, each with its facts below: one, two, or a strip of as many as have room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text
from textual.app import ComposeResult, RenderResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from wizard.widgets.photo_view import PhotoView, Subject

MOST = 6
"""Panes; more would be too small on the widest window tried, 120 columns."""
LEAST_WIDTH = 19
"""Columns of a pane in a strip: a name of twelve letters with its number."""


def panes_that_fit(columns: int) -> int:
    """How many pictures a strip holds in a window of so many columns."""
    return max(2, min(MOST, columns // LEAST_WIDTH))


@dataclass(frozen=True)
class Pane:
    """One picture's place. `subject` is None while it is read, or when `word` says why it cannot be shown."""

    lines: tuple[str, ...]
    subject: Subject | None
    word: str
    marked: bool


class Compare(Horizontal):
    """Shows the panes it is given; the marked one has its first line reversed."""

    DEFAULT_CSS = """
    Compare { height: 1fr; }
    Compare > .pane { width: 1fr; height: 1fr; padding: 0 1; }
    Compare > .pane > PhotoView { content-align: left bottom; }
    Compare > .pane > Static { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._panes: tuple[Pane, ...] = ()

    def compose(self) -> ComposeResult:
        for place in range(MOST):
            with Vertical(id=f"pane-{place}", classes="pane"):
                yield PhotoView(id=f"photo-{place}")
                yield Static(id=f"facts-{place}", markup=False)

    def show(self, panes: Sequence[Pane]) -> None:
        """Draws the panes side by side; one alone takes the whole width."""
        self._panes = tuple(panes)
        for place in range(MOST):
            self.query_one(f"#pane-{place}").display = place < len(panes)
        self._share_the_width()
        for place, pane in enumerate(panes):
            self._fill(place, pane)

    def on_resize(self) -> None:
        """Another window, other shares."""
        self._share_the_width()

    def _share_the_width(self) -> None:
        """Equally, to the cell: of two pictures of one size none may look larger."""
        share = self.size.width // max(1, len(self._panes))
        for place in range(len(self._panes)):
            self.query_one(f"#pane-{place}").styles.width = share or "1fr"

    @property
    def both_are_seen(self) -> bool:
        """True when two pictures are drawn side by side at this moment."""
        return len(self._panes) == 2 and self.drawn

    @property
    def drawn(self) -> bool:
        """True when no pane waits for its picture."""
        return all(pane.subject is not None for pane in self._panes)

    @property
    def views(self) -> list[PhotoView]:
        """Where the pictures of this moment are drawn, from left to right."""
        return [self.query_one(f"#photo-{place}", PhotoView) for place in range(len(self._panes))]

    def _fill(self, place: int, pane: Pane) -> None:
        view = self.query_one(f"#photo-{place}", PhotoView)
        if pane.subject is not None:
            view.show(pane.subject)
        else:
            view.say(pane.word)
        facts = Text(no_wrap=True, overflow="ellipsis")
        for number, line in enumerate(pane.lines):
            style = ("reverse" if pane.marked else "bold") if number == 0 else ""
            facts.append(line, style)
            facts.append("\n" if number < len(pane.lines) - 1 else "")
        self.query_one(f"#facts-{place}", Static).update(facts)


class ChoiceLine(Widget):
    """Numbered answers in one line, where the arrows are needed for pictures. As much space between as fits.

    In a language whose words are too long for it they take as many lines as they need.
    """

    DEFAULT_CSS = "ChoiceLine { height: auto; width: 100%; padding: 0 1; text-style: bold; }"
    WIDEST_GAP = 3

    def __init__(self, answers: Sequence[tuple[int, str]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.answers = tuple(answers)
        """The numbers and what each means."""

    def show(self, answers: Sequence[tuple[int, str]]) -> None:
        """Other answers from now on."""
        if tuple(answers) != self.answers:
            self.answers = tuple(answers)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the answers fill."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        return Text("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Text]:
        answers = [
            Text.assemble((f" {number} ", "reverse"), f" {text}") for number, text in self.answers
        ]
        used = sum(answer.cell_len for answer in answers)
        gap = (width - used) // max(1, len(answers) - 1)
        between = " " * max(1, min(self.WIDEST_GAP, gap))
        lines = [Text(no_wrap=True, overflow="ellipsis")]
        for answer in answers:
            if lines[-1].cell_len and lines[-1].cell_len + len(between) + answer.cell_len > width:
                lines.append(Text(no_wrap=True, overflow="ellipsis"))
            lines[-1].append(between if lines[-1].cell_len else "").append_text(answer)
        return lines
