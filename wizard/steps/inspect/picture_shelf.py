"""Pictures for the screen, kept while they are likely to be needed again. One is decoded at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from PIL import Image

from wizard.photos.close_up import Box, CloseUp, read_close_up, read_overview
from wizard.photos.picture import UnreadablePicture
from wizard.problems import ProblemKind

SIDE = 480
"""Pixels: twice what 120 columns can show, and 12-megapixel JPEG is decoded at one eighth for it."""
KEPT = 24
"""Pictures of 480 by 360 pixels: 17 MB."""
CLOSE_UP_SIDE = 768
"""Pixels of a part at least: at the closest a window of 120 columns moves through it without reading again."""
LARGEST_SIDE = 1200
"""Pixels of a part and what is around it, where the window draws dots: 1200 by 1200 are 6 MB, and four are in use."""
CLOSE_UPS_KEPT = 2
"""The two that are compared."""
AROUND = 1.0
"""How much more than the window is read on each side, in windows, so that arrows have room. Less where it is large."""

Shown = Image.Image | ProblemKind


class PictureShelf:
    """Pictures by path; the longest unused goes first. Used from reading threads and the screen."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[Path, Shown] = OrderedDict()
        self._close_ups: OrderedDict[Path, CloseUp] = OrderedDict()
        self._one_at_a_time = Lock()

    def get(self, path: Path) -> Shown | None:
        """The picture, the reason why there is none, or None when it was not read yet."""
        return self._pictures.get(path)

    def read(self, path: Path, still_wanted: Callable[[], bool] = lambda: True) -> None:
        """Reads the picture if need be, and if it is still wanted when its turn comes."""
        with self._one_at_a_time:
            if not still_wanted():
                return
            if path in self._pictures:
                self._pictures.move_to_end(path)
                return
            try:
                self._pictures[path] = read_overview(path, SIDE)
            except UnreadablePicture as unreadable:
                self._pictures[path] = unreadable.kind
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)

    def read_larger(self, path: Path, side: int) -> Image.Image:
        """The picture at another size, not kept. Raises UnreadablePicture."""
        with self._one_at_a_time:
            return read_overview(path, side)

    def close_up(self, path: Path) -> CloseUp | None:
        """The part that was read last, if any."""
        return self._close_ups.get(path)

    def read_close_up(self, path: Path, seen: Box, needed: int) -> None:
        """Reads the part that is seen, its longer side of so many pixels, and some around it.

        What cannot be read is left as it was.
        """
        part = _with_room(seen, min(AROUND, max(0.0, (LARGEST_SIDE / needed - 1) / 2)))
        larger = max(part.width / seen.width, part.height / seen.height)
        side = max(CLOSE_UP_SIDE, round(needed * larger))
        with self._one_at_a_time:
            self._close_ups.pop(path, None)
            while len(self._close_ups) >= CLOSE_UPS_KEPT:
                self._close_ups.popitem(last=False)
            try:
                self._close_ups[path] = read_close_up(path, part, side)
            except UnreadablePicture:
                return

    def forget_close_ups(self) -> None:
        """Nobody looks closely any more."""
        self._close_ups.clear()


def _with_room(seen: Box, around: float) -> Box:
    across, down = seen.width * around, seen.height * around
    return Box(
        max(0.0, seen.left - across),
        max(0.0, seen.top - down),
        min(1.0, seen.right + across),
        min(1.0, seen.bottom + down),
    )
