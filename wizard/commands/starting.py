"""Starts the wizard: on the learner's photos, or on practice photos."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from wizard.commands.terminal import USAGE, complain
from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.places import Places, users_own
from wizard.problems import KitError
from wizard.traces import TracelessPlaces


def wizard(chosen: argparse.Namespace) -> int:
    """The seven steps."""
    return _run(chosen, practice=None, folder=chosen.folder)


def practice(chosen: argparse.Namespace) -> int:
    """The seven steps on freshly made practice photos, in `folder` if one is named, from a prepared step if wished."""
    step = list(StepName)[int(chosen.step) - 1]
    if step is StepName.WELCOME:  # as for the next group: the language is asked again
        chosen.lang, step = None, StepName.CHOOSE
    return _run(chosen, practice=step, folder=chosen.folder)


def reset(chosen: argparse.Namespace) -> int:
    """Practice photos as nobody has touched them, and the first screen: for the next group."""
    chosen.lang = None  # the next learner chooses the language on the first screen
    return _run(chosen, practice=StepName.CHOOSE, folder=chosen.folder, fresh=True)


@contextmanager
def places_for(chosen: argparse.Namespace) -> Iterator[Places]:
    """The user's own places, or a temporary folder that is removed at the end."""
    if not chosen.leave_no_trace:
        yield users_own()
        return
    traceless = TracelessPlaces()
    _end_on_signals()
    try:
        yield traceless.places
    finally:
        traceless.remove()


def _end_on_signals() -> None:
    """A closed window or a polite kill ends the program as leaving it does, so that nothing stays behind."""

    def end(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)


def _run(
    chosen: argparse.Namespace,
    *,
    practice: StepName | None,
    folder: Path | None,
    fresh: bool = False,
) -> int:
    dumb = os.environ.get("TERM") == "dumb"
    in_terminal = all(os.isatty(number) for number in (0, 1))
    if not (chosen.plain or in_terminal):
        print(
            _(
                "The wizard needs a terminal window. Without one add --plain, "
                "or use a command: backup, check, scan, put-back, trash."
            ),
            file=sys.stderr,
        )
        return USAGE
    start = _in_plain_lines if chosen.plain or dumb else _on_screens
    try:
        with places_for(chosen) as places:
            if practice is not None and folder is not None:
                places = replace(places, practice=folder.absolute())
            if fresh:
                from wizard.teaching.practice_room import PracticeRoom

                PracticeRoom.fresh(places).close()
            own = None if practice is not None or folder is None else folder.absolute()
            return start(chosen, places, practice, own)
    except KitError as error:
        return complain(error)


def _on_screens(
    chosen: argparse.Namespace, places: Places, practice: StepName | None, folder: Path | None
) -> int:
    from wizard.app import WizardApp

    app = WizardApp(
        places,
        practice=practice,
        folder=folder,
        shared_computer=chosen.leave_no_trace,
        language_chosen=chosen.lang is not None,
        summary=_summary(chosen),
        blocks_only=chosen.blocks,
    )
    said = app.run()
    if said:
        print(said)
    return app.return_code or 0


def _in_plain_lines(
    chosen: argparse.Namespace, places: Places, practice: StepName | None, folder: Path | None
) -> int:
    from wizard.plain import Conversation, hold
    from wizard.session import Session

    hold(
        Session(places, leave_no_trace=chosen.leave_no_trace, summary=_summary(chosen)),
        Conversation(sys.stdin, sys.stdout),
        folder=folder,
        practice=practice,
        language_chosen=chosen.lang is not None,
    )
    return 0


def _summary(chosen: argparse.Namespace) -> Path | None:
    """Only practice can be counted, and only where the facilitator said so."""
    folder: Path | None = getattr(chosen, "summary", None)
    return folder.absolute() if folder is not None else None
