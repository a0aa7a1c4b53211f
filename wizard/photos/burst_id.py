"""What a camera says of a burst: its name (Apple's maker note, Google's XMP) and the shot's number."""

from __future__ import annotations

import re
import struct

APPLE = b"Apple iOS\0"
APPLE_DIRECTORY = 14
"""Bytes before the directory of Apple's maker note (ExifTool, lib/Image/ExifTool/Apple.pm)."""
APPLE_BURST = 0x000B
"""BurstUUID, a text (the same)."""
SEQUENCES = {b"SONY DSC \0\0\0": 0xB04A, b"Panasonic\0\0\0": 0x002B}
"""SequenceNumber (ExifTool, Sony.pm and Panasonic.pm)."""
SEQUENCE_DIRECTORY = 12
"""Bytes before the directory of these maker notes: as many as their names have (the same)."""
SHORT = 3
"""The TIFF type of two bytes."""
MOST_ENTRIES = 500
LONGEST = 64
"""Entries of a directory, letters of a burst's name: a file that claims more is damaged, or means harm."""
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


def burst_number(maker_note: object) -> int | None:
    """The number of a shot in its burst as Sony and Panasonic write it; 0 is a single shot: None."""
    if not isinstance(maker_note, bytes):
        return None
    for head, tag in SEQUENCES.items():
        if maker_note.startswith(head):
            return _entry(maker_note, tag) or None
    return None


def _entry(note: bytes, wanted: int) -> int | None:
    """A number that stands in the directory itself, little end first as these makers write."""
    try:
        (entries,) = struct.unpack_from("<H", note, SEQUENCE_DIRECTORY)
        for number in range(min(entries, MOST_ENTRIES)):
            place = SEQUENCE_DIRECTORY + 2 + 12 * number
            tag, kind, _count, value = struct.unpack_from("<HHII", note, place)
            if tag == wanted:
                return int(value & 0xFFFF) if kind == SHORT else int(value)
    except struct.error:
        return None
    return None


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
