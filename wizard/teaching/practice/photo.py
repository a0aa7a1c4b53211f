"""What a practice photo is: the press of the shutter, the file made of it, the answer to it.

Values only; nothing is drawn or written here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from PIL import Image

from wizard.teaching.practice.canvas import Canvas

Relation = Literal[
    "identical_file",
    "same_picture",
    "edited_copy",
    "bracketed_exposure",
    "burst",
    "rescan",
    "document_pages",
    "alone",
]
"""How a photo stands to the others of its set; `alone` where none of them is like it."""


@dataclass(frozen=True)
class PracticePhoto:
    """One file of the practice photos and what is true of it: a row of the answer key."""

    path: str
    """Relative to the practice folder, with `/` on every system."""
    shows: str
    capture: str
    """One press of the shutter: the same for every copy of it."""
    set: str
    """What belongs together."""
    relation: Relation
    safe_to_set_aside: bool
    """True only where the same capture stays, at least as whole, in another file."""


@dataclass(frozen=True)
class Camera:
    """A phone, camera or scanner as it names itself in its files."""

    make: str
    model: str
    f_number: float = 0.0
    focal_length: float = 0.0
    """Millimetres."""


@dataclass(frozen=True)
class Exposure:
    """How much light one press of the shutter let in."""

    seconds: tuple[int, int] = (1, 120)
    """Numerator and denominator."""
    iso: int = 100
    bias: int = 0
    """Steps of exposure (EV) away from what the camera measured."""


AS_MEASURED = Exposure()
"""A bright day, nothing special."""


@dataclass(frozen=True)
class Capture:
    """One press of the shutter: what stood before the lens, which camera, when, how exposed."""

    id: str
    shows: str
    scene: Callable[[], Canvas]
    camera: Camera
    taken: datetime
    exposure: Exposure = AS_MEASURED


Finish = Callable[[Image.Image, Capture], bytes]
"""What becomes of a capture on its way to a file: the bytes of that file."""


@dataclass(frozen=True)
class PlannedPhoto:
    """A file to be made: its name, its capture, and what befell it on its way."""

    path: str
    capture: Capture
    finish: Finish
    safe_to_set_aside: bool = False


@dataclass(frozen=True)
class PracticeSet:
    """Photos that belong together, and how they stand to each other."""

    name: str
    relation: Relation
    photos: tuple[PlannedPhoto, ...]

    def answers(self) -> tuple[PracticePhoto, ...]:
        """The rows of the answer key for this set."""
        return tuple(
            PracticePhoto(
                path=photo.path,
                shows=photo.capture.shows,
                capture=photo.capture.id,
                set=self.name,
                relation=self.relation,
                safe_to_set_aside=photo.safe_to_set_aside,
            )
            for photo in self.photos
        )
