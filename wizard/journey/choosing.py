"""Which photos a journey is about: what a folder holds, or why it cannot be chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from wizard.long_work import stop_if_asked
from wizard.photos.library import Library, walk
from wizard.problems import NoPhotos, OnlyRawFiles, SkipReason

ELSEWHERE = {SkipReason.PHOTO_LIBRARY, SkipReason.CLOUD_PLACEHOLDER}
"""Reasons that say where the photos are instead."""


def photos_in(
    folder: Path, stop: Event | None, seen: Callable[[int], None] | None = None
) -> Library:
    """Lists the folder; `seen` is told how many files so far.

    Raises FolderMissing, NotAFolder, NoPermission, NoPhotos, OnlyRawFiles, Stopped.
    """
    library = walk(folder, stop=stop, seen=seen)
    stop_if_asked(stop)
    if library.pictures:
        return library
    if library.lone_raw_files:
        raise OnlyRawFiles(folder)
    reasons = {skipped.reason for skipped in library.skipped}
    raise NoPhotos(folder, kept_elsewhere=bool(reasons & ELSEWHERE))
