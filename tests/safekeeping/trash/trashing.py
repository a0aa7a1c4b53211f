"""A day later: sending a review folder to the trash, and what a person finds there."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import pytest

from tests.making import files_in, untouched
from tests.safekeeping.desk import Desk
from wizard.problems import DamagedRecord, DriveGone, MayNotTrash, NotABackup, TrashDoubt
from wizard.safekeeping import trash
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.trash import SentResult

TEST_TEXT = "This small file was made to see that the trash works.\n"


def tomorrow() -> datetime:
    """The same time of day, a day later, on this computer's clock."""
    return datetime.now().astimezone() + timedelta(days=1)


def home_trash() -> Path:
    """The test's own; a fixture has seen to that."""
    return Path(os.environ["XDG_DATA_HOME"], "Trash")


def in_trash(folder: Path | None = None) -> dict[str, bytes]:
    """The bytes of everything in a trash, by the name it has there."""
    files = (folder or home_trash()) / "files"
    return files_in(files) if files.is_dir() else {}


def sends(
    desk: Desk, review: ReviewFolder, now: datetime | None = None, shared_computer: bool = False
) -> SentResult:
    """The learner sends what may go, the backup's drive plugged in."""
    when = now or tomorrow()
    return trash.send(review, in_reach(desk), when, TEST_TEXT, shared_computer=shared_computer)


def stay(desk: Desk, review: ReviewFolder, doubt: TrashDoubt) -> None:
    """Sending ends with this reason, and the trash gets nothing of the learner's."""
    with untouched(desk.photos), pytest.raises(MayNotTrash) as told:
        sends(desk, review)
    assert told.value.doubt is doubt
    assert set(in_trash().values()) <= {TEST_TEXT.encode()}
    assert len(review.items) == 3


def in_reach(desk: Desk) -> list[CheckedCopies]:
    """What the journey finds in reach: a backup that does not answer counts for nothing."""
    with suppress(NotABackup, DamagedRecord, DriveGone, OSError):
        return [desk.backup().copies]
    return []


def restore_by_hand(folder: Path | None = None) -> int:
    """What "Restore" in a file manager does with every photo: the file goes where its note says.

    A note of a file that never came, or that was not written to its end, is passed over as there.
    """
    restored = 0
    folder = folder or home_trash()
    for note in (folder / "info").glob("*.trashinfo"):
        name = note.name.removesuffix(".trashinfo")
        line = next(
            (each for each in note.read_text().splitlines() if each.startswith("Path=")), ""
        )
        place = Path(folder.parent, unquote(line[5:], errors="surrogateescape"))
        if (folder / "files" / name).exists() and not name.startswith(trash.TEST_FILE):
            os.rename(folder / "files" / name, place)
            note.unlink()
            restored += 1
    return restored


def instead_of_the_trash(monkeypatch: pytest.MonkeyPatch, do: Callable[[Path], Any]) -> None:
    """Another trash than the computer's own."""
    module = SimpleNamespace(send2trash=lambda path: do(Path(path)))
    monkeypatch.setitem(__import__("sys").modules, "send2trash", module)


def refuse_photos(monkeypatch: pytest.MonkeyPatch) -> None:
    """A trash that takes the test file, and then no photo."""
    from send2trash import send2trash

    def refuse(path: Path) -> None:
        if path.suffix != ".txt":
            raise RuntimeError("no")
        send2trash(str(path))

    instead_of_the_trash(monkeypatch, refuse)
