"""What a HEIF file says it holds, as far as a picture in tiles needs it (ISO/IEC 23008-12, 14496-12). Decodes nothing.

A file is a row of boxes; one of them, `meta`, lists items: each tile, the picture made of them, its thumbnail.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

LARGEST_META = 4_000_000
"""Bytes; a phone writes some thousand."""
MUST = 0x8000
"""Beside the number of a property: who does not understand it may not show the item."""
INTO_IDAT = 1
"""How an item's bytes are found: 0 in the file, 1 in the box `idat`."""


class UnexpectedHeif(Exception):
    """The boxes are not as in the files that are known."""


@dataclass(frozen=True)
class Extent:
    """Bytes of an item: where they begin in the file, and how many."""

    offset: int
    length: int


@dataclass(frozen=True)
class Items:
    """By the number of each item. Properties are counted from 1, as the file counts them."""

    primary: int
    kinds: dict[int, bytes]
    made_of: dict[int, tuple[int, ...]]
    """Of a picture made of others: of which, in order."""
    extents: dict[int, tuple[Extent, ...]]
    properties: tuple[bytes, ...]
    """Each as the whole box that it is."""
    has: dict[int, tuple[int, ...]]
    """Which properties an item has; the highest of 16 bits marks one that must be understood."""

    def kind_of(self, marked: int) -> bytes:
        """Of a property as an item has it. Raises IndexError."""
        return self.properties[(marked & ~MUST) - 1][4:8]

    def told(self, item: int, kind: bytes) -> bytes:
        """What a property of an item says; empty where it has none of this kind."""
        return next(
            (
                self.properties[(marked & ~MUST) - 1][8:]
                for marked in self.has[item]
                if self.kind_of(marked) == kind
            ),
            b"",
        )


def items_of(file: IO[bytes]) -> Items:
    """Raises UnexpectedHeif, and what `struct` raises on bad bytes."""
    start, meta = _meta(file)
    boxes: dict[bytes, tuple[int, bytes]] = {
        kind: (start + 4 + at, inside) for kind, at, inside in _boxes(meta[4:])
    }
    if not {b"pitm", b"iinf", b"iref", b"iprp", b"iloc"} <= boxes.keys():
        raise UnexpectedHeif
    properties = {kind: inside for kind, _at, inside in _boxes(boxes[b"iprp"][1])}
    return Items(
        _Numbers(boxes[b"pitm"][1]).one(2, 4),
        dict(_kinds(boxes[b"iinf"][1])),
        dict(_made_of(boxes[b"iref"][1])),
        dict(_extents(boxes[b"iloc"][1], boxes.get(b"idat", (0, b""))[0])),
        tuple(_whole_boxes(properties[b"ipco"])),
        dict(_has(properties[b"ipma"])),
    )


class _Numbers:
    """Reads a box with a version number from its beginning on."""

    def __init__(self, box: bytes) -> None:
        self.version, self.flags = box[0], int.from_bytes(box[1:4], "big")
        self.box, self.at = box, 4

    def next(self, size: int) -> int:
        """The next number, of so many bytes; 0 of none."""
        if self.at + size > len(self.box):
            raise UnexpectedHeif
        self.at += size
        return int.from_bytes(self.box[self.at - size : self.at], "big")

    def one(self, size: int, size_later: int) -> int:
        """The next number, which is longer in later versions of the box."""
        return self.next(size if self.version == 0 else size_later)


def _meta(file: IO[bytes]) -> tuple[int, bytes]:
    """The box that lists the items, and where in the file it begins."""
    file.seek(0)
    while len(head := file.read(8)) == 8:
        size, kind = struct.unpack(">I4s", head)
        if kind == b"meta" and 8 < size <= LARGEST_META:
            return file.tell(), file.read(size - 8)
        if size < 8:  # as long as 64 bits say, or to the end: what comes before `meta` is short
            raise UnexpectedHeif
        file.seek(size - 8, 1)
    raise UnexpectedHeif


def _boxes(contents: bytes) -> Iterator[tuple[bytes, int, bytes]]:
    """Of each box its kind, where its inside begins, and the inside."""
    at = 0
    while at + 8 <= len(contents):
        size, kind = struct.unpack_from(">I4s", contents, at)
        if size < 8 or at + size > len(contents):
            raise UnexpectedHeif
        yield kind, at + 8, contents[at + 8 : at + size]
        at += size


def _whole_boxes(contents: bytes) -> Iterator[bytes]:
    for _kind, at, inside in _boxes(contents):
        yield contents[at - 8 : at] + inside


def _kinds(iinf: bytes) -> Iterator[tuple[int, bytes]]:
    start = _Numbers(iinf)
    start.one(2, 4)
    for kind, _at, infe in _boxes(iinf[start.at :]):
        if kind != b"infe" or infe[0] not in (2, 3):
            raise UnexpectedHeif
        numbers = _Numbers(infe)
        item, _protection = numbers.next(2 if numbers.version == 2 else 4), numbers.next(2)
        yield item, infe[numbers.at : numbers.at + 4]


def _made_of(iref: bytes) -> Iterator[tuple[int, tuple[int, ...]]]:
    size = 2 if iref[0] == 0 else 4
    for kind, _at, inside in _boxes(iref[4:]):
        if kind == b"dimg":
            numbers = _Numbers(bytes(4) + inside)
            item, count = numbers.next(size), numbers.next(2)
            yield item, tuple(numbers.next(size) for _each in range(count))


def _extents(iloc: bytes, idat: int) -> Iterator[tuple[int, tuple[Extent, ...]]]:
    numbers = _Numbers(iloc)
    if numbers.version > 2:
        raise UnexpectedHeif
    sizes = numbers.next(2)
    of_offset, of_length, of_base = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    of_index = sizes & 15 if numbers.version else 0
    of_item = 4 if numbers.version == 2 else 2
    for _each in range(numbers.next(of_item)):
        item = numbers.next(of_item)
        method = numbers.next(2) & 15 if numbers.version else 0
        if method > INTO_IDAT:
            raise UnexpectedHeif
        numbers.next(2)  # in which file
        base = numbers.next(of_base) + (idat if method == INTO_IDAT else 0)
        found = []
        for _extent in range(numbers.next(2)):
            numbers.next(of_index)
            found.append(Extent(base + numbers.next(of_offset), numbers.next(of_length)))
        yield item, tuple(found)


def _has(ipma: bytes) -> Iterator[tuple[int, tuple[int, ...]]]:
    numbers = _Numbers(ipma)
    wide = bool(numbers.flags & 1)
    for _each in range(numbers.next(4)):
        item, count = numbers.one(2, 4), numbers.next(1)
        marked = [numbers.next(2 if wide else 1) for _property in range(count)]
        if not wide:  # the mark is the highest bit of these, too
            marked = [(each & 0x80) << 8 | each & 0x7F for each in marked]
        yield item, tuple(each for each in marked if each & ~MUST)  # 0 is none
