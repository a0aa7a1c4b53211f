"""A rehearsal of the day that a photo is lost: one is read from the backup drive, as it would be then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from wizard.photos.picture import UnreadablePicture, read_picture

if TYPE_CHECKING:
    from wizard.journey.journey import Journey

TRIED = 20
"""Pictures tried before giving up: a folder may begin with broken ones."""


def rehearse(journey: Journey, side: int) -> tuple[str, Image.Image] | None:
    """A photo's path and its picture from the backup, `side` pixels at most; None when none can be shown."""
    if journey.copies is None or journey.library is None:
        return None
    for file in journey.library.pictures[:TRIED]:
        copy = journey.copies.of_path(file.path)
        if copy is not None:
            try:
                return file.path, read_picture(copy.where, side)
            except UnreadablePicture:
                continue
    return None
