"""How much may be decoded at the same time, so that eight cores do not need eight times the memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

MEGAPIXELS = 24.0
"""Two photos of a phone, decoded whole: 175 MB (PERFORMANCE)."""


class DecodingRoom:
    """Lets in as much as there is room for; what is larger than the room goes in alone."""

    def __init__(self, megapixels: float = MEGAPIXELS) -> None:
        self._megapixels = megapixels
        self._taken = 0.0
        self._left = Condition()

    @contextmanager
    def take(self, megapixels: float) -> Iterator[None]:
        """Waits until there is room for so much, and holds it."""
        wanted = min(megapixels, self._megapixels)
        with self._left:
            self._left.wait_for(lambda: self._taken + wanted <= self._megapixels)
            self._taken += wanted
        try:
            yield
        finally:
            with self._left:
                self._taken -= wanted
                self._left.notify_all()
