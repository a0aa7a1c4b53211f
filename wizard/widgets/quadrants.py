"""A picture as quadrant blocks: every cell shows four dots in two colours. Pure arithmetic."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from wizard.widgets.cells import Cell

BLOCKS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By which of the four dots are in the foreground: upper left 1, upper right 2, lower left 4, lower right 8."""
SPLITS = tuple(range(8))
"""Each way to part four dots in two, once: the other eight are the same with the colours changed over."""

ONE_CELL_BLOCKS = " ▘▝ ▖▐▞▛"
"""Those of the eight whose width is sure: the left half is the right half with the colours changed over."""
LEFT_HALF = 5
ONE_CELL_SPLITS = (0, 1, 2, 4, 5, 6, 7)
"""Without the upper half, which has no such twin."""

Dots = npt.NDArray[np.float32]


def quadrants(dots_in: Image.Image, *, one_cell: bool = False) -> list[list[Cell]]:
    """Lines of cells for the dots, each cell with the two colours that fit best.

    `one_cell`: only blocks that no terminal draws two cells wide.
    """
    pixels: Dots = np.asarray(dots_in.convert("RGB"), dtype=np.float32)
    rows, columns = pixels.shape[0] // 2, pixels.shape[1] // 2
    dots = (
        pixels.reshape(rows, 2, columns, 2, 3).transpose(0, 2, 1, 3, 4).reshape(rows, columns, 4, 3)
    )
    best_error = np.full((rows, columns), np.inf, dtype=np.float32)
    block = np.zeros((rows, columns), dtype=np.int64)
    front = np.zeros((rows, columns, 3), dtype=np.float32)
    back = np.zeros((rows, columns, 3), dtype=np.float32)
    for split in ONE_CELL_SPLITS if one_cell else SPLITS:
        inside = np.array([bool(split >> dot & 1) for dot in range(4)])
        fore, fore_error = _mean(dots[:, :, inside])
        behind, behind_error = _mean(dots[:, :, ~inside])
        better = fore_error + behind_error < best_error
        best_error[better] = (fore_error + behind_error)[better]
        block[better], front[better], back[better] = split, fore[better], behind[better]
    if one_cell:
        left = (block == LEFT_HALF)[:, :, None]
        front, back = np.where(left, back, front), np.where(left, front, back)
    blocks = ONE_CELL_BLOCKS if one_cell else BLOCKS
    return [
        [
            Cell(blocks[block[row, column]], _rgb(front[row, column]), _rgb(back[row, column]))
            for column in range(columns)
        ]
        for row in range(rows)
    ]


def _mean(dots: Dots) -> tuple[Dots, Any]:
    """The mean colour of some dots of every cell, and how far they are from it."""
    if dots.shape[2] == 0:
        return np.zeros((*dots.shape[:2], 3), dtype=np.float32), np.zeros(dots.shape[:2])
    mean: Dots = dots.mean(axis=2)
    return mean, ((dots - mean[:, :, None]) ** 2).sum(axis=(2, 3))


def _rgb(colour: Dots) -> tuple[int, int, int]:
    red, green, blue = (round(float(channel)) for channel in colour)
    return red, green, blue
