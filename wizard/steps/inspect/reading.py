"""The reading part of step 6: pictures are read in threads, one at a time, and told of when they are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from wizard.likeness.groups import Photo
from wizard.likeness.small_differences import CLOSE_SIDE
from wizard.photos.close_up import Box
from wizard.photos.picture import UnreadablePicture
from wizard.steps.inspect.difference import SIDE, Difference, find_difference
from wizard.steps.inspect.picture_shelf import PictureShelf
from wizard.steps.inspect.same_spot import SameSpot, same_spot
from wizard.steps.step import Step
from wizard.steps.way import Way

Part = tuple[Box, int]
"""What is seen of a photo, and how many pixels its longer side needs to be sharp."""
Sizes = tuple[tuple[int, int], tuple[int, int]]
"""Of two photos, in pixels as seen."""


class ReadsPictures(Step):
    """A step that shows pictures of photos. Newer wishes take the place of older ones."""

    @dataclass
    class PicturesRead(Message):
        """Something that is to be on the screen is there."""

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self.shelf = PictureShelf()
        self.differences: dict[tuple[Path, Path], Difference] = {}
        self.same_spots: dict[tuple[Path, Path], SameSpot | None] = {}
        self._reading: list[Path] = []
        self._under_way: dict[Path, Part] = {}
        self._answered: dict[Path, Part] = {}

    def path_of(self, photo: Photo) -> Path:
        """Where the photo is."""
        library = self.way.journey.library
        assert library is not None, "the way leads here only after a folder was chosen"
        return library.folder / photo.path

    def read(self, wanted: Sequence[Path], ahead: Sequence[Path]) -> None:
        """Reads what is wanted now and, after it, what will be wanted next, where it is not there yet.

        Not anew while exactly that is under way: each picture that is there shows the photos again.
        """
        paths = [*wanted, *ahead]
        if paths != self._reading and any(self.shelf.get(path) is None for path in paths):
            self._reading = paths
            self._read(wanted, ahead)

    def read_closely(self, seen: Mapping[Path, Part]) -> None:
        """Reads these parts from the originals, each once."""
        asked = {path: part for path, part in seen.items() if self._answered.get(path) != part}
        if not asked.items() <= self._under_way.items():
            self._under_way = asked
            self._read_closely(asked)

    def was_read_closely(self, path: Path, part: Part) -> bool:
        """True once this part was read, or could not be."""
        return self._answered.get(path) == part

    def find_difference(self, pair: tuple[Path, Path]) -> None:
        """Finds where two photos differ, once."""
        if pair not in self.differences:
            self._find_difference(pair)

    def find_same_spot(self, pair: tuple[Path, Path], sizes: Sizes) -> None:
        """Finds how two photos that were read lie over each other, once."""
        shown = self.shelf.get(pair[0]), self.shelf.get(pair[1])
        if pair not in self.same_spots and all(isinstance(each, Image.Image) for each in shown):
            self.same_spots[pair] = None
            self._find_same_spot(pair, sizes)

    def forget_the_group(self) -> None:
        """Another group is looked at: what was read closely is let go."""
        self.shelf.forget_close_ups()
        self._under_way.clear()
        self._answered.clear()
        self.differences.clear()
        self.same_spots.clear()

    @work(thread=True, exclusive=True, exit_on_error=False, group="pictures")
    def _read(self, wanted: Sequence[Path], ahead: Sequence[Path]) -> None:
        worker = get_current_worker()
        for path in [*wanted, *ahead]:
            if worker.is_cancelled:
                return
            self.shelf.read(path, lambda: not worker.is_cancelled)
            if path in wanted:
                self.post_message(self.PicturesRead())
        self._reading = []

    @work(thread=True, exclusive=True, exit_on_error=False, group="close-ups")
    def _read_closely(self, asked: Mapping[Path, Part]) -> None:
        worker = get_current_worker()
        for path, part in asked.items():
            if worker.is_cancelled:
                return
            if self._answered.get(path) != part:
                self.shelf.read_close_up(path, *part)
                self._answered[path] = part
            self.post_message(self.PicturesRead())

    @work(thread=True, exclusive=True, exit_on_error=False, group="difference")
    def _find_difference(self, pair: tuple[Path, Path]) -> None:
        def read_both(side: int) -> tuple[Image.Image, Image.Image]:
            first, second = pair
            return self.shelf.read_larger(first, side), self.shelf.read_larger(second, side)

        try:
            for found in find_difference(*read_both(SIDE), closer=lambda: read_both(CLOSE_SIDE)):
                self.differences[pair] = found
                self.post_message(self.PicturesRead())
        except UnreadablePicture:
            self.differences[pair] = Difference(None)
            self.post_message(self.PicturesRead())

    @work(thread=True, exclusive=True, exit_on_error=False, group="same spot")
    def _find_same_spot(self, pair: tuple[Path, Path], sizes: Sizes) -> None:
        one, other = self.shelf.get(pair[0]), self.shelf.get(pair[1])
        if isinstance(one, Image.Image) and isinstance(other, Image.Image):
            self.same_spots[pair] = same_spot(one, other, *sizes)
            self.post_message(self.PicturesRead())
