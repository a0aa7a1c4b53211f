"""What is kept of a picture so that it can be compared: digest, perceptual hash, the camera's facts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageStat

from wizard.likeness.turns import MIRRORED, ORIENTATIONS, TRANSPOSED, UPSIDE_DOWN
from wizard.photos.metadata import Metadata, metadata
from wizard.photos.picture import decode, open_picture, read_bytes

HASH_BITS = 64
VERSION = "phash64-draft256-2"
"""Named in `scan --json` and in the cache: hashes of another version are never compared."""
DECODED_SIDE = 256
"""Pixels. JPEG decodes at 1/8 from here; the hash equals that of the whole picture in 93 percent
of 327 real photos and is 2 bits off in the rest (PERFORMANCE)."""
FLAT_DEVIATION = 4.0
"""Grey levels. Blank walls, night sky, lens caps: below this, noise decides the hash."""


@dataclass(frozen=True)
class Fingerprint:
    """`sha256` in hex; `perceptual_hash` as 64 bits, or None for a picture too flat to compare.

    `turned`: the hashes that the picture would have in the seven other orientations, see `turns`.
    """

    sha256: str
    perceptual_hash: int | None
    metadata: Metadata
    turned: tuple[int, ...] = ()


def fingerprint(path: Path) -> Fingerprint:
    """Reads the file once for digest, pixels and metadata. Raises UnreadablePicture."""
    contents = read_bytes(path)
    digest = hashlib.sha256(contents).hexdigest()
    picture = open_picture(contents)
    facts = metadata(picture)
    hashes = eight_hashes(decode(picture, DECODED_SIDE))
    return Fingerprint(digest, hashes[0] if hashes else None, facts, hashes[1:])


def eight_hashes(picture: Image.Image) -> tuple[int, ...]:
    """The 64-bit phash of a decoded picture in its eight orientations, first bit highest.

    Empty where there is nothing to see. Zauner, "Implementation and Benchmarking of Perceptual Image
    Hash Functions" (2010), as `imagehash.phash` has it. A mirrored picture has the same cosine
    coefficients but for the sign of every second one, a transposed one has them transposed: one
    transform serves all eight.
    """
    import numpy as np
    from scipy.fftpack import dct

    grey = picture.convert("L")
    if min(grey.size) < 8 or ImageStat.Stat(grey).stddev[0] < FLAT_DEVIATION:
        return ()
    pixels = np.asarray(grey.resize((32, 32), Image.Resampling.LANCZOS))
    low = dct(dct(pixels, axis=0), axis=1)[:8, :8]
    signs = np.where(np.arange(8) % 2, -1.0, 1.0)
    hashes = []
    for turn in range(ORIENTATIONS):
        seen = low.T if turn & TRANSPOSED else low
        seen = seen * signs[:, None] if turn & UPSIDE_DOWN else seen
        seen = seen * signs if turn & MIRRORED else seen
        hashes.append(int.from_bytes(np.packbits(seen > np.median(seen)).tobytes(), "big"))
    return tuple(hashes)


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
