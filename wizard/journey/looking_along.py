"""What the backup reads is looked at while it passes, so that step 4 need not read a slow drive again."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from wizard.photos.library import Library

if TYPE_CHECKING:
    from wizard.likeness.first_look import FirstLook
    from wizard.likeness.pictures import Pictures


class LookingAlong:
    """From the first backup of some photos until they are looked at, or others are chosen."""

    def __init__(self) -> None:
        self._first: FirstLook | None = None
        self.pictures: Pictures | None = None
        """What was kept small of the photos that passed."""

    def onlooker(self, library: Library, cache: Path) -> FirstLook:
        """For the backup: sees each photo as it is copied."""
        if self._first is None:
            from wizard.likeness.cache import Cache  # brings numpy: not for the first screen
            from wizard.likeness.first_look import FirstLook
            from wizard.likeness.pictures import Pictures

            self.pictures = Pictures(library.folder)
            self._first = FirstLook(library, Cache(cache), self.pictures)
        return self._first

    def finish(self, stop: Event | None) -> None:
        """Waits until what passed so far is looked at. Raises Stopped."""
        if self._first is not None:
            self._first.finish(stop)

    def end(self) -> None:
        """Lets go of everything."""
        if self._first is not None:
            self._first.leave()
        self._first = self.pictures = None
