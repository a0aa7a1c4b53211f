"""The facts that a person can check about two photos: what is seen, and what the files say, that differs."""

from __future__ import annotations

from enum import StrEnum

from wizard.likeness.evidence import names_of_one_burst, seconds_apart
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


class Reason(StrEnum):
    """A fact about the second photo of a pair, compared with the first."""

    SAME_BYTES = "same_bytes"
    SAME_SECOND = "same_second"
    SECONDS_APART = "seconds_apart"
    NAMED_BURST = "named_burst"
    BURST_NAMES = "burst_names"
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


def of_moments(a: Photo, b: Photo) -> list[Reason]:
    """What makes it sure that they are two moments."""
    one, other = a.fingerprint.metadata, b.fingerprint.metadata
    apart = seconds_apart(one, other)
    if apart is None:
        return [Reason.NAMED_BURST]
    return [Reason.SAME_SECOND if apart < 1 else Reason.SECONDS_APART]


def of_a_copy(a: Photo, b: Photo) -> list[Reason]:
    """What a person sees that was changed on one of two of the same press of the shutter."""
    if a.looks is None or b.looks is None:
        return []
    outlines = [OUTLINES[made] for made in (a.looks.made, b.looks.made) if made in OUTLINES]
    if outlines:
        return [*dict.fromkeys(outlines), *light(a.looks, b.looks)]
    changed = [*light(a.looks, b.looks), *_shape(a, b)]
    return changed or [*turned(a.looks, b.looks), Reason.PARTLY_CHANGED]


def of_look_alikes(a: Photo, b: Photo) -> list[Reason]:
    """What a person sees that differs; something may have moved where nothing else does."""
    if a.looks is None or b.looks is None:
        return []
    names = [Reason.BURST_NAMES] if names_of_one_burst(a.path, b.path) else []
    return [*names, *(brighter_or_shaped(a, b) or [Reason.SOMETHING_MOVED])]


def brighter_or_shaped(a: Photo, b: Photo) -> list[Reason]:
    """Other light, colour or outline."""
    if a.looks is None or b.looks is None:
        return []
    return [*light(a.looks, b.looks), *_shape(a, b)]


def _shape(a: Photo, b: Photo) -> list[Reason]:
    """Whether one is longer or wider, both held as they are seen."""
    one, other = a.fingerprint.metadata, b.fingerprint.metadata
    if not (a.looks and b.looks and one.height and other.height):
        return []
    across = one.width, one.height
    if (a.looks.turn ^ b.looks.turn) & TRANSPOSED:
        across = one.height, one.width
    shapes = across[0] * other.height, other.width * across[1]
    return [Reason.OTHER_SHAPE] if max(shapes) > (1 + SHAPE_DIFFERS) * min(shapes) else []


def turned(a: Looks, b: Looks) -> list[Reason]:
    """Whether one is held another way."""
    if a.turn == b.turn:
        return []
    mirrored = is_reflection(a.turn) != is_reflection(b.turn)
    return [Reason.MIRRORED if mirrored else Reason.TURNED]


def light(a: Looks, b: Looks) -> list[Reason]:
    """Whether the second is brighter, darker or of other colours."""
    reasons = []
    if abs(b.brightness - a.brightness) >= LIGHT_DIFFERS:
        reasons.append(Reason.BRIGHTER if b.brightness > a.brightness else Reason.DARKER)
    if abs(b.colourfulness - a.colourfulness) >= COLOUR_DIFFERS:
        grey = b.colourfulness < GREY_ONLY
        reasons.append(Reason.NO_COLOUR if grey else Reason.OTHER_COLOURS)
    return reasons


def of_the_files(a: Photo, b: Photo) -> list[Reason]:
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
