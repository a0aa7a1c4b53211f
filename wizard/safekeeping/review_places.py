"""Where a review folder lies, how it is found again, and which slot in it a photo gets."""

from __future__ import annotations

import os
import unicodedata
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from wizard.photos.left_alone import OUR_MARK
from wizard.plain_files import read_plain_json
from wizard.safekeeping import disk


def place_for(photos: Path, name: str) -> Path:
    """A free path called `name` on the photos' volume: beside them, or at the top of their drive inside them."""
    photos = photos.absolute()
    beside = photos.parent
    same_volume = os.lstat(beside).st_dev == os.stat(photos).st_dev and beside != photos
    home = beside if same_volume and os.access(beside, os.W_OK) else photos
    path, number = home / name, 1
    while os.path.lexists(path):
        number += 1
        path = home / f"{name} {number}"
    return path


def find(photos: Path) -> Path | None:
    """The review folder that was made for these photos, if there is one."""
    real = os.path.realpath(photos)
    for home in (photos.absolute().parent, photos.absolute()):
        with suppress(OSError):
            for entry in sorted(os.scandir(home), key=lambda entry: entry.name):
                if _is_for(Path(entry.path), real):
                    return Path(entry.path)
    return None


def _is_for(path: Path, photos: str) -> bool:
    try:
        mark = read_plain_json(path / OUR_MARK)
        return bool(mark["what"] == "review" and os.path.realpath(path / mark["photos"]) == photos)
    except (OSError, ValueError, KeyError, TypeError):
        return False


class Slots:
    """Folders claimed for one bundle: today's, then a number nobody has. Equal names get a folder each."""

    def __init__(self, review_folder: Path) -> None:
        self._root = review_folder
        self._today = datetime.now().strftime("%Y-%m-%d")
        self._names: dict[str, set[str]] = {}

    def claim(self, name: str) -> str:
        """Where a file of this name goes, relative to the review folder."""
        plain = unicodedata.normalize("NFC", name).casefold()
        for slot, names in self._names.items():
            if plain not in names:
                names.add(plain)
                return f"{slot}/{name}"
        slot = self._new_slot()
        self._names[slot] = {plain}
        return f"{slot}/{name}"

    def _new_slot(self) -> str:
        day = self._root / self._today
        disk.make_folders(day)
        number = len(os.listdir(day))
        while True:
            number += 1
            try:
                disk.make_folder(day / f"{number:04}")
            except FileExistsError:
                continue
            return f"{self._today}/{number:04}"
