"""Holds a conversation in this process: answers in, what was said out."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from wizard.language import catalogs
from wizard.places import within
from wizard.plain import Conversation, hold
from wizard.safekeeping.drives import Drive
from wizard.session import Session

ENGLISH, OWN_PHOTOS, MINE, SHARED = "1", "2", "1", "2"
TO_INSPECT = ("1", "1", "1", "1", "1")
"""From the folder's summary: go on, first drive, go on, go on, make the review folder."""


class Typed(io.StringIO):
    """Answers typed one after the other; one that is a function is done before it is typed."""

    def __init__(self, answers: Sequence[str | Callable[[], str]]) -> None:
        super().__init__()
        self._left = list(answers)

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        if not self._left:
            return ""
        answer = self._left.pop(0)
        return (answer if isinstance(answer, str) else answer()) + "\n"


def talk(
    home: Path,
    *answers: str | Callable[[], str],
    folder: Path | None = None,
    drives: Sequence[Drive] = (),
    leave_no_trace: bool = False,
) -> str:
    """What a learner hears who gives these answers and then closes the input. Everything is kept in `home`."""
    lines = io.StringIO()
    catalogs.use(catalogs.SOURCE_LANGUAGE)
    try:
        hold(
            Session(
                within(home), leave_no_trace=leave_no_trace, find_drives=lambda _photos: drives
            ),
            Conversation(Typed(answers), lines),
            folder=folder,
            language_chosen=folder is not None,
        )
    finally:
        catalogs.use(catalogs.SOURCE_LANGUAGE)
    return lines.getvalue()
