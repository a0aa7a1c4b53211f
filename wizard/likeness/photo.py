"""One photo that was read, and what a close look at its group found about it. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.likeness.fingerprint import Fingerprint


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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
