"""What two photos of a group are to each other, with reasons that a person can check.

In order of test, the surest first; when in doubt the weaker thing is said (LIKENESS, Relations).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wizard.likeness.evidence import bracket_step, is_burst, other_press, seconds_apart
from wizard.likeness.fingerprint import similarity
from wizard.likeness.photo import Looks, Made, Photo
from wizard.likeness.turns import TRANSPOSED, is_reflection

LIGHT_DIFFERS = 6.0
"""Grey levels between the means of two pictures; a person sees about 5 (a guess)."""
COLOUR_DIFFERS = 6.0
"""Levels; saturation by half a step is 4 to 12 on the development set."""
GREY_ONLY = 2.0
"""Colourfulness of black and white, saved as JPEG."""
COARSER_BY = 1.3
"""Between quality 85 and 80, 90 and 87: what saving again usually costs (a guess)."""
SHAPE_DIFFERS = 0.02
"""Width by height (LIKENESS)."""


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


class Reason(StrEnum):
    """A fact about the second photo of a pair, compared with the first."""

    SAME_BYTES = "same_bytes"
    SAME_SECOND = "same_second"
    SECONDS_APART = "seconds_apart"
    NAMED_BURST = "named_burst"
    TURNED = "turned"
    MIRRORED = "mirrored"
    BRIGHTER = "brighter"
    DARKER = "darker"
    NO_COLOUR = "no_colour"
    OTHER_COLOURS = "other_colours"
    OTHER_SHAPE = "other_shape"
    CROPPED = "cropped"
    FRAMED = "framed"
    SCANNED = "scanned"
    PARTLY_CHANGED = "partly_changed"
    SOMETHING_MOVED = "something_moved"
    PAPER = "paper"
    SMALLER = "smaller"
    LARGER = "larger"
    OTHER_FORMAT = "other_format"
    OTHER_TIME = "other_time"
    SAME_TIME = "same_time"
    OTHER_CAMERA = "other_camera"
    NO_CAMERA_DATA = "no_camera_data"
    COARSER = "coarser"
    FINER = "finer"
    NO_PLACE = "no_place"
    OTHER_BYTES = "other_bytes"


OUTLINES = {
    Made.CROPPED: Reason.CROPPED,
    Made.FRAMED: Reason.FRAMED,
    Made.SCANNED: Reason.SCANNED,
}


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
    reasons = [*_evidence(relation, a, b), *_visible(relation, a, b), *_differences(a, b)]
    return Pair(
        a,
        b,
        similarity(a.fingerprint, b.fingerprint),
        relation,
        tuple(dict.fromkeys(reasons)) or (Reason.OTHER_BYTES,),
    )


def _relation(a: Photo, b: Photo) -> Relation:
    one, other = a.fingerprint.metadata, b.fingerprint.metadata
    if a.looks and b.looks and a.looks.capture == b.looks.capture and not other_press(one, other):
        if a.looks.picture == b.looks.picture and not _light(a.looks, b.looks):
            return Relation.SAME_PICTURE
        scanned = Made.SCANNED in (a.looks.made, b.looks.made)
        return Relation.RESCAN if scanned else Relation.EDITED_COPY
    if _is_bracket(a, b):
        return Relation.BRACKETED_EXPOSURE
    if is_burst(one, other):
        return Relation.BURST
    if a.looks and b.looks and a.looks.paper and b.looks.paper:
        return Relation.DOCUMENT_PAGES
    return Relation.LOOK_ALIKE


def _is_bracket(a: Photo, b: Photo) -> bool:
    """The camera was told to expose otherwise, and the picture became brighter or darker by it."""
    step = bracket_step(a.fingerprint.metadata, b.fingerprint.metadata)
    if step is None or a.looks is None or b.looks is None:
        return False
    brighter = b.looks.brightness - a.looks.brightness
    return abs(brighter) >= LIGHT_DIFFERS and (brighter > 0) == (step > 0)


def _evidence(relation: Relation, a: Photo, b: Photo) -> list[Reason]:
    """What makes the relation sure."""
    one, other = a.fingerprint.metadata, b.fingerprint.metadata
    if relation is Relation.DOCUMENT_PAGES:
        return [Reason.PAPER]
    if relation not in (Relation.BURST, Relation.BRACKETED_EXPOSURE):
        return []
    apart = seconds_apart(one, other)
    if apart is None:
        return [Reason.NAMED_BURST]
    return [Reason.SAME_SECOND if apart < 1 else Reason.SECONDS_APART]


def _visible(relation: Relation, a: Photo, b: Photo) -> list[Reason]:
    """What a person sees that differs."""
    if a.looks is None or b.looks is None:
        return []
    if relation is Relation.SAME_PICTURE:
        return _turned(a.looks, b.looks)
    if relation in (Relation.EDITED_COPY, Relation.RESCAN):
        outlines = [OUTLINES[made] for made in (a.looks.made, b.looks.made) if made in OUTLINES]
        if outlines:
            return [*dict.fromkeys(outlines), *_light(a.looks, b.looks)]
    reasons = _light(a.looks, b.looks)
    one, other = a.fingerprint.metadata, b.fingerprint.metadata
    if one.height and other.height:
        across = one.height, one.width
        if not (a.looks.turn ^ b.looks.turn) & TRANSPOSED:
            across = one.width, one.height
        shapes = across[0] * other.height, other.width * across[1]
        if max(shapes) > (1 + SHAPE_DIFFERS) * min(shapes):
            reasons.append(Reason.OTHER_SHAPE)
    if reasons or relation is Relation.BRACKETED_EXPOSURE:
        return reasons
    if relation is Relation.EDITED_COPY:
        return [*_turned(a.looks, b.looks), Reason.PARTLY_CHANGED]
    return [] if relation is Relation.DOCUMENT_PAGES else [Reason.SOMETHING_MOVED]


def _turned(a: Looks, b: Looks) -> list[Reason]:
    if a.turn == b.turn:
        return []
    mirrored = is_reflection(a.turn) != is_reflection(b.turn)
    return [Reason.MIRRORED if mirrored else Reason.TURNED]


def _light(a: Looks, b: Looks) -> list[Reason]:
    reasons = []
    if abs(b.brightness - a.brightness) >= LIGHT_DIFFERS:
        reasons.append(Reason.BRIGHTER if b.brightness > a.brightness else Reason.DARKER)
    if abs(b.colourfulness - a.colourfulness) >= COLOUR_DIFFERS:
        grey = b.colourfulness < GREY_ONLY
        reasons.append(Reason.NO_COLOUR if grey else Reason.OTHER_COLOURS)
    return reasons


def _differences(a: Photo, b: Photo) -> list[Reason]:
    """What the files say that differs."""
    one, other = a.fingerprint.metadata, b.fingerprint.metadata
    reasons = []
    if a.pixels != b.pixels:
        reasons.append(Reason.SMALLER if b.pixels < a.pixels else Reason.LARGER)
    if one.coarseness and other.coarseness:
        if other.coarseness > COARSER_BY * one.coarseness:
            reasons.append(Reason.COARSER)
        if one.coarseness > COARSER_BY * other.coarseness:
            reasons.append(Reason.FINER)
    if one.format != other.format:
        reasons.append(Reason.OTHER_FORMAT)
    if one.taken and other.taken and seconds_apart(one, other) is None:
        reasons.append(Reason.SAME_TIME if one.taken == other.taken else Reason.OTHER_TIME)
    if one.camera and other.camera and one.camera != other.camera:
        reasons.append(Reason.OTHER_CAMERA)
    if (one.camera or one.taken) and not (other.camera or other.taken):
        reasons.append(Reason.NO_CAMERA_DATA)
    elif one.place and not other.place:
        reasons.append(Reason.NO_PLACE)
    return reasons
