"""The answer key of the practice photos, as a table that a facilitator opens anywhere."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from wizard.teaching.practice.photo import PracticePhoto


def write_answer_key(truth: Path, photos: Iterable[PracticePhoto]) -> None:
    """Write one row for each photo to the new file `truth`; FileExistsError if it is there."""
    columns = [field.name for field in fields(PracticePhoto)]
    truth.parent.mkdir(parents=True, exist_ok=True)
    with truth.open("x", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(columns)
        for photo in photos:
            rows.writerow(_cell(getattr(photo, column)) for column in columns)


def _cell(value: str | bool) -> str:
    """Words as they are, truth as yes or no."""
    return value if isinstance(value, str) else ("yes" if value else "no")
