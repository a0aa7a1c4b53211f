"""A tour through the wizard on practice photos, for the pictures of its screens: stops at each of the seven steps."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from tests.steps.walking import Walker, answers, at, both_drawn, press, said, until, wizard
from wizard.journey import StepName
from wizard.language.catalogs import available
from wizard.language.formats import day
from wizard.likeness.groups import Group, Photo
from wizard.pages.receipt import LOOK_AGAIN_AFTER
from wizard.steps.review import Review

HOME = "/home/ana/photos"
"""What the pictures show in place of the folder where they are made: as long as one of `mkdtemp` in /tmp."""


async def tour(home: Path, language: str, stop: Callable[[StepName, Walker], None]) -> None:
    """Calls `stop` at each step, at the moment that its lesson speaks of."""
    async with wizard(home, language) as walker:
        await press(walker, str(available().index(language) + 1))
        stop(StepName.WELCOME, walker)
        await press(walker, "1")
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "enter")
        await until(walker, lambda: walker.app.journey.library is not None)  # type: ignore[attr-defined]
        await until(walker, lambda: len(answers(walker)) > 1)
        stop(StepName.CHOOSE, walker)
        await press(walker, "1")
        stop(StepName.BACK_UP, walker)
        await press(walker, "1")
        await until(walker, lambda: walker.app.journey.backup_result is not None)  # type: ignore[attr-defined]
        await until(walker, lambda: bool(walker.app.screen.query("PhotoView")))
        await press(walker, "1")
        await until(walker, lambda: walker.app.journey.scan is not None)  # type: ignore[attr-defined]
        await until(walker, lambda: len(answers(walker)) == 2)
        stop(StepName.LOOK, walker)
        await press(walker, "1")
        stop(StepName.REVIEW, walker)
        await press(walker, "1")
        await until(walker, lambda: at(walker, StepName.INSPECT))
        await _to_the_burst(walker)
        stop(StepName.INSPECT, walker)
        await press(walker, "escape", "1")
        await until(walker, lambda: isinstance(walker.app.screen, Review))
        walker.app.go_to(StepName.FINISH)  # type: ignore[attr-defined]
        await until(walker, lambda: at(walker, StepName.FINISH))
        stop(StepName.FINISH, walker)


def stamp_of(walker: Walker, home: Path) -> str:
    """What stands on the screen, shortened to a stamp: without the day and the folder of the tour."""
    today = date.today()
    text = said(walker).replace(str(home), HOME)
    words = re.sub(r"[\s|]+", "", text)
    for each in (today, today + LOOK_AGAIN_AFTER, today - timedelta(days=1)):
        words = words.replace(re.sub(r"\s+", "", day(each.isoformat())), "DAY")
    return hashlib.sha256(words.encode()).hexdigest()[:12]


async def _to_the_burst(walker: Walker) -> None:
    """The group of the birthday child, one photo to be set aside."""
    while "IMG_2041.JPG" not in "".join(photo.path for photo in _group(walker)):
        await press(walker, "3")
    await both_drawn(walker)
    await press(walker, "right", "2")


def _group(walker: Walker) -> Sequence[Photo]:
    group: Group = walker.app.journey.inspection.group  # type: ignore[attr-defined]
    return group.photos
