"""The name that a phone gives to all shots of one burst, from Apple's maker note or Google's XMP."""

from __future__ import annotations

import re
import struct

APPLE = b"Apple iOS\0"
APPLE_DIRECTORY = 14
"""Bytes before the directory of Apple's maker note (ExifTool, lib/Image/ExifTool/Apple.pm)."""
APPLE_BURST = 0x000B
"""BurstUUID, a text (the same)."""
MOST_ENTRIES = 500
LONGEST = 64
GOOGLE_BURST = re.compile(rb"GCamera:BurstID\s*(?:=\s*[\"']|>)([\w-]{1,64})")
"""As an attribute or as an element (ExifTool, XMP-GCamera)."""


def burst_id(maker_note: object, xmp: object) -> str | None:
    """The burst's own name, or None. Takes whatever stood in the file; nothing is raised."""
    if isinstance(maker_note, bytes) and maker_note.startswith(APPLE):
        try:
            return _apple(maker_note)
        except (struct.error, UnicodeDecodeError):
            return None
    if isinstance(xmp, str):
        xmp = xmp.encode(errors="replace")
    found = GOOGLE_BURST.search(xmp) if isinstance(xmp, bytes) else None
    return found.group(1).decode("ascii", "replace") if found else None


def _apple(note: bytes) -> str | None:
    """Looks through one TIFF directory; places are counted from the beginning of the note."""
    order = "<" if note[12:14] == b"II" else ">"
    (entries,) = struct.unpack_from(order + "H", note, APPLE_DIRECTORY)
    for number in range(min(entries, MOST_ENTRIES)):
        tag, _kind, count, place = struct.unpack_from(
            order + "HHII", note, APPLE_DIRECTORY + 2 + 12 * number
        )
        if tag == APPLE_BURST and count <= LONGEST:
            return note[place : place + count].rstrip(b"\0").decode("ascii") or None
    return None
