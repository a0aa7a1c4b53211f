"""RAW files, what a camera's sensor saw: opened as the preview that the camera put inside. Changes nothing.

LibRaw reads them through rawpy, an extra of its own: without it they are companions of their pictures only.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO

from PIL import Image
from PIL.ExifTags import Base

from wizard.photos.raw_facts import camera_facts, is_raw

if TYPE_CHECKING:
    import rawpy

FORMAT = "RAW"
"""As Pillow names formats; the file's own bytes are no JPEG, though its preview is one."""
SMALLEST_PREVIEW = 640
"""Pixels of the longer side: 160 x 120, as old cameras put inside, is too little to compare by."""
LARGEST_DEVELOPED = 130_000_000
"""Pixels of a sensor; half as high and wide they take 460 MB while they are developed."""
TURNED_BY = {3: 3, 5: 8, 6: 6}
"""LibRaw's `flip`, and the orientation of EXIF that asks for the same."""


class UnknownRaw(Exception):
    """LibRaw does not know this camera's files."""


_one_at_a_time = Lock()
"""Developing takes hundreds of megabytes."""


@cache
def can_be_read() -> bool:
    """True where rawpy is installed."""
    return find_spec("rawpy") is not None


def open_raw(file: BinaryIO) -> Image.Image | None:
    """The preview, or the picture developed at half its size, with the camera's facts; None for no RAW file.

    As stored, to be turned by its orientation. Raises what LibRaw and Pillow raise on bad files.
    """
    if not (can_be_read() and is_raw(file)):
        return None
    import rawpy

    file.seek(0)
    try:
        with rawpy.imread(file) as raw:
            sensor = raw.sizes  # before it is developed at half its size
            picture = _preview(raw) or _developed(raw)
    except rawpy.LibRawIOError as error:
        raise EOFError from error
    except rawpy.LibRawFileUnsupportedError as error:
        raise UnknownRaw from error
    facts = camera_facts(file, picture)
    facts[Base.ImageWidth], facts[Base.ImageLength] = sensor.width, sensor.height
    facts[Base.Orientation] = 1 if _upright(picture, sensor) else TURNED_BY.get(sensor.flip, 1)
    picture.getexif().load(facts.tobytes())
    picture.format = FORMAT
    return picture


def _upright(preview: Image.Image, sensor: rawpy.ImageSizes) -> bool:
    """True where the camera turned the preview and not the sensor's pixels."""
    return (preview.width > preview.height) != (sensor.width > sensor.height)


def _preview(raw: rawpy.RawPy) -> Image.Image | None:
    """The largest one, where it is large enough to be looked at; its pixels not yet decoded."""
    import rawpy

    try:
        found = raw.extract_thumb().data
        if isinstance(found, bytes):
            picture: Image.Image = Image.open(io.BytesIO(found), formats=("JPEG",))
        else:
            picture = Image.fromarray(found)
    except (rawpy.LibRawError, Image.DecompressionBombError, OSError, TypeError, ValueError):
        return None  # it has none, or a damaged or absurd one
    return picture if max(picture.size) >= SMALLEST_PREVIEW else None


def _developed(raw: rawpy.RawPy) -> Image.Image:
    """As light as it was exposed: brightened by itself, every frame of a bracket would look the same."""
    if raw.sizes.raw_width * raw.sizes.raw_height > LARGEST_DEVELOPED:
        raise Image.DecompressionBombError
    with _one_at_a_time:
        pixels = raw.postprocess(
            half_size=True, use_camera_wb=True, no_auto_bright=True, user_flip=0
        )
    return Image.fromarray(pixels.squeeze())  # some sensors see no colours
