"""What stands below each photo while inspecting, and why the two look alike."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.journey import Choice, Inspection
from wizard.language.areas import differs_line
from wizard.language.catalogs import _, pgettext
from wizard.language.formats import number
from wizard.language.inspecting import aside_answer, keep_answer
from wizard.language.names import shorten, show_name
from wizard.language.photos import date_line, decision_line, reasons_line, size_line, why_line
from wizard.language.sentences import PROBLEMS
from wizard.likeness.groups import Photo
from wizard.likeness.relations import relate
from wizard.problems import ProblemKind
from wizard.steps.inspect.difference import Difference
from wizard.steps.inspect.looking import Layout, Looking
from wizard.widgets.compare import panes_that_fit

MARGIN = 8
"""Cells of a pane's first line that are not the name: mark, numbers, spaces."""


def facts(
    inspection: Inspection, photos: Sequence[Photo], position: int, looking: Looking, width: int
) -> tuple[str, ...]:
    """What stands below one photo of a group, in a window `width` cells wide. Less where the picture is all."""
    photo = photos[position]
    panes = len(looking.positions(len(photos), panes_that_fit(width)))
    name = shorten(photo.path.rpartition("/")[2], width // panes - MARGIN)
    mark = ">" if position == looking.marked else " "
    first = f"{mark}{number(position + 1)}/{number(len(photos))} {name}"
    decision = decision_line(inspection, photo)
    if looking.layout is Layout.STRIP:
        return first, short_decision(inspection, photo)
    if looking.layout is not Layout.PAIR or looking.sight.close:
        return first, decision
    return first, size_line(photo, photos), date_line(photo), decision


def in_place_of(shown: ProblemKind | None) -> str:
    """What stands where a picture is still read, or cannot be."""
    return _("Opening the photo ...") if shown is None else PROBLEMS[shown]()


def what_is_seen(
    photos: Sequence[Photo], looking: Looking, difference: Difference | None, width: int
) -> list[str]:
    """The lines below the pictures: how alike the two are, or how they are looked at now."""
    if len(photos) < 2:
        return []
    if looking.sight.close:
        # Translators: {n} such as 8. Below two photos of which the same part is shown large
        text = _("{n} times larger, both photos at the same spot. The arrows move.")
        lines = [text.format(n=number(round(looking.sight.times)))]
        return lines + _how_to_flip(looking) if looking.layout is Layout.ONE else lines
    first, second = (photos[position] for position in looking.pair)
    match looking.layout:
        case Layout.DIFFERENCE if first.sha256 != second.sha256:
            return _which_two(photos, looking) + _where_they_differ(difference)
        case Layout.PAIR | Layout.DIFFERENCE:
            same = first.sha256 == second.sha256
            return why_identical(photos, width) if same else why(first, second, width)
        case Layout.STRIP:
            return [_("The arrows mark a photo. Esc shows two side by side.")]
        case Layout.ONE:
            return _how_to_flip(looking)


def _how_to_flip(looking: Looking) -> list[str]:
    if looking.flips_back:
        return [_("Press 4 to see both photos again.")]
    return [_("Press 4 to see the other photo in the same place.")]


def _which_two(photos: Sequence[Photo], looking: Looking) -> list[str]:
    """One picture stands for two: in a larger group it must be said for which."""
    if len(photos) == 2:
        return []
    first, second = (number(position + 1) for position in looking.pair)
    # Translators: {n} and {other} are the numbers of two photos of a group
    return [_("You compare photos {n} and {other}.").format(n=first, other=second)]


def _where_they_differ(difference: Difference | None) -> list[str]:
    if difference is None or difference.picture is None:
        return []
    if not difference.whole:
        return [_("Looking closer, for something small ...")]
    lines = [differs_line(difference.places)]
    if difference.places:
        lines.append(_("What differs is bright. Frame 1 differs most: press 6 to go there."))
    return lines


def why(a: Photo, b: Photo, width: int) -> list[str]:
    """How alike two photos are, and what differs, in two lines."""
    pair = relate(a, b)
    return [why_line(pair), reasons_line(pair, width - 4)]


def why_identical(photos: Sequence[Photo], width: int) -> list[str]:
    """For exact copies: that they are, and where each of them is."""
    places = ", ".join(show_name(photo.path) for photo in photos)
    return [why_line(relate(photos[0], photos[1])), shorten(places, width - 4)]


def decisions(others: int | None) -> list[tuple[int, str]]:
    """The answers to the question; for exact copies `others` is how many go together when one is kept."""
    return [
        (1, keep_answer(others)),
        (2, aside_answer(others)),
        (3, pgettext("inspect", "Next group")),
    ]


def ways(*, viewer: bool) -> list[tuple[int, str]]:
    """The numbered ways to look. Without a viewer, as on a computer of others, the other numbers stay."""
    found = [
        (4, pgettext("inspect", "Flip")),
        (5, pgettext("inspect", "Difference")),
        (6, pgettext("inspect", "Closer")),
        (7, pgettext("inspect", "Farther")),
        (8, pgettext("inspect", "Browser")),
    ]
    return [*found, (9, pgettext("inspect", "Viewer"))] if viewer else found


def short_decision(inspection: Inspection, photo: Photo) -> str:
    """The decision in a strip, where there is little room."""
    match inspection.choice(photo):
        case Choice.KEEP:
            return _("* stays")
        case Choice.SET_ASIDE:
            return pgettext("strip", "- set aside")
        case _undecided:
            return pgettext("strip", "? not decided")
