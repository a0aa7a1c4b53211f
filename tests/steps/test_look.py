"""The look for look-alikes: it may be stopped, and what was done by then still stands there."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tests.steps.photos_of_ones_own import family_photos
from tests.steps.walking import press, said, until, until_said, wizard
from wizard.app import WizardApp
from wizard.journey import Journey, StepName
from wizard.likeness.scan import Scan
from wizard.long_work import Progress, Report, Stopped

HALF = Progress(3, 6, 30_000, 60_000)


async def test_what_was_done_before_the_stop_is_still_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_at_half(_journey: Journey, *, stop: Event, progress: Report) -> Scan:
        progress(HALF)
        stop.wait()
        raise Stopped

    monkeypatch.setattr(Journey, "look", look_at_half)
    photos = family_photos(tmp_path)
    async with wizard(tmp_path / "home", folder=photos) as walker:
        await until_said(walker, "This is what we found.")
        assert isinstance(walker.app, WizardApp)
        walker.app.go_to(StepName.LOOK)
        await until(walker, lambda: "3 of 6 files" in said(walker))
        await press(walker, "escape")
        await until_said(walker, "Go on looking")
        assert "50%" in said(walker)
        assert "3 of 6 files" in said(walker)
