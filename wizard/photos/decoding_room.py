"""How much may be decoded at the same time, so that eight cores do not need eight times the memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

PIXELS = 24_000_000
"""Two photos of a phone, decoded whole: 175 MB (PERFORMANCE)."""


class DecodingRoom:
    """Lets in as much as there is room for; what is larger than the room goes in alone.

    Counted in whole pixels: what is left over of adding fractions would keep the largest out for good.
    """

    def __init__(self, pixels: int = PIXELS) -> None:
        self._pixels = pixels
        self._taken = 0
        self._left = Condition()

    @contextmanager
    def take(self, pixels: int) -> Iterator[None]:
        """Waits until there is room for so much, and holds it."""
        wanted = min(pixels, self._pixels)
        with self._left:
            self._left.wait_for(lambda: self._taken + wanted <= self._pixels)
            self._taken += wanted
        try:
            yield
        finally:
            with self._left:
                self._taken -= wanted
                self._left.notify_all()
