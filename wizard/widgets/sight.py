"""What part of a picture is seen, how large, and in which cells it is drawn. Pure arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, log2

from wizard.photos.close_up import Box

CELL_HEIGHT = 2.0
"""A terminal's cell is about twice as high as it is wide; where it says how high, that counts."""
PIXEL_IN_COLUMNS = 2
"""Columns that one pixel of the photo has at the closest: a square that anybody can point at."""
STEPS_ACROSS = 4
"""Presses of an arrow that move the window by its own width."""


@dataclass(frozen=True)
class Sight:
    """`times`: how much larger than the whole picture in its place. `x`, `y`: the middle, from 0.0 to 1.0."""

    times: float = 1.0
    x: float = 0.5
    y: float = 0.5

    @property
    def close(self) -> bool:
        """True when not the whole picture is seen."""
        return self.times > 1

    def closer(self, most: float) -> Sight:
        """Twice as large, `most` at most."""
        return replace(self, times=min(self.times * 2, most))

    def farther(self) -> Sight:
        """Half as large; the whole picture at least."""
        return replace(self, times=self.times / 2) if self.times > 2 else Sight()

    def moved(self, across: int, down: int, seen: Box) -> Sight:
        """One step of the arrows further, when `seen` is what is seen now. Stops at the edges."""
        x = (seen.left + seen.right) / 2 + across * seen.width / STEPS_ACROSS
        y = (seen.top + seen.bottom) / 2 + down * seen.height / STEPS_ACROSS
        return replace(
            self,
            x=min(max(x, seen.width / 2), 1 - seen.width / 2),
            y=min(max(y, seen.height / 2), 1 - seen.height / 2),
        )


WHOLE_IN_SIGHT = Sight()


@dataclass(frozen=True)
class Window:
    """The part of a picture that is seen, and the cells it fills."""

    box: Box
    columns: int
    rows: int


def window(
    size: tuple[int, int], columns: int, rows: int, sight: Sight, cell_height: float = CELL_HEIGHT
) -> Window:
    """For a picture of `size` pixels in a place of `columns` by `rows` cells."""
    width, height = size
    per_column = pixels_per_column(size, columns, rows, cell_height) / sight.times
    seen_width = min(1.0, columns * per_column / width)
    seen_height = min(1.0, rows * cell_height * per_column / height)
    left = min(max(sight.x - seen_width / 2, 0.0), 1 - seen_width)
    top = min(max(sight.y - seen_height / 2, 0.0), 1 - seen_height)
    return Window(
        Box(left, top, left + seen_width, top + seen_height),
        max(1, round(seen_width * width / per_column)),
        max(1, round(seen_height * height / per_column / cell_height)),
    )


def closest(size: tuple[int, int], columns: int, rows: int) -> float:
    """How many times larger a picture can be shown until its single pixels are seen; a power of two."""
    times = pixels_per_column(size, columns, rows) * PIXEL_IN_COLUMNS
    return float(2 ** max(1, ceil(log2(max(times, 1)))))


def pixels_per_column(
    size: tuple[int, int], columns: int, rows: int, cell_height: float = CELL_HEIGHT
) -> float:
    """Pixels of the picture in one column when the whole of it is seen."""
    return max(size[0] / max(1, columns), size[1] / max(1, rows * cell_height))
