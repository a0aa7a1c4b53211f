"""Photos told in lines: name, size, date and camera of each, how alike two are, and what differs."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.journey import Inspection
from wizard.language.catalogs import _
from wizard.language.formats import number
from wizard.language.names import show_name
from wizard.language.photos import date_line, decision_line, reasons_line, size_line, why_line
from wizard.language.sentences import PROBLEMS
from wizard.likeness.groups import Photo
from wizard.likeness.relations import relate
from wizard.photos.picture import UnreadablePicture, read_picture
from wizard.plain.way import Way

SIDE = 64
"""Pixels: enough to know that the picture opens; it is not drawn."""
ALL_REASONS = 1000
"""Cells: a line here may be as long as it is."""


def describe_pair(
    way: Way, inspection: Inspection, photos: Sequence[Photo], pair: tuple[int, int]
) -> bool:
    """Both photos, how alike they are and what differs. True when both can be opened: then both were looked at."""
    # Translators: the photo that is on the left when two are compared; {name} is a file's
    left = _("Left: photo {n} of {all}, {name}")
    # Translators: the photo that is on the right when two are compared; {name} is a file's
    right = _("Right: photo {n} of {all}, {name}")
    opened = [
        _describe(way, inspection, photos, place, title)
        for place, title in zip(pair, (left, right), strict=True)
    ]
    first, second = (photos[place] for place in pair)
    facts = relate(first, second)
    way.say(why_line(facts), reasons_line(facts, ALL_REASONS))
    return all(opened)


def describe_copies(way: Way, inspection: Inspection, photos: Sequence[Photo], marked: int) -> bool:
    """Exact copies: that they are, and where each of them is. True when they can be opened."""
    way.say(why_line(relate(photos[0], photos[1])))
    # Translators: {name} is a file's
    title = _("Photo {n} of {all}, {name}")
    for place in range(len(photos)):
        if place != marked:
            way.say(_title(photos, place, title))
    return _describe(way, inspection, photos, marked, title)


def _describe(
    way: Way, inspection: Inspection, photos: Sequence[Photo], place: int, title: str
) -> bool:
    photo = photos[place]
    way.say(_title(photos, place, title))
    camera = photo.fingerprint.metadata.camera
    facts = [size_line(photo, photos), date_line(photo), *([show_name(camera)] if camera else [])]
    way.say(*(f"  {line}" for line in [*facts, decision_line(inspection, photo)]))
    return _opens(way, photo)


def _title(photos: Sequence[Photo], place: int, title: str) -> str:
    name = show_name(photos[place].path)
    return title.format(n=number(place + 1), all=number(len(photos)), name=name)


def _opens(way: Way, photo: Photo) -> bool:
    """A picture that cannot be opened was looked at by nobody."""
    library = way.journey.library
    assert library is not None, "the way leads here only after a folder was chosen"
    try:
        read_picture(library.folder / photo.path, SIDE)
    except UnreadablePicture as unreadable:
        way.say("  " + PROBLEMS[unreadable.kind]())
        return False
    return True
