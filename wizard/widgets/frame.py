"""The parts that every step shows: a title line, the seven steps, what to do, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.app import RenderResult
from textual.widget import Widget
from textual.widgets import Static


class TitleLine(Widget):
    """The program's name on the left, the step on the right; on practice photos the word says so."""

    DEFAULT_CSS = """
    TitleLine { height: 1; width: 100%; background: $primary; color: $text; text-style: bold; padding: 0 1; }
    TitleLine.practice { background: $warning; color: $text; }
    """

    def __init__(self, program: str, place: str, practice: str = "") -> None:
        """`place` such as "Step 3 of 7: Back up"; `practice` is empty for a learner's own photos."""
        super().__init__(classes="practice" if practice else "")
        self._program = program
        self._place = place
        self._practice = practice

    def render(self) -> RenderResult:
        left = f"{self._practice}  {self._program}" if self._practice else self._program
        if self._gap(left) < 1:  # where the learner is matters more than the program's name
            left = self._practice
        return Text(
            left + " " * max(1, self._gap(left)) + self._place, no_wrap=True, overflow="ellipsis"
        )

    def _gap(self, left: str) -> int:
        return self.content_size.width - cell_len(left) - cell_len(self._place)


class Stepper(Widget):
    """The names of the seven steps in one line, the present one marked by brackets as well as colour.

    In a language whose names are too long for the line, the other steps are just their numbers.
    """

    DEFAULT_CSS = "Stepper { height: 1; width: 100%; padding: 0 1; color: $text-muted; }"

    def __init__(self, names: Sequence[str], current: int) -> None:
        """`current` counts from 1; 0 marks none."""
        super().__init__()
        self._names = names
        self._current = current

    def render(self) -> RenderResult:
        line = self._line(named=True)
        return line if line.cell_len <= self.content_size.width else self._line(named=False)

    def _line(self, *, named: bool) -> Text:
        line = Text(no_wrap=True, overflow="ellipsis")
        for number, name in enumerate(self._names, 1):
            if number == self._current:
                line.append(f"[{number} {name}]", "bold")
            else:
                line.append(f" {number} {name} " if named else f" {number} ")
        return line


class KeyLine(Widget):
    """At most five keys and what they do, the most useful first: what does not fit is behind 0."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; width: 100%; background: $panel; color: $text; padding: 0 1; }
    """
    AT_MOST = 5

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """Pairs of a key's name and its meaning."""
        super().__init__()
        self._keys = tuple(keys)[: self.AT_MOST]

    def show(self, keys: Sequence[tuple[str, str]]) -> None:
        """Names other keys."""
        self._keys = tuple(keys)[: self.AT_MOST]
        self.refresh()

    def render(self) -> RenderResult:
        line = Text(no_wrap=True, overflow="ellipsis")
        for key, meaning in self._keys:
            both = Text.assemble((f" {key} ", "reverse"), f" {meaning}")
            if line.cell_len + both.cell_len > self.content_size.width:
                break
            line.append_text(both).append("  ")
        return line


class Plain(Static):
    """Text that is shown letter for letter: file names may hold what looks like markup."""

    def __init__(
        self, text: str = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(text, markup=False, id=id, classes=classes)
