"""Some rows of a HEIF picture in tiles, as phones write it, without the rest of it. Changes nothing.

libheif decodes a picture whole or not at all. But each tile is a picture of its own in the file (ISO/IEC
23008-12, 6.6.2.3.2). So a row of tiles is handed to it as a small HEIF of its own.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO

from PIL import Image

from wizard.photos.heif.items import Items, UnexpectedHeif, items_of
from wizard.photos.heif.pixels import HeifPixels
from wizard.photos.heif.writing import small_heif

LARGEST_READ = 64 * 1024 * 1024
"""Bytes of a row of tiles, whatever a file claims."""
LARGEST_GRID = 12
"""Bytes that say how many tiles there are, and how large the picture made of them is."""
NOT_BY_TILES = {b"clap", b"imir"}
"""Properties that change where a pixel is seen, other than quarter turns: such a picture is decoded whole."""


@dataclass(frozen=True)
class Row:
    """Tiles that are seen side by side; as stored they lie in so many columns and are cut to `size`."""

    tiles: tuple[int, ...]
    columns: int
    size: tuple[int, int]
    seen: tuple[int, int]
    """The size after it was turned."""


@dataclass
class HeifTiles:
    """The rows of tiles, from the top of the picture as it is seen. The one decoded last is kept."""

    file: IO[bytes]
    items: Items
    size: tuple[int, int]
    rows: Sequence[Row]
    _last: tuple[int, HeifPixels] | None = field(default=None, repr=False)

    def band(self, top: int, bottom: int) -> Image.Image:
        """The rows of pixels from `top` to before `bottom`. Raises what libheif raises on bad files."""
        found: Image.Image | None = None
        begin = 0
        for number, row in enumerate(self.rows):
            end = begin + row.seen[1]
            if begin < bottom and top < end:
                part = self._decoded(number).band(max(top, begin) - begin, min(bottom, end) - begin)
                if part.height == bottom - top:
                    return part
                found = found or Image.new(part.mode, (self.size[0], bottom - top))
                found.paste(part, (0, max(top, begin) - top))
            begin = end
        assert found is not None, "a band lies in the picture"
        return found

    def _decoded(self, number: int) -> HeifPixels:
        if self._last is None or self._last[0] != number:
            import pillow_heif

            self._last = None  # before the next one takes its room
            row = self.rows[number]
            small = small_heif(
                self.items, row.tiles, list(map(self._read, row.tiles)), row.columns, row.size
            )
            pixels = HeifPixels(pillow_heif.open_heif(small, remove_stride=False)[0])
            if pixels.size != row.seen:
                raise EOFError
            self._last = number, pixels
        return self._last[1]

    def _read(self, tile: int) -> bytes:
        extents = self.items.extents[tile]
        if sum(extent.length for extent in extents) > LARGEST_READ:
            raise Image.DecompressionBombError
        found = []
        for extent in extents:
            self.file.seek(extent.offset)
            found.append(self.file.read(extent.length))
            if len(found[-1]) < extent.length:
                raise EOFError
        return b"".join(found)


def heif_tiles(file: IO[bytes], size: tuple[int, int]) -> HeifTiles | None:
    """The tiles of a HEIF file whose picture is seen in this size; None where it has to be decoded whole."""
    try:
        items = items_of(file)
        rows = list(_rows(file, items))
    except (UnexpectedHeif, KeyError, IndexError, ValueError, struct.error):
        return None
    whole = all(row.seen[0] == size[0] and row.seen[1] > 0 for row in rows)
    if not whole or sum(row.seen[1] for row in rows) != size[1]:
        return None
    return HeifTiles(file, items, size, rows)


def _rows(file: IO[bytes], items: Items) -> Iterator[Row]:
    """From the top of the picture as it is seen. Raises what bad bytes raise."""
    tiles = items.made_of[items.primary]
    if items.kinds[items.primary] != b"grid" or not _lie_as_they_are(items, tiles):
        raise UnexpectedHeif
    (extent,) = items.extents[items.primary]
    file.seek(extent.offset)
    lines, columns, width, height = _grid(file.read(min(extent.length, LARGEST_GRID)))
    wide, high = struct.unpack(">II", items.told(tiles[0], b"ispe")[4:12])
    if len(tiles) != lines * columns:
        raise UnexpectedHeif
    turns = (items.told(items.primary, b"irot") or b"\0")[0] & 3
    if turns and (width | height) % 2:
        raise UnexpectedHeif  # then libheif mixes colours of neighbours, also across tiles
    # Turned once against the clock the last column is on top, turned twice the last line.
    order = -1 if turns in (1, 2) else 1
    if turns % 2:
        for column in range(columns)[::order]:
            part = min(wide, width - column * wide)
            yield Row(tiles[column::columns], 1, (part, height), (height, part))
    else:
        for line in range(lines)[::order]:
            part = min(high, height - line * high)
            side = tiles[line * columns : (line + 1) * columns]
            yield Row(side, columns, (width, part), (width, part))


def _lie_as_they_are(items: Items, tiles: Sequence[int]) -> bool:
    """True when nothing but quarter turns of the whole changes where a pixel is seen."""
    of_tiles = {items.kind_of(marked) for tile in tiles for marked in items.has[tile]}
    of_whole = {items.kind_of(marked) for marked in items.has[items.primary]}
    return not (of_tiles & {*NOT_BY_TILES, b"irot"} or of_whole & NOT_BY_TILES)


def _grid(written: bytes) -> tuple[int, int, int, int]:
    """How many tiles down and across, and the size of the picture made of them, as stored."""
    _version, flags, lines, columns = written[:4]
    width, height = struct.unpack(">II" if flags & 1 else ">HH", written[4:])
    return lines + 1, columns + 1, width, height
