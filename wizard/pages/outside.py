"""What is opened outside the terminal: the compare page in the browser, copies of photos in the computer's viewer.

Each lies in a temporary folder that the next one replaces and that is gone when the program ends.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.journey import Inspection
from wizard.opening import browser_sees_only_home, open_outside
from wizard.own_files import OwnFolder
from wizard.photos.picture import decode, open_picture, read_bytes
from wizard.photos.raw import FORMAT as RAW
from wizard.problems import NotWritable
from wizard.safekeeping import disk
from wizard.traces import PAGES_PREFIX, TemporaryFolder

if TYPE_CHECKING:
    from wizard.likeness.groups import Photo
    from wizard.pages.compare import PagePicture, Pairing

PAGE = "compare.html"
PHOTOS_ON_A_PAGE = 8
"""Of a larger group the page shows those nearest to the two on the screen: each costs a copy of its file."""
LOOKED_AT_CLOSELY = 6
"""Pairs in which the page rings what differs: all of a group of four; of a larger one the first."""


@dataclass(frozen=True)
class TwoOfAGroup:
    """What is on the screen: two photos of a group by their position, the smaller one first."""

    photos: Sequence[Photo]
    first: int
    second: int
    folder: Path
    """The photo folder, to which the photos' paths are relative."""
    group: int
    groups: int
    practice: bool

    def path(self, position: int) -> Path:
        """Where one of the photos is."""
        return self.folder / self.photos[position].path


def two_on_screen(
    inspection: Inspection, positions: Sequence[int], folder: Path, *, practice: bool
) -> TwoOfAGroup:
    """The facts of the moment, for work in another thread."""
    photos, count = inspection.shown(inspection.group), len(inspection.groups)
    first, second = sorted(positions)
    return TwoOfAGroup(photos, first, second, folder, inspection.position + 1, count, practice)


class Outside:
    """Makes and opens, and removes at the end. Used by one thread at a time."""

    def __init__(self) -> None:
        self._page: TemporaryFolder | None = None
        self._copies: TemporaryFolder | None = None

    def open_compare_page(self, two: TwoOfAGroup) -> None:
        """Shows the page in the browser. Raises CannotOpen, DriveFull, NotWritable."""
        with _told_as_kit_errors():
            self._page = _instead_of(self._page)
            page = write_compare_page(two, self._page.folder)
        open_outside(page)

    def open_viewer(self, two: TwoOfAGroup) -> None:
        """Shows copies of both photos. Raises CannotOpen, DriveFull, NotWritable, UnreadablePicture."""
        with _told_as_kit_errors():
            self._copies = _instead_of(self._copies)
            copies = write_copies(two, self._copies.folder)
        open_outside(*copies)

    def remove(self) -> None:
        """Everything is gone; may be called twice."""
        for temporary in (self._page, self._copies):
            if temporary is not None:
                temporary.remove()
        self._page = self._copies = None


def write_compare_page(two: TwoOfAGroup, folder: OwnFolder) -> Path:
    """The page with the copies it needs beside it; returns its path. Raises OSError."""
    from wizard.pages.compare import compare_page, picture_for_page  # bring numpy: not at the start

    pictures = [
        picture_for_page(two.photos[position], two.path(position), position + 1, folder)
        for position in _nearest(len(two.photos), two.first, two.second)
    ]
    text = compare_page(
        pictures,
        _pairings(pictures, (two.first + 1, two.second + 1)),
        group=two.group,
        groups=two.groups,
        of_photos=len(two.photos),
        practice=two.practice,
    )
    return folder.write_once(PAGE, text.encode("utf-8"))


def write_copies(two: TwoOfAGroup, folder: OwnFolder) -> list[Path]:
    """Copies of the two files, byte for byte; of a RAW file its picture. Raises OSError, UnreadablePicture.

    Their names are ours, with the photo's number: programs that show pictures remember names.
    """
    from wizard.pages.compare.pictures import COPY_QUALITY, as_jpeg

    copies = []
    for position in (two.first, two.second):
        path = two.path(position)
        contents = read_bytes(path)
        picture = open_picture(contents)  # nothing but a picture is handed to another program
        ending = path.suffix.lower()
        if picture.format == RAW:
            contents, ending = as_jpeg(decode(picture, max(picture.size)), COPY_QUALITY), ".jpg"
        copies.append(folder.write_once(f"photo-{position + 1}{ending}", contents))
    return copies


def _pairings(pictures: Sequence[PagePicture], shown: tuple[int, int]) -> list[Pairing]:
    """Every two of the pictures, first those that are on the screen."""
    from wizard.pages.compare import pairing

    readable = [picture for picture in pictures if picture.problem is None]
    twos = sorted(
        combinations(readable, 2), key=lambda two: (two[0].number, two[1].number) != shown
    )
    return [
        pairing(a, b, look_closely=position < LOOKED_AT_CLOSELY, for_small_places=position == 0)
        for position, (a, b) in enumerate(twos)
    ]


def _nearest(count: int, first: int, second: int) -> list[int]:
    """The two positions and those nearest to them, in order, as many as a page shows."""
    by_distance = sorted(range(count), key=lambda n: (min(abs(n - first), abs(n - second)), n))
    return sorted(by_distance[:PHOTOS_ON_A_PAGE])


@contextmanager
def _told_as_kit_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        folder = Path(tempfile.gettempdir())
        raise disk.told_as(error, folder) or NotWritable(folder) from error


def _instead_of(before: TemporaryFolder | None) -> TemporaryFolder:
    """A fresh folder, where the programs that will open its files can see it."""
    if before is not None:
        before.remove()
    parent = Path.home() if browser_sees_only_home() else None
    return TemporaryFolder(PAGES_PREFIX, parent)
