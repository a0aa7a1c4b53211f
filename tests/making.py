"""Makes what tests need: real little pictures, photo folders, and a guard that a learner's files are not touched."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from PIL import ExifTags, Image

from tests.programs import skip_for

JULY = 1_720_000_000_123_456_789
"""A moment in nanoseconds that no clock of the test run would write by chance."""
SYSTEMS_TEMPORARY_FOLDER = tempfile.gettempdir()
"""As it is before a fixture hides it."""
_CHECKOUT = Path(__file__).resolve().parent
WAYS_TO_CHANGE = os.O_WRONLY | os.O_RDWR | os.O_TRUNC | os.O_APPEND


def scene(seed: int, size: tuple[int, int] = (320, 240)) -> Image.Image:
    """A smooth picture of its own for each seed: large soft shapes, so that its perceptual hash means something."""
    shapes = np.random.default_rng(seed).integers(0, 256, (7, 9, 3), dtype=np.uint8)
    return Image.fromarray(shapes).resize(size, Image.Resampling.BICUBIC)


def photo(path: Path, seed: int = 1, size: tuple[int, int] = (320, 240), **options: Any) -> Path:
    """Saves the scene of `seed`; the format follows the name, JPEG where the name tells none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kind = Image.registered_extensions().get(path.suffix.lower(), "JPEG")
    scene(seed, size).save(path, format=options.pop("format", kind), **options)
    os.utime(path, ns=(JULY, JULY))
    return path


def file(path: Path, contents: bytes | str = b"contents") -> Path:
    """An ordinary file, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(contents.encode() if isinstance(contents, str) else contents)
    os.utime(path, ns=(JULY, JULY))
    return path


def camera_data(taken: str, camera: str = "Pixel 8", **more: Any) -> Image.Exif:
    """EXIF as a camera writes it; `more` by the names of Pillow's tags."""
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = camera
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    for name, value in more.items():
        tag = ExifTags.Base[name]
        (exif if name == "Orientation" else exif.get_ifd(ExifTags.IFD.Exif))[tag] = value
    return exif


def sha256(path: Path) -> str:
    """The digest of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


Snapshot = dict[str, tuple[str, bytes, int]]


def snapshot(folder: Path) -> Snapshot:
    """Everything below a folder: by relative path its kind, its bytes, its time of change."""
    found: Snapshot = {}
    for inside, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(inside, name)
            status = path.lstat()
            relative = path.relative_to(folder).as_posix()
            if stat.S_ISREG(status.st_mode):
                found[relative] = ("file", path.read_bytes(), status.st_mtime_ns)
            elif path.is_symlink():
                found[relative] = ("link", os.fsencode(path.readlink()), 0)
            else:
                found[relative] = ("folder" if path.is_dir() else "special", b"", 0)
    return found


def files_in(folder: Path) -> dict[str, bytes]:
    """The bytes of every ordinary file below a folder, by relative path."""
    return {path: held[1] for path, held in snapshot(folder).items() if held[0] == "file"}


_guarded: list[str] = []
_touched: list[str] = []


def _tripwire(event: str, arguments: tuple[Any, ...]) -> None:
    """Notes when a file below a guarded folder is opened for writing, removed, replaced or dated anew."""
    if not _guarded or event not in ("open", "os.remove", "os.rename", "os.truncate", "os.utime"):
        return
    path = arguments[1] if event == "os.rename" else arguments[0]
    flags = arguments[2] or 0 if event == "open" else os.O_RDWR
    if not flags & WAYS_TO_CHANGE or flags & os.O_EXCL:  # what must be new is nobody's yet
        return
    if isinstance(path, str | bytes | os.PathLike):
        name = os.path.abspath(os.fsdecode(path))
        if name.startswith(tuple(_guarded)) and os.path.lexists(name) and os.lstat(name).st_size:
            _touched.append(f"{event} {name}")


sys.addaudithook(_tripwire)


@contextmanager
def never_overwritten(folder: Path) -> Iterator[None]:
    """Fails when any file below the folder is written, removed or replaced; moving it is not seen here."""
    _guarded.append(os.path.abspath(folder) + os.sep)
    _touched.clear()
    try:
        yield
    finally:
        _guarded.pop()
    assert not _touched


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """Fails when anything below the folder is another afterwards: names, bytes or times."""
    before = snapshot(folder)
    with never_overwritten(folder):
        yield
    assert snapshot(folder) == before


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """A fresh folder and, where the tests run as root, the rights of an ordinary user on it."""
    root = sys.platform == "linux" and os.geteuid() == 0
    if root and not all(os.stat(folder).st_mode & stat.S_IXOTH for folder in _CHECKOUT.parents):
        skip_for(f"an ordinary user cannot read {_CHECKOUT}: chmod o+x its folders")
    # Not in pytest's own folder: that one is closed to everybody but its maker.
    with tempfile.TemporaryDirectory(dir=SYSTEMS_TEMPORARY_FOLDER) as name:
        if root:
            os.chown(name, 65534, 65534)
            os.setresuid(65534, 65534, 0)  # the real one too: os.access asks for that
        try:
            yield Path(name)
        finally:
            if root:
                os.setresuid(0, 0, 0)
