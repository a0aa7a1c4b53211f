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
        gap = self.content_size.width - cell_len(left) - cell_len(self._place)
        return Text(left + " " * max(1, gap) + self._place, no_wrap=True, overflow="ellipsis")


class Stepper(Widget):
    """The names of the seven steps in one line, the present one marked by brackets as well as colour."""

    DEFAULT_CSS = "Stepper { height: 1; width: 100%; padding: 0 1; color: $text-muted; }"

    def __init__(self, names: Sequence[str], current: int) -> None:
        """`current` counts from 1; 0 marks none."""
        super().__init__()
        self._names = names
        self._current = current

    def render(self) -> RenderResult:
        line = Text(no_wrap=True, overflow="ellipsis")
        for number, name in enumerate(self._names, 1):
            here = number == self._current
            line.append(
                f"[{number} {name}]" if here else f" {number} {name} ", "bold" if here else ""
            )
        return line


class KeyLine(Widget):
    """At most five keys and what they do."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; width: 100%; background: $panel; color: $text; padding: 0 1; }
    """
    AT_MOST = 5

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """Pairs of a key's name and its meaning."""
        super().__init__()
        self._keys = tuple(keys)[: self.AT_MOST]

    def render(self) -> RenderResult:
        line = Text(no_wrap=True, overflow="ellipsis")
        for key, meaning in self._keys:
            line.append(f" {key} ", "reverse")
            line.append(f" {meaning}  ")
        return line


class Plain(Static):
    """Text that is shown letter for letter: file names may hold what looks like markup."""

    def __init__(
        self, text: str = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(text, markup=False, id=id, classes=classes)
