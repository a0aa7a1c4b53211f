"""A drawing as escape sequences, each no larger than the terminal takes. Slow work, for another thread."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image
from textual.geometry import Size

from wizard.widgets.graphics.kitty import kitty
from wizard.widgets.graphics.terminal import Ability
from wizard.widgets.photo_view import Drawing


@dataclass(frozen=True)
class Tile:
    """A part of a picture: the cell of the picture in which it begins, and what draws it there."""

    column: int
    row: int
    sequence: str


def tiles(
    drawing: Drawing,
    ability: Ability,
    cell: Size,
    number: int,
    ground: tuple[int, int, int],
    *,
    grey: bool,
) -> tuple[Tile, ...]:
    """The drawing for this terminal; `number` is its own among Kitty's pictures."""
    from wizard.widgets.graphics.canvas import canvas  # fonts and numpy: not for the start
    from wizard.widgets.graphics.sixel import sixel

    picture = canvas(drawing, cell, ground)
    if grey:
        picture = picture.convert("L").convert("RGB")
    columns, rows = drawing.cells.size
    if ability.kitty:
        return (Tile(0, 0, kitty(picture, number, columns, rows)),)
    wide, high = columns, rows
    if ability.largest is not None:
        wide = max(1, min(columns, ability.largest.width // cell.width))
        high = max(1, min(rows, ability.largest.height // cell.height))
    return tuple(
        Tile(column, row, sixel(_cut(picture, column, row, wide, high, cell), ability.colours))
        for row in range(0, rows, high)
        for column in range(0, columns, wide)
    )


def _cut(
    picture: Image.Image, column: int, row: int, wide: int, high: int, cell: Size
) -> Image.Image:
    left, top = column * cell.width, row * cell.height
    right, bottom = left + wide * cell.width, top + high * cell.height
    return picture.crop((left, top, min(right, picture.width), min(bottom, picture.height)))
