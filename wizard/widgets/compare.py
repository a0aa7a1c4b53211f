"""Two pictures side by side, or one large in the same place, each with its facts below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from wizard.widgets.photo_view import PhotoView


@dataclass(frozen=True)
class Pane:
    """One picture's place. `picture` is None while it is read, or when `word` says why it cannot be shown."""

    lines: tuple[str, ...]
    picture: Image.Image | None
    word: str
    marked: bool


class Compare(Horizontal):
    """Shows one or two panes; the marked one has its first line reversed."""

    DEFAULT_CSS = """
    Compare { height: 1fr; }
    Compare > .pane { width: 1fr; height: 1fr; padding: 0 1; }
    Compare > .pane > Static { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._panes: tuple[Pane, ...] = ()

    def compose(self) -> ComposeResult:
        for side in ("left", "right"):
            with Vertical(id=side, classes="pane"):
                yield PhotoView(id=f"{side}-photo")
                yield Static(id=f"{side}-facts", markup=False)

    def show(self, panes: Sequence[Pane]) -> None:
        """Draws one or two panes; with one it takes the whole width."""
        self._panes = tuple(panes)
        for number, side in enumerate(("left", "right")):
            self.query_one(f"#{side}").display = number < len(panes)
            if number < len(panes):
                self._fill(side, panes[number])

    @property
    def both_are_seen(self) -> bool:
        """True when two pictures are drawn side by side at this moment."""
        return len(self._panes) == 2 and all(pane.picture is not None for pane in self._panes)

    def _fill(self, side: str, pane: Pane) -> None:
        view = self.query_one(f"#{side}-photo", PhotoView)
        if pane.picture is not None:
            view.show(pane.picture)
        else:
            view.say(pane.word)
        facts = Text(no_wrap=True, overflow="ellipsis")
        for number, line in enumerate(pane.lines):
            style = ("reverse" if pane.marked else "bold") if number == 0 else ""
            facts.append(line, style)
            facts.append("\n" if number < len(pane.lines) - 1 else "")
        self.query_one(f"#{side}-facts", Static).update(facts)


class ChoiceLine(Static):
    """Numbered answers in one line, where the arrows are needed for pictures."""

    DEFAULT_CSS = "ChoiceLine { height: 1; width: 100%; padding: 0 1; text-style: bold; }"

    def __init__(self, answers: Sequence[tuple[int, str]]) -> None:
        line = Text(no_wrap=True, overflow="ellipsis")
        for number, text in answers:
            line.append(f" {number} ", "reverse")
            line.append(f" {text}   ")
        super().__init__(line)
