"""What a JPEG file consists of, one marker after the other (ITU-T T.81, annex B). Reads bytes; decodes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

START, END = b"\xff\xd8", b"\xff\xd9"
PROGRESSIVE, TABLES, SCAN, RESTARTS = 0xC2, 0xC4, 0xDA, 0xDD
"""SOF2, DHT, SOS and DRI."""
FIRST_RESTART = 0xD0
"""RST0; there are eight, used in turn."""
FRAMES = {*range(0xC0, 0xD0)} - {TABLES, 0xC8, 0xCC}
MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends a scan: neither a byte 0xFF of its own, written FF 00, nor a restart."""


class UnexpectedJpeg(Exception):
    """The markers are not as in the files that are known."""


def segments(contents: bytes) -> Iterator[tuple[int, bytes]]:
    """Each marker with all that belongs to it, up to the end of the picture. Raises UnexpectedJpeg, IndexError."""
    if contents[:2] != START:
        raise UnexpectedJpeg
    at = 2
    while contents[at : at + 2] != END:
        if contents[at] != 0xFF:
            raise UnexpectedJpeg
        marker = contents[at + 1]
        end = at + 2 + int.from_bytes(contents[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(contents) or marker < 0xC0:
            raise UnexpectedJpeg
        if marker == SCAN:
            following = MARKER.search(contents, end)
            if following is None:
                raise UnexpectedJpeg
            end = following.start()
        yield marker, contents[at:end]
        at = end


def header_of(segment: bytes) -> bytes:
    """What a segment says, without its marker and length, and of a scan without its codes."""
    return segment[4 : 2 + int.from_bytes(segment[2:4], "big")]
