"""Compare pages for the tests: a folder of photos that differ in one place, and the page of their group."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from tests.making import scene
from wizard.likeness.fingerprint import fingerprint
from wizard.likeness.groups import Photo
from wizard.own_files import OwnFolder
from wizard.pages.outside import TwoOfAGroup, write_compare_page

SIZE = (1800, 1350)


def eyes(open_: bool, size: tuple[int, int] = SIZE) -> Image.Image:
    """A scene with a face at the lower right, whose eyes are open or closed."""
    picture = scene(7, size)
    draw = ImageDraw.Draw(picture)
    width, height = size
    x, y, r = width * 0.8, height * 0.8, height * 0.15
    draw.ellipse((x - r, y - r, x + r, y + r), fill="bisque")
    for side in (-1, 1):
        box = (x + side * r / 2 - r / 5, y - r / 5, x + side * r / 2 + r / 5, y + r / 5)
        if open_:
            draw.ellipse(box, fill="black")
        else:
            draw.arc(box, 0, 180, fill="black", width=6)
    return picture


def two_of(folder: Path, names: Sequence[str], first: int = 0, second: int = 1) -> TwoOfAGroup:
    """A group of these files; two of them are on the screen."""
    photos = tuple(
        Photo(name, (folder / name).stat().st_size, 0, fingerprint(folder / name)) for name in names
    )
    return TwoOfAGroup(photos, first, second, folder, group=2, groups=9, practice=False)


def page_of(two: TwoOfAGroup, where: Path) -> Path:
    """The compare page, written into a folder of ours."""
    return write_compare_page(two, OwnFolder.at(where))
