"""Where a spot of one photo is in another that shows the same scene: cropped, framed, turned, moved a little. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from wizard.likeness.alignment import Alignment, align_as_held
from wizard.likeness.turns import MIRRORED, TRANSPOSED, UPSIDE_DOWN
from wizard.photos.close_up import Box
from wizard.widgets.sight import Sight

ALIGNED_SIDE = 512
"""Pixels: twice the size that `align` measures at."""
EXACT = 0.02
"""Shares of a side. Pictures without fine detail are measured to 0.018, photos to 0.001 (tried on five pairs)."""


@dataclass(frozen=True)
class SameSpot:
    """How the second of two photos lies over the first, and the sizes of both in pixels, as seen."""

    laid: Alignment
    first: tuple[int, int]
    second: tuple[int, int]

    def in_the_second(self, sight: Sight, seen: Box, wholes: tuple[float, float]) -> Sight:
        """The sight of the second at which it shows what `seen` shows of the first, as large.

        `wholes`: pixels of each photo in one column of the window while the whole of it is seen.
        """
        over = bool(self.laid.turn & TRANSPOSED)
        wide = self.second[1] if over else self.second[0]
        pixels = wide / (self.laid.width * self.first[0])  # of the second for one of the first
        times = sight.times * wholes[1] / (wholes[0] * pixels)
        x = ((seen.left + seen.right) / 2 - self.laid.left) / self.laid.width
        y = ((seen.top + seen.bottom) / 2 - self.laid.top) / self.laid.height
        x = 1 - x if self.laid.turn & MIRRORED else x
        y = 1 - y if self.laid.turn & UPSIDE_DOWN else y
        return Sight(times, y, x) if over else Sight(times, x, y)


def same_spot(
    one: Image.Image, other: Image.Image, first: tuple[int, int], second: tuple[int, int]
) -> SameSpot | None:
    """Finds how two photos lie over each other; None where nothing in common is found, or they lie exactly.

    `first` and `second`: their sizes in full. Takes about a quarter of a second.
    """
    greys = greys_of(one), greys_of(other)
    laid = align_as_held(*greys)
    if laid is None:
        return None
    edges = (laid.left, laid.top, laid.left + laid.width - 1, laid.top + laid.height - 1)
    if laid.turn == 0 and max(abs(edge) for edge in edges) <= EXACT:
        return None
    return SameSpot(laid, first, second)


def greys_of(picture: Image.Image) -> npt.NDArray[np.float32]:
    """As `align` takes them."""
    small = picture.convert("L")
    small.thumbnail((ALIGNED_SIDE, ALIGNED_SIDE))
    return np.asarray(small, dtype=np.float32)
