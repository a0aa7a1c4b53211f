"""Frames round places in a picture, drawn with letters so that they are seen without colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.photos.close_up import Box
from wizard.widgets.cells import Cell

INK, PAPER = (255, 255, 255), (0, 0, 0)
LEAST_COLUMNS, LEAST_ROWS = 3, 3
"""A frame smaller than this would hide what it shows."""


@dataclass(frozen=True)
class Frame:
    """A place in a picture, and the number that the sentence below gives it."""

    box: Box
    label: str


def drawn_over(cells: list[list[Cell]], frames: Sequence[Frame], seen: Box) -> list[list[Cell]]:
    """The cells of a picture of which `seen` is shown, with the frames that lie in it."""
    drawn = [list(row) for row in cells]
    for frame in reversed(frames):  # the first is the most important: it is drawn last, on top
        place = _place(frame.box.inside(seen), len(cells[0]), len(cells))
        for row, column, letter in _letters(place, frame.label):
            if 0 <= row < len(drawn) and 0 <= column < len(drawn[row]):
                drawn[row][column] = Cell(letter, INK, PAPER)
    return drawn


def _place(box: Box, columns: int, rows: int) -> tuple[int, int, int, int]:
    """First column, first row, last column, last row of the frame round a box."""
    left, top = int(box.left * columns) - 1, int(box.top * rows) - 1
    right, bottom = -int(-box.right * columns // 1), -int(-box.bottom * rows // 1)
    if right < 0 or bottom < 0 or left >= columns or top >= rows:
        return 0, 0, -1, -1
    left, top = max(0, left), max(0, top)
    right = max(min(columns - 1, right), left + LEAST_COLUMNS - 1)
    bottom = max(min(rows - 1, bottom), top + LEAST_ROWS - 1)
    return left, top, right, bottom


def _letters(place: tuple[int, int, int, int], label: str) -> list[tuple[int, int, str]]:
    left, top, right, bottom = place
    if right < left:
        return []
    across, down = range(left + 1, right), range(top + 1, bottom)
    letters = [(row, column, "-") for row in (top, bottom) for column in across]
    letters += [(row, column, "|") for row in down for column in (left, right)]
    letters += [(row, column, "+") for row in (top, bottom) for column in (left, right)]
    return letters + [(top, left + place, letter) for place, letter in enumerate(label)]
