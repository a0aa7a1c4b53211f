"""The eight ways to hold a picture, as a number of three bits, and arrays turned so."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

ORIENTATIONS = 8
TRANSPOSED, UPSIDE_DOWN, MIRRORED = 4, 2, 1
"""First rows and columns change places, then the rows are reversed, then the columns."""

Number = TypeVar("Number", bound=np.generic)


def turned(values: npt.NDArray[Number], turn: int) -> npt.NDArray[Number]:
    """A view of rows and columns held that way. Turn 0 is as it is."""
    seen: npt.NDArray[Any] = values.T if turn & TRANSPOSED else values
    seen = seen[::-1] if turn & UPSIDE_DOWN else seen
    return seen[:, ::-1] if turn & MIRRORED else seen


def is_reflection(turn: int) -> bool:
    """True when writing would read backwards."""
    return turn.bit_count() % 2 == 1


def inverse(turn: int) -> int:
    """The turn that undoes this one: only the two quarter turns are not their own."""
    return {5: 6, 6: 5}.get(turn, turn)
