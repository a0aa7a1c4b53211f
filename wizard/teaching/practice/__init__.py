"""Practice photos with known truth: a family's folder, drawn, the same in every room.

Nobody's face and no real paper is in them. Only new files are made, never one replaced.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import groupby
from pathlib import Path

from wizard.teaching.practice.answer_key import write_answer_key
from wizard.teaching.practice.camera import take
from wizard.teaching.practice.collection import every_set
from wizard.teaching.practice.photo import PlannedPhoto, PracticePhoto, Relation

__all__ = ["PracticePhoto", "Relation", "make_practice_photos"]

PAINTERS = 2
"""Threads that draw; Pillow lets go of the interpreter for about half of the work."""


def make_practice_photos(photos: Path, truth: Path) -> tuple[PracticePhoto, ...]:
    """Draw the practice photos into the new or empty folder `photos`, their answers to `truth`.

    Every run writes the same bytes and the same modification times. Raises FileExistsError
    when `photos` holds anything or `truth` is already there.
    """
    photos.mkdir(parents=True, exist_ok=True)
    if truth.exists() or any(photos.iterdir()):
        raise FileExistsError(truth if truth.exists() else photos)
    sets = every_set()
    planned = [photo for practice_set in sets for photo in practice_set.photos]
    of_one_scene = [list(files) for _, files in groupby(planned, lambda photo: photo.capture.scene)]
    with ThreadPoolExecutor(PAINTERS) as painters:
        for _ in painters.map(lambda files: _draw_and_write(photos, files), of_one_scene):
            pass
    answers = tuple(answer for practice_set in sets for answer in practice_set.answers())
    write_answer_key(truth, answers)
    return answers


def _draw_and_write(folder: Path, files: Sequence[PlannedPhoto]) -> None:
    """Draw one scene once, and write every file of every capture of it."""
    scene = files[0].capture.scene().finished()
    for capture, of_one_capture in groupby(files, lambda photo: photo.capture):
        picture = take(scene, capture)
        for photo in of_one_capture:
            _write(folder / photo.path, photo.finish(picture, capture), capture.taken)


def _write(path: Path, content: bytes, taken: datetime) -> None:
    """Write a new file as old as its capture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
    os.utime(path, (taken.timestamp(), taken.timestamp()))
