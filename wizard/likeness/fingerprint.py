"""What is kept of a picture so that it can be compared: digest, perceptual hash, the camera's facts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageStat

from wizard.likeness.small_picture import SmallPicture, small_picture
from wizard.likeness.views import Views, views
from wizard.photos.metadata import Metadata
from wizard.photos.picture import fitted, read_bytes, upright
from wizard.photos.reduced import read_reduced

HASH_BITS = 64
VERSION = "phash64-draft256-4"
"""Named in `scan --json` and in the cache: hashes of another version are never compared."""
GREY_SIDE = 256
"""Pixels of the longer side of the greys that are hashed."""
FLAT_DEVIATION = 4.0
"""Grey levels. Blank walls, night sky, lens caps: below this, noise decides the hash."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`sha256` in hex; `perceptual_hash` as 64 bits, or None for a picture too flat to compare."""

    sha256: str
    perceptual_hash: int | None
    metadata: Metadata
    views: Views = field(default_factory=Views)


def fingerprint(path: Path) -> Fingerprint:
    """Reads the file once for digest, pixels and metadata. Raises UnreadablePicture."""
    return fingerprint_and_picture(path, with_picture=False)[0]


def fingerprint_and_picture(
    path: Path, *, with_picture: bool
) -> tuple[Fingerprint, SmallPicture | None]:
    """The same, and from one decoding what the pixel check will ask for. Raises UnreadablePicture.

    Of HEIC its own thumbnail is enough for a first look; there is no small picture then.
    """
    return of_contents(read_bytes(path), with_picture=with_picture)


def whole_fingerprint_and_picture(
    path: Path, *, with_picture: bool
) -> tuple[Fingerprint, SmallPicture | None]:
    """The same of the whole picture, whatever is in the file beside it. Raises UnreadablePicture."""
    return of_contents(read_bytes(path), with_picture=with_picture, thumbnail=False)


def of_contents(
    contents: bytes, *, with_picture: bool, sha256: str = "", thumbnail: bool = True
) -> tuple[Fingerprint, SmallPicture | None]:
    """The same of the bytes of a file, with their digest if it is known. Raises UnreadablePicture."""
    seen = read_reduced(contents, thumbnail=thumbnail)
    facts = replace(seen.metadata, from_thumbnail=seen.from_thumbnail)
    grey = upright(fitted(seen.picture, GREY_SIDE).convert("L"), seen.orientation)
    hash_ = perceptual_hash(grey)
    small = small_picture(seen) if with_picture and not seen.from_thumbnail else None

    def finer() -> Image.Image:
        return Image.fromarray((small or small_picture(seen)).greys)

    aspect = facts.width / max(1, facts.height)
    others = Views() if hash_ is None else views(grey, aspect, finer)
    digest = sha256 or hashlib.sha256(contents).hexdigest()
    return Fingerprint(digest, hash_, facts, others), small


def perceptual_hash(picture: Image.Image) -> int | None:
    """The 64-bit phash of a decoded picture, first bit highest; None where there is nothing to see.

    Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010).
    """
    import imagehash  # not before the first picture is read: the first screen need not wait for it

    grey = picture.convert("L")
    if min(grey.size) < 8 or ImageStat.Stat(grey).stddev[0] < FLAT_DEVIATION:
        return None
    return int.from_bytes(np.packbits(imagehash.phash(grey).hash).tobytes(), "big")


def hamming_distance(a: int, b: int) -> int:
    """How many bits differ."""
    return (a ^ b).bit_count()


def similarity(a: Fingerprint, b: Fingerprint) -> float:
    """Percent, cut to one decimal: 100 only for identical bytes, 99.9 for equal hashes (LIKENESS).

    Two pictures of which one is flat have no similarity to state: 0.
    """
    if a.sha256 == b.sha256:
        return 100.0
    if a.perceptual_hash is None or b.perceptual_hash is None:
        return 0.0
    distance = hamming_distance(a.perceptual_hash, b.perceptual_hash)
    return min(99.9, (HASH_BITS - distance) * 1000 // HASH_BITS / 10)
