"""Some rows of a TIFF file, without the rest of it: its strips stand by themselves (TIFF 6.0, section 3). Changes nothing.

Pillow decodes a TIFF whole or not at all. So the strips wanted are handed to it as a small TIFF of their own.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import IO

from PIL import Image
from PIL.ExifTags import Base
from PIL.TiffImagePlugin import ImageFileDirectory_v2, TiffImageFile
from PIL.TiffTags import LONG

NOT_COMPRESSED = 1
COMPRESSED = (5, 7, 8, 32773, 32946)
"""LZW, JPEG, Deflate, PackBits and Deflate by its older number: each strip is compressed by itself."""
SAMPLE_FORMAT, COEFFICIENTS, SUBSAMPLING, POSITIONING, REFERENCE = 339, 529, 530, 531, 532
JPEG_TABLES = 347
KEPT = (
    Base.ImageWidth,
    Base.BitsPerSample,
    Base.Compression,
    Base.PhotometricInterpretation,
    Base.FillOrder,
    Base.SamplesPerPixel,
    Base.PlanarConfiguration,
    Base.Predictor,
    Base.ExtraSamples,
    JPEG_TABLES,
    SAMPLE_FORMAT,
    COEFFICIENTS,
    SUBSAMPLING,
    POSITIONING,
    REFERENCE,
)
"""What says how a strip is to be decoded. Not the orientation: Pillow would turn each strip by itself."""
LARGEST_STRIP = 4_000_000
"""Pixels of a compressed strip; of a file whose strips are larger not much would be saved."""
LARGEST_READ = 64 * 1024 * 1024
"""Bytes of strips at a time, whatever a file claims."""


@dataclass(frozen=True)
class TiffStrips:
    """Where the rows are. `size` is as stored, before the picture is turned."""

    file: IO[bytes]
    tags: ImageFileDirectory_v2
    size: tuple[int, int]
    rows: int
    """Of each strip; the last may have fewer."""
    offsets: Sequence[int]
    counts: Sequence[int]

    def band(self, top: int, bottom: int) -> Image.Image:
        """The rows from `top` to before `bottom`. Raises what Pillow raises on bad files."""
        first, last = top // self.rows, (bottom - 1) // self.rows
        begin, end = first * self.rows, min((last + 1) * self.rows, self.size[1])
        counts = self.counts[first : last + 1]
        if sum(counts) > LARGEST_READ:
            raise Image.DecompressionBombError
        strips = [self._read(*place) for place in zip(self.offsets[first:], counts, strict=False)]
        picture = Image.open(self._small_file(end - begin, strips), formats=("TIFF",))
        return picture.crop((0, top - begin, self.size[0], bottom - begin))

    def _read(self, offset: int, count: int) -> bytes:
        self.file.seek(offset)
        found = self.file.read(count)
        if len(found) < count:
            raise EOFError
        return found

    def _small_file(self, rows: int, strips: Sequence[bytes]) -> io.BytesIO:
        """A TIFF of these strips: where its tags are, the tags, the strips."""
        prefix = self.tags.prefix
        header = prefix + struct.pack("<HL" if prefix == b"II" else ">HL", 42, 8)
        tags = ImageFileDirectory_v2(header, prefix)
        for tag in KEPT:
            if tag in self.tags:
                tags.tagtype[tag] = self.tags.tagtype[tag]
                tags[tag] = self.tags[tag]
        tags[Base.ImageLength], tags[Base.RowsPerStrip] = rows, self.rows
        tags.tagtype[Base.StripOffsets] = LONG
        sizes = [len(strip) for strip in strips]
        # As seen from the end of the tags: Pillow adds where that is.
        tags[Base.StripOffsets] = tuple(accumulate(sizes[:-1], initial=0))
        tags[Base.StripByteCounts] = tuple(sizes)
        return io.BytesIO(b"".join([header, tags.tobytes(len(header)), *strips]))


def tiff_strips(picture: Image.Image) -> TiffStrips | None:
    """The strips of an opened TIFF; None where it is not as simple as most are, and has to be decoded whole."""
    if not isinstance(picture, TiffImageFile) or picture.fp is None:
        return None
    tags = picture.tag_v2
    width, height = tags[Base.ImageWidth], tags[Base.ImageLength]
    rows = min(tags.get(Base.RowsPerStrip, height), height)
    offsets, counts = tags.get(Base.StripOffsets, ()), tags.get(Base.StripByteCounts, ())
    if tags.get(Base.PlanarConfiguration, 1) != 1 or tags.get(Base.FillOrder, 1) != 1 or rows < 1:
        return None
    if not len(offsets) == len(counts) == -(-height // rows):
        return None
    if tags.get(Base.Compression, NOT_COMPRESSED) == NOT_COMPRESSED:
        return _by_rows(picture, offsets, rows)
    if tags[Base.Compression] not in COMPRESSED or rows * width > LARGEST_STRIP:
        return None
    return TiffStrips(picture.fp, tags, (width, height), rows, offsets, counts)


def _by_rows(picture: TiffImageFile, offsets: Sequence[int], rows: int) -> TiffStrips | None:
    """Every row a strip of its own, which it can be where nothing is compressed."""
    tags = picture.tag_v2
    width, height = tags[Base.ImageWidth], tags[Base.ImageLength]
    samples = tags.get(Base.SamplesPerPixel, 1)
    bits = tags.get(Base.BitsPerSample, (1,))
    if len(bits) != samples or picture.fp is None:
        return None
    row = (width * sum(bits) + 7) // 8
    places = [offsets[y // rows] + y % rows * row for y in range(height)]
    return TiffStrips(picture.fp, tags, (width, height), 1, places, [row] * height)
