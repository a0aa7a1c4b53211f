"""What two photos of a group are to each other, with reasons that a person can check.

Two relations are told so far, both certain: the bytes are the same, or no more is known than that
the percent is above 90. The weaker thing is always said when in doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wizard.likeness.fingerprint import similarity
from wizard.likeness.groups import Photo


class Relation(StrEnum):
    """The names that `scan --json` uses."""

    IDENTICAL_FILE = "identical_file"
    LOOK_ALIKE = "look_alike"


class Reason(StrEnum):
    """A fact about the second photo of a pair, compared with the first."""

    SAME_BYTES = "same_bytes"
    SMALLER = "smaller"
    LARGER = "larger"
    OTHER_FORMAT = "other_format"
    OTHER_TIME = "other_time"
    SAME_TIME = "same_time"
    OTHER_CAMERA = "other_camera"
    NO_CAMERA_DATA = "no_camera_data"
    OTHER_BYTES = "other_bytes"


@dataclass(frozen=True)
class Pair:
    """Two photos, how alike in percent (cut, not rounded), what they are to each other, and why."""

    a: Photo
    b: Photo
    similarity: float
    relation: Relation
    reasons: tuple[Reason, ...]


def relate(a: Photo, b: Photo) -> Pair:
    """The relation of two photos."""
    if a.sha256 == b.sha256:
        return Pair(a, b, 100.0, Relation.IDENTICAL_FILE, (Reason.SAME_BYTES,))
    return Pair(
        a,
        b,
        similarity(a.fingerprint, b.fingerprint),
        Relation.LOOK_ALIKE,
        tuple(_differences(a, b)),
    )


def _differences(a: Photo, b: Photo) -> list[Reason]:
    one, other = a.fingerprint.metadata, b.fingerprint.metadata
    reasons = []
    if a.pixels != b.pixels:
        reasons.append(Reason.SMALLER if b.pixels < a.pixels else Reason.LARGER)
    if one.format != other.format:
        reasons.append(Reason.OTHER_FORMAT)
    if one.taken and other.taken:
        reasons.append(Reason.SAME_TIME if one.taken == other.taken else Reason.OTHER_TIME)
    if one.camera and other.camera and one.camera != other.camera:
        reasons.append(Reason.OTHER_CAMERA)
    if (one.camera or one.taken) and not (other.camera or other.taken):
        reasons.append(Reason.NO_CAMERA_DATA)
    return reasons or [Reason.OTHER_BYTES]
