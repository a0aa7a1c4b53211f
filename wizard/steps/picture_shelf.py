"""Small pictures for the screen, kept while they are likely to be needed again."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PIL import Image

from wizard.photos.picture import UnreadablePicture, read_picture
from wizard.problems import ProblemKind

SIDE = 512
"""Pixels: twice what 120 columns can show."""
KEPT = 24
"""Pictures of 512 by 384 pixels: 14 MB."""

Shown = Image.Image | ProblemKind


class PictureShelf:
    """Pictures by path; the longest unused goes first. Used from one reading thread and the screen."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[Path, Shown] = OrderedDict()

    def get(self, path: Path) -> Shown | None:
        """The picture, the reason why there is none, or None when it was not read yet."""
        return self._pictures.get(path)

    def read(self, path: Path) -> Shown:
        """Reads the picture if need be."""
        found = self._pictures.get(path)
        if found is None:
            try:
                found = read_picture(path, SIDE)
            except UnreadablePicture as unreadable:
                found = unreadable.kind
            self._pictures[path] = found
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
        return found
