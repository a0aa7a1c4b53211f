"""What two photos of a group are to each other, with reasons that a person can check.

In order of test, the surest first; when in doubt the weaker thing is said (LIKENESS, Relations).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wizard.likeness import reasons
from wizard.likeness.evidence import bracket_step, is_burst, other_press
from wizard.likeness.fingerprint import similarity
from wizard.likeness.photo import Made, Photo
from wizard.likeness.reasons import Reason as Reason


class Relation(StrEnum):
    """The names that `scan --json` uses, the surest first."""

    IDENTICAL_FILE = "identical_file"
    SAME_PICTURE = "same_picture"
    EDITED_COPY = "edited_copy"
    BRACKETED_EXPOSURE = "bracketed_exposure"
    BURST = "burst"
    RESCAN = "rescan"
    DOCUMENT_PAGES = "document_pages"
    LOOK_ALIKE = "look_alike"


@dataclass(frozen=True)
class Pair:
    """Two photos, how alike in percent (cut, not rounded), what they are to each other, and why."""

    a: Photo
    b: Photo
    similarity: float
    relation: Relation
    reasons: tuple[Reason, ...]


def relate(a: Photo, b: Photo) -> Pair:
    """The relation of two photos. Without a look at their pixels only what the files say is told."""
    if a.sha256 == b.sha256:
        return Pair(a, b, 100.0, Relation.IDENTICAL_FILE, (Reason.SAME_BYTES,))
    relation = _relation(a, b)
    why = tuple(dict.fromkeys([*_why(relation, a, b), *reasons.of_the_files(a, b)]))
    alike = similarity(a.fingerprint, b.fingerprint)
    return Pair(a, b, alike, relation, why or (Reason.OTHER_BYTES,))


def _relation(a: Photo, b: Photo) -> Relation:
    one, other = a.fingerprint.metadata, b.fingerprint.metadata
    if a.looks and b.looks and a.looks.capture == b.looks.capture and not other_press(one, other):
        if a.looks.picture == b.looks.picture and not reasons.light(a.looks, b.looks):
            return Relation.SAME_PICTURE
        scanned = Made.SCANNED in (a.looks.made, b.looks.made)
        return Relation.RESCAN if scanned else Relation.EDITED_COPY
    if _are_pages(a, b):
        return Relation.DOCUMENT_PAGES
    if _is_bracket(a, b):
        return Relation.BRACKETED_EXPOSURE
    return Relation.BURST if is_burst(one, other) else Relation.LOOK_ALIKE


def _are_pages(a: Photo, b: Photo) -> bool:
    """Two pages, however soon one was photographed after the other: who copies a file of papers is quick."""
    return bool(a.looks and b.looks and a.looks.paper and b.looks.paper)


def _is_bracket(a: Photo, b: Photo) -> bool:
    """The camera was told to expose otherwise, and the picture became brighter or darker by it."""
    step = bracket_step(a.fingerprint.metadata, b.fingerprint.metadata)
    if step is None or a.looks is None or b.looks is None:
        return False
    brighter = b.looks.brightness - a.looks.brightness
    return abs(brighter) >= reasons.LIGHT_DIFFERS and (brighter > 0) == (step > 0)


def _why(relation: Relation, a: Photo, b: Photo) -> list[Reason]:
    """What makes the relation sure, then what a person sees that differs."""
    match relation:
        case Relation.SAME_PICTURE if a.looks and b.looks:
            return reasons.turned(a.looks, b.looks)
        case Relation.EDITED_COPY | Relation.RESCAN:
            return reasons.of_a_copy(a, b)
        case Relation.BRACKETED_EXPOSURE:
            return [*reasons.of_moments(a, b), *reasons.brighter_or_shaped(a, b)]
        case Relation.BURST:
            return [*reasons.of_moments(a, b), *reasons.of_look_alikes(a, b)]
        case Relation.DOCUMENT_PAGES:
            return [Reason.PAPER, *reasons.brighter_or_shaped(a, b)]
        case _:
            return reasons.of_look_alikes(a, b)
