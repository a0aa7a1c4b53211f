"""A cell of the window, and of how many dots it is made: four in blocks, else as many as the terminal draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.geometry import Size

BLOCK = Size(2, 2)
"""A quadrant block, in dots of its own shape."""
BLOCK_SHAPE = 2.0
"""A cell is about twice as high as it is wide, in most fonts."""


@dataclass(frozen=True)
class Cell:
    """One character with its two colours, each red, green, blue from 0 to 255."""

    block: str
    foreground: tuple[int, int, int]
    background: tuple[int, int, int]


@runtime_checkable
class DrawsDots(Protocol):
    """A program that may have a terminal in which it draws dots."""

    @property
    def dots_of_a_cell(self) -> Size | None:
        """None while pictures are drawn by blocks."""


def dots_across(app: App[Any]) -> int:
    """Dots of a picture in one column."""
    cell = app.dots_of_a_cell if isinstance(app, DrawsDots) else None
    return cell.width if cell else BLOCK.width


def cell_shape(app: App[Any]) -> float:
    """How much higher than wide a cell is."""
    cell = app.dots_of_a_cell if isinstance(app, DrawsDots) else None
    return cell.height / cell.width if cell else BLOCK_SHAPE


def draws_dots(app: App[Any]) -> bool:
    """True while pictures are drawn by dots, in their own colours."""
    return isinstance(app, DrawsDots) and app.dots_of_a_cell is not None
