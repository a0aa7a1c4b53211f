"""The handouts: lessons, guide and sheets as pages that open from a folder, without network and script."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from wizard.teaching.checks import Trouble
from wizard.teaching.handouts.shelf import Shelf
from wizard.teaching.handouts.site import files_of
from wizard.teaching.handouts.writing import write_into

__all__ = ["Handouts", "make_handouts"]


@dataclass(frozen=True)
class Handouts:
    """What was made, what is the matter with the texts, and files of somebody else's that were left alone."""

    start: Path
    pages: int
    bytes: int
    troubles: tuple[Trouble, ...]
    left_alone: tuple[Path, ...]


def make_handouts(folder: Path, languages: Collection[str]) -> Handouts:
    """Makes the pages of these languages in `folder`, made if need be; those of last time are made anew.

    A text with something wrong in it is told and the rest is made. Raises FolderNotEmpty where the
    folder holds anything that this program did not make, NotWritable, DriveFull.
    """
    shelf = Shelf.filled(languages)
    files = files_of(shelf)
    left_alone = write_into(folder, files)
    pages = sum(name.endswith(".html") for name in files)
    size = sum(len(contents) for contents in files.values())
    return Handouts(folder / "index.html", pages, size, shelf.troubles, left_alone)
