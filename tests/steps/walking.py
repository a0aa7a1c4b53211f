"""Drives the wizard in a pretend terminal: keys in, lines of text out."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.drawn_once import lay_drawn
from wizard.app import WizardApp
from wizard.journey import StepName
from wizard.language import catalogs
from wizard.places import within
from wizard.safekeeping.drives import Drive
from wizard.steps.step import Step
from wizard.widgets.choices import Answer

SIZE = (80, 24)
PATIENCE = 1500
"""Turns of the screen's loop before a test gives up waiting; each waits for what is being drawn."""

Walker = Pilot[str]


@asynccontextmanager
async def wizard(
    home: Path,
    language: str = "en",
    *,
    practice: bool = False,
    folder: Path | None = None,
    size: tuple[int, int] = SIZE,
    drives: Sequence[Drive] = (),
    summary: Path | None = None,
    sets: Collection[str] = (),
) -> AsyncIterator[Walker]:
    """The wizard on its first screen, everything it keeps inside `home`, with these drives and no others.

    `sets`: of the practice photos just these.
    """
    catalogs.use(language)
    if practice:
        lay_drawn(within(home), sets)
    app = WizardApp(
        within(home),
        practice=StepName.CHOOSE if practice else None,
        folder=folder,
        language_chosen=practice,
        find_drives=lambda _photos: drives,
        summary=summary,
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot
    app.journey.close()  # as the end of the process does, however it came
    catalogs.use(catalogs.SOURCE_LANGUAGE)


async def press(walker: Walker, *keys: str) -> None:
    """Presses keys one after the other, each seen by the screen that the one before led to."""
    for key in keys:
        await walker.press(key)
        await walker.pause()
        await walker.pause()


async def until(walker: Walker, true: Callable[[], bool]) -> None:
    """Waits for something that long work brings about."""
    for _turn in range(PATIENCE):
        if true():
            await walker.pause()
            return
        await walker.pause(0.02)
    raise AssertionError("it did not happen; on the screen:\n" + "\n".join(lines(walker)))


async def until_said(walker: Walker, words: str) -> None:
    """Waits until the words stand on the screen, wherever the line ends."""
    wanted = " ".join(words.split())
    await until(walker, lambda: wanted in " ".join(said(walker).split()))


async def until_read(walker: Walker, words: str) -> None:
    """As until_said, reading on where the text is longer than the window."""
    for _page in range(10):
        if " ".join(words.split()) in " ".join(said(walker).split()):
            return
        await press(walker, "pagedown")
    await until_said(walker, words)


def drawn(walker: Walker) -> list[str]:
    """What the terminal is sent, line by line."""
    strips = walker.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def lines(walker: Walker) -> list[str]:
    """What a person sees on the screen, line by line, without trailing space; á is á however it is drawn."""
    return [unicodedata.normalize("NFC", line).rstrip() for line in drawn(walker)]


def said(walker: Walker) -> str:
    """What stands on the screen as one text."""
    return "\n".join(lines(walker))


def step(walker: Walker) -> Step:
    """The step on the screen."""
    assert isinstance(walker.app.screen, Step)
    return walker.app.screen


def at(walker: Walker, name: str) -> bool:
    """Whether that step is on the screen now; another kind of screen may still be closing over it."""
    screen = walker.app.screen
    return isinstance(screen, Step) and screen.step == name


def answers(walker: Walker) -> list[Answer]:
    """What the step on the screen asks; nothing while another kind of screen is closing over it."""
    screen = walker.app.screen
    return list(screen.answers()) if isinstance(screen, Step) else []


def state_of(folder: Path) -> dict[str, tuple[str, int]]:
    """Digest and time of change of every file below a folder, by relative path."""
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


async def to_inspect(walker: Walker) -> None:
    """From the practice photos' folder list to the first group, with a backup and a review folder."""
    await until(walker, lambda: at(walker, "choose"))
    await press(walker, "enter")
    await until(walker, lambda: walker.app.journey.library is not None)  # type: ignore[attr-defined]
    await press(walker, "1", "1")
    await until(walker, lambda: walker.app.journey.backup_result is not None)  # type: ignore[attr-defined]
    await until(walker, lambda: bool(walker.app.screen.query("PhotoView")))
    await press(walker, "1")
    await until(walker, lambda: walker.app.journey.scan is not None)  # type: ignore[attr-defined]
    await until(walker, lambda: len(answers(walker)) == 2)
    await press(walker, "1", "1")
    await until(walker, lambda: at(walker, "inspect"))
    await both_drawn(walker)


async def to_inspect_only(walker: Walker) -> None:
    """From a folder of one's own to the first group, without a backup: its pictures may not be there yet."""
    await until(walker, lambda: walker.app.journey.library is not None)  # type: ignore[attr-defined]
    await press(walker, "1", "9")
    await until(walker, lambda: walker.app.journey.scan is not None)  # type: ignore[attr-defined]
    await until(walker, lambda: len(answers(walker)) == 2)
    await press(walker, "1", "2")
    await until(walker, lambda: at(walker, "inspect"))


async def both_drawn(walker: Walker) -> None:
    """Waits until the pictures of the group are on the screen."""
    from wizard.widgets.compare import Compare

    await until(walker, lambda: walker.app.screen.query_one(Compare).both_are_seen)
