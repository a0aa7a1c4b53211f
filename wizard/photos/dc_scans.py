"""Of a progressive JPEG only what its smallest size is made of. Reads bytes and makes bytes; decodes nothing.

Decoded at 1/8, each block of 8 x 8 pixels is one pixel: its mean, which is its DC coefficient (ITU-T T.81,
A.3.3 and G.1). A baseline file has to be read through for them; a progressive one holds them in scans of
their own, an eighth of the file. libjpeg reads and keeps all scans whatever size is asked for.
"""

from __future__ import annotations

from wizard.photos.jpeg_segments import (
    END,
    FRAMES,
    PROGRESSIVE,
    RESTARTS,
    SCAN,
    START,
    TABLES,
    UnexpectedJpeg,
    header_of,
    segments,
)

LONGEST_RUN = 32767
"""Blocks without coefficients that one code can stand for (G.1.2.2, EOB14)."""


def dc_scans(contents: bytes) -> bytes | None:
    """The same picture for a decoder that makes it at 1/8: light to the bit, colours to a level or so.

    None where it is no whole progressive file as cameras and libjpeg write them.
    """
    try:
        return _only_dc(contents)
    except (UnexpectedJpeg, IndexError):
        return None


def _only_dc(contents: bytes) -> bytes:
    kept, light = [START], b""
    for marker, segment in segments(contents):
        header = header_of(segment)
        if marker == SCAN and header[-2] != 0:  # the last coefficient that the scan holds
            continue
        if marker in FRAMES:
            if marker != PROGRESSIVE or light or header[0] != 8:
                raise UnexpectedJpeg
            light = _no_more_detail(header)
        kept.append(segment)
    if not light:
        raise UnexpectedJpeg
    return b"".join((*kept, light, END))


def _no_more_detail(frame: bytes) -> bytes:
    """A scan that says of the light: no block has more than its mean.

    Without it libjpeg takes the rest for missing, as on a slow line, and smooths over the blocks.
    """
    height, width = (int.from_bytes(frame[at : at + 2], "big") for at in (1, 3))
    runs = -(-(-(-height // 8) * -(-width // 8)) // LONGEST_RUN)
    bits = ("0" + "1" * 14) * runs
    bits += "1" * (-len(bits) % 8)
    runs_of_blocks = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")
    no_restarts = bytes([0xFF, RESTARTS, 0, 4, 0, 0])
    one_code = bytes([0xFF, TABLES, 0, 20, 0x10, 1, *[0] * 15, 0xE0])
    scan = bytes([0xFF, SCAN, 0, 8, 1, frame[6], 0x00, 1, 63, 0x00])
    return no_restarts + one_code + scan + runs_of_blocks
