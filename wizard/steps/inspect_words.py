"""What stands below each photo while inspecting, and why the two look alike."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.journey import Inspection
from wizard.language.catalogs import _, pgettext
from wizard.language.formats import number
from wizard.language.inspecting import aside_answer, keep_answer
from wizard.language.names import shorten, show_name
from wizard.language.photos import date_line, decision_line, reasons_line, size_line, why_line
from wizard.language.sentences import PROBLEMS
from wizard.likeness.groups import Photo
from wizard.likeness.relations import relate
from wizard.problems import ProblemKind
from wizard.steps.picture_shelf import Shown
from wizard.widgets.compare import Pane

MARGIN = 8
"""Cells of a pane's first line that are not the name: mark, numbers, spaces."""


def pane(
    inspection: Inspection,
    photos: Sequence[Photo],
    position: int,
    shown: Shown | None,
    *,
    marked: bool,
    width: int,
) -> Pane:
    """One photo of a group with its facts, in `width` cells. `shown` is None while it is read."""
    photo = photos[position]
    name = shorten(photo.path.rpartition("/")[2], width - MARGIN)
    first = f"{'>' if marked else ' '}{number(position + 1)}/{number(len(photos))} {name}"
    lines = (first, size_line(photo), date_line(photo), decision_line(inspection, photo))
    if isinstance(shown, ProblemKind):
        return Pane(lines, None, PROBLEMS[shown](), marked)
    return Pane(lines, shown, _("Opening the photo ..."), marked)


def why(a: Photo, b: Photo, width: int) -> str:
    """How alike two photos are, and what differs, in two lines."""
    pair = relate(a, b)
    return f"{why_line(pair)}\n{reasons_line(pair, width - 4)}"


def why_identical(photos: Sequence[Photo], width: int) -> str:
    """For exact copies: that they are, and where each of them is."""
    places = ", ".join(show_name(photo.path) for photo in photos)
    return f"{why_line(relate(photos[0], photos[1]))}\n{shorten(places, width - 4)}"


def numbered(others: int | None) -> list[tuple[int, str]]:
    """The four answers; for exact copies `others` is how many go together when one is kept."""
    return [
        (1, keep_answer(others)),
        (2, aside_answer(others)),
        (3, pgettext("inspect", "Next group")),
        (4, pgettext("inspect", "Flip")),
    ]
