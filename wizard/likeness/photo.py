"""One photo that was read, and what a close look at its group found about it. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from wizard.likeness.fingerprint import Fingerprint


class Made(StrEnum):
    """How a copy came about, as far as its outline shows it."""

    WHOLE = "whole"
    CROPPED = "cropped"
    FRAMED = "framed"
    """With something around it: a frame, a phone's screen, the glass of a scanner."""
    SCANNED = "scanned"
    """From a print: laid askew or on a bed, with other light and dust."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What a photo shows. Photos of one `picture` differ in nothing visible; one `capture` is one
    press of the shutter. Both are digests of the photo that stands for the others.
    """

    picture: str
    capture: str
    brightness: float
    """Mean grey, 0 to 255."""
    colourfulness: float
    """0 for black and white."""
    paper: bool
    """A page: bright, without colour, full of fine detail."""
    turn: int = 0
    """How its pixels are held beside those of `capture`, see `turns`."""
    made: Made = Made.WHOLE
    """Out of `capture`."""


Seen = Mapping[str, Looks]
"""By the digest of a photo what it shows."""


@dataclass(frozen=True, slots=True)
class Photo:
    """One file that was read: its path relative to the folder, its size, what is known of it."""

    path: str
    bytes: int
    modified_ns: int
    fingerprint: Fingerprint
    companions: tuple[str, ...] = ()
    looks: Looks | None = None
    """None for a photo in no group, and where the pixels were not looked at again."""

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        return self.fingerprint.sha256

    @property
    def pixels(self) -> int:
        """Width times height."""
        return self.fingerprint.metadata.width * self.fingerprint.metadata.height

    @property
    def capture(self) -> str:
        """The press of the shutter that it shows: the digest of the photo that stands for it."""
        return self.looks.capture if self.looks else self.sha256
