"""A JPEG written band by band, so that the picture never stands in memory whole. Makes bytes; writes no file.

Pillow writes a JPEG whole or not at all. But a JPEG may begin anew between its rows of blocks (ITU-T T.81,
B.2.1 and F.1.1.5.2, restart markers), and of one quality all have the same tables. So each band becomes a
JPEG of its own, and the codes of all of them one: the same pixels, to the bit, as written at once.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import ExifTags, Image

from wizard.photos.bands import ROWS, Bands
from wizard.photos.jpeg_segments import (
    END,
    FIRST_RESTART,
    FRAMES,
    RESTARTS,
    SCAN,
    START,
    header_of,
    segments,
)
from wizard.photos.picture import ProblemsNamed, UnreadablePicture
from wizard.photos.screen_colours import eight_bit, on_white
from wizard.problems import ProblemKind

BLOCK = 16
"""Pixels across and down that are coded together, with colours at half the size."""
assert ROWS % BLOCK == 0, "a band ends where a row of blocks ends"
LONGEST_SIDE = 65_500
"""Pixels; libjpeg writes no larger ones."""


def jpeg_by_bands(
    bands: Bands, quality: int, *, orientation: int, profile: bytes | None
) -> Iterator[bytes]:
    """The bytes of the file, piece by piece. `orientation`: how it is to be turned to be seen, as in EXIF.

    Raises UnreadablePicture.
    """
    width, height = bands.size
    if max(width, height) > LONGEST_SIDE:
        raise UnreadablePicture(ProblemKind.TOO_LARGE)
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    for number, top in enumerate(range(0, height, ROWS)):
        with ProblemsNamed():
            band = on_white(eight_bit(bands.band(top, min(top + ROWS, height))))
            written = io.BytesIO()
            band.save(written, "JPEG", quality=quality, exif=exif, icc_profile=profile)
            of_band = list(segments(written.getvalue()))
        if number == 0:
            yield _head(of_band, height, -(-width // BLOCK) * (ROWS // BLOCK))
        else:
            yield bytes([0xFF, FIRST_RESTART + (number - 1) % 8])
        yield _codes(of_band[-1][1])
    yield END


def _head(of_band: list[tuple[int, bytes]], height: int, blocks: int) -> bytes:
    """All before the codes: the whole height in place of the band's, and after how many blocks it begins anew."""
    kept = [START]
    for marker, segment in of_band:
        if marker in FRAMES:
            segment = segment[:5] + height.to_bytes(2, "big") + segment[7:]
        elif marker == SCAN:
            kept.append(bytes([0xFF, RESTARTS, 0, 4]) + blocks.to_bytes(2, "big"))
            segment = segment[: len(segment) - len(_codes(segment))]
        kept.append(segment)
    return b"".join(kept)


def _codes(scan: bytes) -> bytes:
    """Of a scan what stands for the pixels."""
    return scan[4 + len(header_of(scan)) :]
