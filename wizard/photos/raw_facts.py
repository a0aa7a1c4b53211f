"""What a camera wrote into a RAW file: whether it is one, and the facts of EXIF. Reads bytes, decodes nothing."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from PIL import ExifTags, Image
from PIL.ExifTags import Base

HEAD = 1_000_000
"""Bytes at the beginning in which every maker but those of TIFF files writes all facts."""
LIKE_TIFF = (b"IIRO", b"IIRS", b"MMOR", b"IIU\0")
"""Olympus and Panasonic: TIFF but for its number (ExifTool, lib/Image/ExifTool/Exif.pm)."""
SIGNATURES = (*LIKE_TIFF, b"FUJIFILMCCD-RAW", b"FOVb", b"II\x1a\0\0\0HEAPCCDR", b"MMHEAPCCDR")
CANON_3 = b"ftypcrx "
"""Where a film's kind stands (ISO 14496-12): CR3."""
TIFF = {b"II*\0": "<", b"MM\0*": ">"}
MOST_ENTRIES, MOST_DIRECTORIES = 500, 8
"""A file that claims more is damaged, or means harm: the rest is not read."""
PHOTOMETRIC, COLOUR_FILTERS, LINEAR_RAW = 262, 32803, 34892
"""What a pixel means: one colour behind a filter (TIFF/EP, 32803), three of a sensor (DNG, 34892)."""
DNG_VERSION, DIRECTORIES_BELOW = 50706, 330
"""DNGVersion (DNG), SubIFDs (TIFF/EP)."""
CAMERA = (Base.Make, Base.Model, Base.DateTime)
DETAILS = (
    Base.DateTimeOriginal,
    Base.SubsecTimeOriginal,
    Base.OffsetTimeOriginal,
    Base.ExposureBiasValue,
    Base.ExposureTime,
    Base.FNumber,
    Base.ISOSpeedRatings,
    Base.MakerNote,
)
LONGEST_NOTE = 16_000
"""Bytes of a maker note; what is read of it stands at its beginning."""


def is_raw(file: BinaryIO) -> bool:
    """True for the structure of a RAW file, whatever its name; a TIFF file of pixels is none."""
    file.seek(0)
    head = file.read(32)
    if head.startswith(SIGNATURES) or head[4:12] == CANON_3:
        return True
    order = TIFF.get(head[:4])
    if order is None:
        return False
    try:
        return head[8:10] == b"CR" or _has_sensor(
            file, order, struct.unpack(order + "I", head[4:8])[0]
        )
    except struct.error:
        return False  # cut off


def camera_facts(file: BinaryIO, preview: Image.Image) -> Image.Exif:
    """The facts of the file itself, else those of its preview; empty where they make no sense."""
    facts = Image.Exif()
    try:
        for written in (preview.getexif(), *_written(file)):
            _take(facts, written)
        facts.tobytes()
    except Exception:  # noqa: BLE001 - EXIF parsers raise anything on bytes without sense
        return Image.Exif()
    return facts


def _take(facts: Image.Exif, written: Image.Exif) -> None:
    """What is asked for; some makers write the shot's facts beside the camera's."""
    facts.update({tag: written[tag] for tag in CAMERA if tag in written})
    shot = {**written, **written.get_ifd(ExifTags.IFD.Exif)}
    if isinstance(note := shot.get(Base.MakerNote), bytes):
        shot[Base.MakerNote] = note[:LONGEST_NOTE]
    facts.get_ifd(ExifTags.IFD.Exif).update({tag: shot[tag] for tag in DETAILS if tag in shot})
    place = written.get_ifd(ExifTags.IFD.GPSInfo)
    if ExifTags.GPS.GPSLatitude in place:
        facts.get_ifd(ExifTags.IFD.GPSInfo).update(place)


def _written(file: BinaryIO) -> list[Image.Exif]:
    """The directories of the file, where they are like those of TIFF."""
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(LIKE_TIFF):
        little = head[:2] == b"II"
        return [_read(io.BytesIO((b"II*\0" if little else b"MM\0*") + head[4:]))]
    if head[4:12] == CANON_3:
        boxes = [head.find(name) + 4 for name in (b"CMT1", b"CMT2")]
        return [_read(io.BytesIO(head[at:])) for at in boxes if at > 4]
    file.seek(0)
    return [_read(file)] if head[:4] in TIFF else []


def _read(directory: BinaryIO) -> Image.Exif:
    found = Image.Exif()
    found.load_from_fp(directory)
    return found


def _has_sensor(file: BinaryIO, order: str, first: int) -> bool:
    """True when a directory says so: the first, or one of those below it."""
    tags = _tags(file, order, first)
    if DNG_VERSION in tags:
        return True
    below = [tags] + [_tags(file, order, at) for at in _places(file, order, tags)]
    return any(
        int.from_bytes(each.get(PHOTOMETRIC, (0, b""))[1][:2], "little" if order == "<" else "big")
        in (COLOUR_FILTERS, LINEAR_RAW)
        for each in below
    )


def _tags(file: BinaryIO, order: str, at: int) -> dict[int, tuple[int, bytes]]:
    """By tag how many values it has, and its last four bytes: the value, or where the values are."""
    file.seek(at)
    (entries,) = struct.unpack(order + "H", file.read(2))
    tags = {}
    for _ in range(min(entries, MOST_ENTRIES)):
        tag, _kind, count, value = struct.unpack(order + "HHI4s", file.read(12))
        tags[tag] = count, value
    return tags


def _places(file: BinaryIO, order: str, tags: Mapping[int, tuple[int, bytes]]) -> Sequence[int]:
    """Where the directories below this one are."""
    count, value = tags.get(DIRECTORIES_BELOW, (0, b""))
    if count > 1:
        file.seek(struct.unpack(order + "I", value)[0])
        value = file.read(4 * min(count, MOST_DIRECTORIES))
    return struct.unpack(f"{order}{len(value) // 4}I", value)
