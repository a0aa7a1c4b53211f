"""A small HEIF file of some tiles of a larger one, for the decoder alone (ISO/IEC 23008-12, 14496-12). Makes bytes."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import accumulate

from wizard.photos.heif.items import Items

FILE_TYPE = b"heic" + bytes(4) + b"mif1heic"
NUMBERS_OF_FOUR_BYTES = 0x4400
"""How long the numbers are that say where an item's bytes are, and how many."""

HIDDEN = 1
"""An item that is no picture for itself, but a part of one."""


def small_heif(
    items: Items,
    tiles: Sequence[int],
    contents: Sequence[bytes],
    columns: int,
    size: tuple[int, int],
) -> bytes:
    """A picture made of these tiles, so many of them side by side, cut to `size`; turned as the whole one is.

    `contents`: the bytes of each tile.
    """
    lines = len(tiles) // columns
    grid = struct.pack(">BBBBII", 0, 1, lines - 1, columns - 1, *size)
    inside = [*contents, grid]
    kinds = [*(items.kinds[tile] for tile in tiles), b"grid"]
    listed = [_kind(), _listing(kinds), _made_of(len(tiles)), _properties(items, tiles, size)]
    file_type = _box(b"ftyp", FILE_TYPE)
    lengths = [len(each) for each in inside]
    # Where the bytes begin depends on how long this list is, but not on what it says.
    before = len(file_type) + len(_meta(listed, lengths, 0)) + len(_box(b"mdat"))
    return b"".join([file_type, _meta(listed, lengths, before), _box(b"mdat", *inside)])


def _meta(listed: Sequence[bytes], lengths: Sequence[int], begin: int) -> bytes:
    """The list of items, numbered from 1: the tiles, then the picture made of them."""
    count = len(lengths)
    places = zip(accumulate(lengths[:-1], initial=begin), lengths, strict=True)
    where = [struct.pack(">HHHII", item, 0, 1, *place) for item, place in enumerate(places, 1)]
    return _full_box(
        b"meta",
        *listed,
        _full_box(b"pitm", struct.pack(">H", count)),
        _full_box(b"iloc", struct.pack(">HH", NUMBERS_OF_FOUR_BYTES, count), *where),
    )


def _kind() -> bytes:
    return _full_box(b"hdlr", bytes(4) + b"pict" + bytes(13))


def _listing(kinds: Sequence[bytes]) -> bytes:
    each = [
        _full_box(
            b"infe",
            struct.pack(">HH", item, 0) + kind + b"\0",
            version=2,
            flags=HIDDEN if item < len(kinds) else 0,
        )
        for item, kind in enumerate(kinds, 1)
    ]
    return _full_box(b"iinf", struct.pack(">H", len(kinds)), *each)


def _made_of(tiles: int) -> bytes:
    numbers = struct.pack(f">{tiles + 2}H", tiles + 1, tiles, *range(1, tiles + 1))
    return _full_box(b"iref", _box(b"dimg", numbers))


def _properties(items: Items, tiles: Sequence[int], size: tuple[int, int]) -> bytes:
    """All that the file knows, and one more: the size of this picture, in place of that of the whole one."""
    own_size = len(items.properties) + 1
    whole = [
        own_size if items.kind_of(marked) == b"ispe" else marked
        for marked in items.has[items.primary]
    ]
    has = [*(items.has[tile] for tile in tiles), whole]
    rows = [
        struct.pack(f">HB{len(marked)}H", item, len(marked), *marked)
        for item, marked in enumerate(has, 1)
    ]
    return _box(
        b"iprp",
        _box(b"ipco", *items.properties, _full_box(b"ispe", struct.pack(">II", *size))),
        _full_box(b"ipma", struct.pack(">I", len(has)), *rows, flags=1),
    )


def _box(kind: bytes, *inside: bytes) -> bytes:
    length = 8 + sum(len(each) for each in inside)
    return b"".join([struct.pack(">I4s", length, kind), *inside])


def _full_box(kind: bytes, *inside: bytes, version: int = 0, flags: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", version << 24 | flags), *inside)
