"""Where two pictures differ, in words: "lower left", "in the middle". Knows nothing of how areas are found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from wizard.language.catalogs import _, pgettext
from wizard.language.formats import listed

NAMED_AT_MOST = 4
"""Places in one sentence; a longer list tells a person nothing."""
MOST_OF_IT = 0.5
"""Share of the picture from which one area is "almost everywhere". A guess."""


class Box(Protocol):
    """An area as shares of the picture's width and height, 0.0 to 1.0 from its upper left corner."""

    @property
    def left(self) -> float:
        """Where it begins, from the left."""

    @property
    def top(self) -> float:
        """Where it begins, from above."""

    @property
    def right(self) -> float:
        """Where it ends, from the left."""

    @property
    def bottom(self) -> float:
        """Where it ends, from above."""


def differs_line(areas: Sequence[Box]) -> str:
    """One sentence that says where two pictures differ. That nothing was found is no promise."""
    if not areas:
        return _("We found no place that differs. Look for yourself all the same.")
    if any(_share(area) > MOST_OF_IT for area in areas):
        return _("They differ almost everywhere.")
    places = list(dict.fromkeys(place(area) for area in areas))
    if len(places) > NAMED_AT_MOST:
        return _("They differ in many places.")
    # Translators: {places} is one or more of "lower left", "in the middle" ...
    return _("They differ here: {places}.").format(places=listed(places))


def place(area: Box) -> str:
    """The ninth of the picture in which the middle of the area lies."""
    row, column = _third(area.top + area.bottom), _third(area.left + area.right)
    return _names()[row][column]


def _names() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            pgettext("place in a picture", "upper left"),
            pgettext("place in a picture", "at the top"),
            pgettext("place in a picture", "upper right"),
        ),
        (
            pgettext("place in a picture", "at the left"),
            pgettext("place in a picture", "in the middle"),
            pgettext("place in a picture", "at the right"),
        ),
        (
            pgettext("place in a picture", "lower left"),
            pgettext("place in a picture", "at the bottom"),
            pgettext("place in a picture", "lower right"),
        ),
    )


def _third(both_ends: float) -> int:
    """0, 1 or 2, from the sum of two ends on a scale of 0.0 to 1.0."""
    return min(2, max(0, int(both_ends / 2 * 3)))


def _share(area: Box) -> float:
    return (area.right - area.left) * (area.bottom - area.top)
