"""What is kept of a picture so that it can be compared: digest, perceptual hash, the camera's facts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageStat

from wizard.likeness.small_picture import SmallPicture, small_picture
from wizard.likeness.views import Views, views
from wizard.photos.metadata import Metadata, metadata
from wizard.photos.picture import decode, open_picture, read_bytes

HASH_BITS = 64
VERSION = "phash64-draft256-4"
"""Named in `scan --json` and in the cache: hashes of another version are never compared."""
DECODED_SIDE = 256
"""Pixels. JPEG decodes at 1/8 from here; the hash equals that of the whole picture in 93 percent
of 327 real photos and is 2 bits off in the rest (PERFORMANCE)."""
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
    """The same, and from one decoding what the pixel check will ask for. Raises UnreadablePicture."""
    contents = read_bytes(path)
    digest = hashlib.sha256(contents).hexdigest()
    picture = open_picture(contents)
    facts = metadata(picture)
    grey = decode(picture, DECODED_SIDE).convert("L")
    hash_ = perceptual_hash(grey)
    size = facts.width, facts.height
    small = small_picture(picture, size) if with_picture else None

    def finer() -> Image.Image:
        return Image.fromarray((small or small_picture(picture, size)).greys)

    seen = Views() if hash_ is None else views(grey, size[0] / max(1, size[1]), finer)
    return Fingerprint(digest, hash_, facts, seen), small


def perceptual_hash(picture: Image.Image) -> int | None:
    """The 64-bit phash of a decoded picture, first bit highest; None where there is nothing to see.

    Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010), as
    `imagehash.phash` has it.
    """
    import imagehash
    import numpy as np

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
