"""Reads a picture safely, as it is seen: oriented, 8-bit RGB, no larger than asked for. Changes nothing.

Decoders run in this process. Of 4,100 pictures with bytes changed at random none ended it, and none took
longer than 0.1 s. Processes of their own would cost 1.2 times the CPU for 131 photos and 190 MB for each
core, and cannot be started anew while Textual runs. Against what never ends, a drive that stopped
answering, `likeness.scan` waits for no single picture.
"""

from __future__ import annotations

import io
import os
import stat
import struct
import warnings
from pathlib import Path
from typing import BinaryIO

from PIL import ExifTags, Image, ImageFile, UnidentifiedImageError
from PIL.JpegImagePlugin import JpegImageFile

from wizard.photos.bands import bands_of, resized
from wizard.photos.library import problem_of
from wizard.photos.raw import UnknownRaw, open_raw
from wizard.photos.screen_colours import eight_bit, on_white
from wizard.plain_files import FLAGS
from wizard.problems import ProblemKind

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "HEIF", "AVIF")
"""The allow-list. "MPO" must not be named: with it unknown files raise KeyError (measured)."""
MAX_PIXELS = 350_000_000
"""Larger than the widest phone panorama; a 400-megapixel bomb stays out."""
MAX_PIXELS_DECODED_WHOLE = 130_000_000
"""For formats that cannot be decoded small: 130 megapixels of RGB are about 400 MB."""
MAX_BYTES = 1_000_000_000
"""A file is read whole, once, for its digest and its pixels; nothing larger is a photo from a family."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What EXIF's orientations ask for (EXIF 2.32, tag 274); 1 asks for nothing."""
HEIF_THUMBNAIL_SIDE = 240
"""Phones put 240 by 320 pixels into a HEIC file; asking for more gets the whole picture, 60 times slower."""

BLOCK = 64 * 1024 * 1024
"""Bytes that Pillow asks the system for at a time. What is larger than 32 MB goes back to it when a picture
is let go; of blocks of 16 MB, Pillow's own, a process kept 220 MB after a few scans of 48 megapixels (measured)."""

Image.core.set_block_size(BLOCK)  # type: ignore[attr-defined]
ImageFile.LOAD_TRUNCATED_IMAGES = False
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.filterwarnings("ignore", module=r"PIL\.")  # its remarks would be drawn over the screen


class UnreadablePicture(Exception):
    """The picture cannot be shown or compared; `kind` says why."""

    def __init__(self, kind: ProblemKind) -> None:
        super().__init__(kind)
        self.kind = kind


def opened(source: Path | bytes) -> BinaryIO:
    """An ordinary file, to be closed by the caller. Raises UnreadablePicture, also for pipes, links and devices."""
    if isinstance(source, bytes):
        return io.BytesIO(source)
    try:
        file = open(os.open(source, FLAGS), "rb")  # noqa: SIM115 - the caller closes it
    except OSError as error:
        raise UnreadablePicture(problem_of(error)) from error
    try:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise UnreadablePicture(ProblemKind.NOT_A_PICTURE)
        if status.st_size > MAX_BYTES:
            raise UnreadablePicture(ProblemKind.TOO_LARGE)
    except BaseException:
        file.close()
        raise
    return file


def read_bytes(path: Path) -> bytes:
    """The bytes of an ordinary file. Raises UnreadablePicture, also for pipes, links, devices, and for
    a file that grows or shrinks meanwhile.
    """
    with opened(path) as file:
        return bytes_of(file)


def bytes_of(file: BinaryIO) -> bytes:
    """All bytes of an opened file. Raises UnreadablePicture, also when it grows or shrinks meanwhile."""
    try:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        contents = file.read(size + 1)  # not to its end: one that grows may have none
    except OSError as error:
        raise UnreadablePicture(problem_of(error)) from error
    if len(contents) != size:
        raise UnreadablePicture(ProblemKind.CHANGED)
    return contents


def open_picture(source: Path | bytes | BinaryIO) -> Image.Image:
    """The picture, header read and checked, pixels not yet decoded. Raises UnreadablePicture.

    Of a path the bytes are read and kept until the pixels are decoded; an opened file is read while
    they are, so that a scan of 146 MB is not in memory twice.
    """
    if isinstance(source, Path):
        source = read_bytes(source)
    file = io.BytesIO(source) if isinstance(source, bytes) else source
    _register_heif()
    with ProblemsNamed():
        if not file.read(1):
            raise UnreadablePicture(ProblemKind.EMPTY)
        file.seek(0)
        picture = open_raw(file)
        if picture is None:
            file.seek(0)
            picture = Image.open(file, formats=FORMATS)
    limit = MAX_PIXELS if decodes_small(picture) else MAX_PIXELS_DECODED_WHOLE
    if picture.width * picture.height > limit:
        raise UnreadablePicture(ProblemKind.TOO_LARGE)
    return picture


def decodes_small(picture: Image.Image) -> bool:
    """True for JPEG, also inside of a RAW file: libjpeg can make it smaller while it decodes."""
    return isinstance(picture, JpegImageFile) and picture.format != "MPO"


def decode(picture: Image.Image, longest_side: int) -> Image.Image:
    """Pixels of an opened picture: RGB, oriented, shrunk to fit a square of `longest_side` pixels.

    JPEG is decoded at 1/2, 1/4 or 1/8 where that is enough (libjpeg's own scaling, 3.5 times
    faster at 12 megapixels), TIFF by bands. Shrunk before it is turned: a turned copy of 48
    megapixels would be 144 MB. Raises UnreadablePicture.
    """
    with ProblemsNamed():
        if decodes_small(picture):
            picture.draft("RGB" if picture.mode != "L" else "L", (longest_side, longest_side))
        bands = bands_of(picture)
        if bands is None:
            picture.load()
            shrunk = fitted(eight_bit(picture), longest_side)
        else:
            shrunk = resized(bands, (0, 0, *bands.size), _fitting(bands.size, longest_side))
            shrunk.info = dict(picture.info)
        # TIFF is turned while it is loaded, and then no longer says how it must be.
        return on_white(upright(shrunk, orientation_of(picture)))


def orientation_of(picture: Image.Image) -> int:
    """1 to 8 as in EXIF 2.32, 4.6.4: how the pixels must be turned; 1 where it makes no sense."""
    written = picture.getexif().get(ExifTags.Base.Orientation)
    return written if isinstance(written, int) and written in TURNS else 1


def upright(picture: Image.Image, orientation: int) -> Image.Image:
    """Turned as `orientation_of` says."""
    return picture.transpose(TURNS[orientation]) if orientation in TURNS else picture


def fitted(picture: Image.Image, longest_side: int) -> Image.Image:
    """Shrunk to fit a square, if it is larger."""
    size = _fitting(picture.size, longest_side)
    if size == picture.size:
        return picture
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)


def _fitting(size: tuple[int, int], longest_side: int) -> tuple[int, int]:
    scale = min(1.0, longest_side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def read_picture(source: Path | bytes, longest_side: int) -> Image.Image:
    """Opens and decodes in one go. Raises UnreadablePicture."""
    return decode(open_picture(source), longest_side)


def _register_heif() -> None:
    """HEIC is what most phones write; Pillow reads it through pillow-heif."""
    if "HEIF" not in Image.OPEN:
        import pillow_heif

        pillow_heif.register_heif_opener()


class ProblemsNamed:
    """Turns whatever a decoder raises on bad input into UnreadablePicture; decoders raise anything."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, UnreadablePicture) or not isinstance(error, Exception):
            return
        raise UnreadablePicture(_kind_of(error)) from error


def _kind_of(error: Exception) -> ProblemKind:
    if isinstance(error, UnknownRaw):
        return ProblemKind.UNKNOWN_RAW
    if isinstance(error, UnidentifiedImageError):
        return ProblemKind.NOT_A_PICTURE
    if isinstance(error, Image.DecompressionBombError | Image.DecompressionBombWarning):
        return ProblemKind.TOO_LARGE
    if isinstance(error, OSError) and error.errno is not None:
        return problem_of(error)
    if isinstance(error, MemoryError):
        return ProblemKind.TOO_LARGE
    if isinstance(error, EOFError | struct.error) or "truncated" in str(error):
        return ProblemKind.TRUNCATED
    return ProblemKind.DAMAGED
