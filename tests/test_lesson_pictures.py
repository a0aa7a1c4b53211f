"""The pictures in lessons show the program as it is now."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from tests.drawn_once import lay_drawn
from tests.making import SYSTEMS_TEMPORARY_FOLDER
from tests.take_pictures import FOLDER, STAMPS, take
from wizard.journey import StepName
from wizard.language.catalogs import FORMAT_LOCALES
from wizard.places import within


@pytest.mark.parametrize("language", list(FORMAT_LOCALES))
async def test_no_picture_shows_an_old_screen(language: str) -> None:
    made = json.loads(STAMPS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(dir=SYSTEMS_TEMPORARY_FOLDER) as folder:
        lay_drawn(within(Path(folder)))
        _screens, now = await take(Path(folder), language)
    told = "a screen has changed since its picture was made: python -m tests.take_pictures"
    assert {name: made.get(name) for name in now} == now, told


def test_every_step_has_its_picture_in_every_language() -> None:
    wanted = {f"{step}-{code}.png" for step in StepName for code in FORMAT_LOCALES}
    assert {path.name for path in FOLDER.glob("*.png")} == wanted
