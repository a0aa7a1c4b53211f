"""Two photos of the page together: why they look alike, how one lies over the other, where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.language.areas import Box


@dataclass(frozen=True)
class Placement:
    """The frame of the second photo in shares of the first one's width and height, upright.

    It is turned round its middle by `slant` degrees, clockwise.
    """

    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    height: float = 1.0
    slant: float = 0.0
    turn: int = 0
    """As `likeness.turns` numbers the eight ways to hold a picture; done before everything else."""


@dataclass(frozen=True)
class Pairing:
    """`first` and `second` by number, the smaller one first.

    `placement` is None where the two could not be laid over each other; `areas`, in shares of the
    first, is None where nobody looked for differences.
    """

    first: int
    second: int
    why: str
    placement: Placement | None = None
    areas: Sequence[Box] | None = None
