"""Writes a page for the learner into a new file, never over another one."""

from __future__ import annotations

import os
from pathlib import Path

from wizard.problems import NotWritable
from wizard.safekeeping import disk


def save_page(folder: Path, name: str, text: str) -> Path:
    """Writes `text` as `name` in `folder`, which is made; a number is added where the name is taken.

    Returns the file's path. Raises NotWritable, DriveFull, DriveGone.
    """
    stem, ending = os.path.splitext(name)
    path, number = folder / name, 1
    try:
        disk.make_folders(folder)
        while os.path.lexists(path):
            number += 1
            path = folder / f"{stem}-{number}{ending}"
        disk.write_new(path, text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise disk.told_as(error, folder) or NotWritable(folder) from error
    return path
