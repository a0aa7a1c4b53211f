"""Step 3, last moment: what the drive holds, as it was read back from it, and what is not in the backup."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image
from textual.app import ComposeResult

from wizard.journey import Journey, StepName
from wizard.language.backups import checked_lines, not_in_backup
from wizard.language.catalogs import _
from wizard.photos.picture import UnreadablePicture, read_picture
from wizard.safekeeping.backup import BackupResult
from wizard.safekeeping.drives import Separation
from wizard.steps.step import Step
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain
from wizard.widgets.photo_view import PhotoView

REHEARSAL_SIDE = 400
"""Pixels: more than a terminal can show."""
PHOTOS_TO_TRY = 20
"""For the rehearsal, where some cannot be shown."""


class Done(Step):
    """The result, and one photo read back from the drive."""

    step = StepName.BACK_UP

    def __init__(self, way: Way, result: BackupResult) -> None:
        super().__init__(way)
        self._result = result

    def instruction(self) -> str:
        return _("The backup, as it was read back from the drive.")

    def body(self) -> ComposeResult:
        journey = self.way.journey
        lines = not_in_backup(self._result)
        if journey.copies is not None:
            separation = Separation(journey.record.separation)
            lines += checked_lines(self._result, journey.copies, separation)
        yield Plain("\n".join(lines))
        photo = _rehearsal_photo(journey)
        if photo is not None:
            yield Plain(_("A rehearsal: this photo was just read from the backup drive."))
            view = PhotoView()
            view.show(photo)
            yield view

    def answers(self) -> Sequence[Answer]:
        go_on = [Answer(1, _("Go on to step 4"))] if self._result.checked else []
        return [*go_on, Answer(2, _("Back up again, or on another drive"))]

    def focused_answer(self) -> int | None:
        return 1

    def answered(self, number: int) -> None:
        match number:
            case 1:
                self.way.go_to(StepName.LOOK)
            case 2:
                self.way.backup = None
                self.way.go_to(StepName.BACK_UP)


def _rehearsal_photo(journey: Journey) -> Image.Image | None:
    """One photo read from the backup, or None when none of it can be shown."""
    if journey.copies is None or journey.library is None:
        return None
    for file in journey.library.pictures[:PHOTOS_TO_TRY]:
        copy = journey.copies.of_path(file.path)
        if copy is not None:
            try:
                return read_picture(copy.where, REHEARSAL_SIDE)
            except UnreadablePicture:
                continue
    return None
