"""What is said of a photo and of a pair: size, date, how alike, what differs."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from wizard.journey import Choice, Inspection
from wizard.language.catalogs import _, ngettext
from wizard.language.formats import moment, number, percent, size
from wizard.language.relations import REASONS, RELATIONS
from wizard.likeness.photo import Photo
from wizard.likeness.relations import Pair, Relation


def size_line(photo: Photo, beside: Sequence[Photo] = ()) -> str:
    """Pixels and bytes, and whether other files go with it; of photos beside each other the largest is named so."""
    facts = photo.fingerprint.metadata
    # Translators: a photo's width and height in pixels, then its size such as 2.4 MB
    line = _("{width} x {height}, {size}")
    if has_the_most_pixels(photo, beside):
        # Translators: the same of the photo that has the most pixels of its group. At most 12 cells longer
        line = _("{width} x {height} (largest), {size}")
    line = line.format(
        width=number(facts.width), height=number(facts.height), size=size(photo.bytes)
    )
    if photo.companions:
        count = len(photo.companions)
        # Translators: files that belong to the photo, such as its RAW file or short film
        line += ", " + ngettext("+{n} file", "+{n} files", count).format(n=number(count))
    return line


def has_the_most_pixels(photo: Photo, photos: Sequence[Photo]) -> bool:
    """True where it is larger than others of these, and none is larger."""
    pixels = [each.pixels for each in photos]
    return photo.pixels == max(pixels, default=0) > min(pixels, default=0)


def date_line(photo: Photo) -> str:
    """When it was taken, as the camera wrote."""
    taken = photo.fingerprint.metadata.taken
    return moment(taken) if taken else _("no date in the file")


def decision_line(inspection: Inspection, photo: Photo) -> str:
    """What was decided about a photo so far."""
    match inspection.choice(photo):
        case Choice.KEEP:
            return _("* stays")
        case Choice.SET_ASIDE:
            return _("- will be set aside")
        case _undecided:
            return _("? not decided yet, so it stays")


def why_line(pair: Pair) -> str:
    """How alike, and what the two are to each other."""
    if pair.relation is Relation.IDENTICAL_FILE:
        return RELATIONS[pair.relation]()
    alike = percent(pair.similarity)
    if 90 < pair.similarity < 91:
        alike = _("just over 90%")
    # Translators: {percent} such as 98%, {relation} a sentence
    said = _("{percent} alike. {relation}").format(
        percent=alike, relation=RELATIONS[pair.relation]()
    )
    return _begun(said)


def reasons_line(pair: Pair, cells: int) -> str:
    """What differs between the two, in one line: as many reasons as fit in `cells`, the first always."""
    words = [REASONS[reason]() for reason in pair.reasons]
    while len(words) > 1 and cell_len(_line_of(words)) > cells:
        words.pop()
    return _line_of(words)


def _line_of(words: list[str]) -> str:
    return _begun(", ".join(words)) + "."


def _begun(line: str) -> str:
    """As a sentence begins."""
    return line[:1].upper() + line[1:]
