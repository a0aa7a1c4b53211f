"""Reads ordinary files only: a pipe, a device or a link that stands in a file's place is refused, not waited for."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path
from typing import Any

FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # opening a pipe would wait for a writer
    | getattr(os, "O_BINARY", 0)
)


def read_plain(path: Path) -> bytes:
    """All bytes of an ordinary file. Raises OSError, also for links, pipes and devices."""
    descriptor = os.open(path, FLAGS)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not an ordinary file", str(path))
        return file.read()


def read_plain_text(path: Path) -> str:
    """The text of an ordinary file. Raises OSError or UnicodeDecodeError."""
    return read_plain(path).decode("utf-8")


def read_plain_json(path: Path) -> Any:  # noqa: ANN401 - JSON may hold anything
    """What an ordinary file says in JSON. Raises OSError or ValueError."""
    return parse_json(read_plain_text(path))


def parse_json(text: str | bytes) -> Any:  # noqa: ANN401 - the same
    """Raises ValueError, also for what is nested too deep to be read: somebody else may have written it."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def no_link_on_the_way(root: Path, relative: str) -> bool:
    """True when no folder between `root` and the file at `relative` is a link that leads elsewhere."""
    folder = root
    for part in relative.split("/")[:-1]:
        folder = folder / part
        if os.path.islink(folder) or _is_junction(folder):
            return False
    return True


def _is_junction(folder: Path) -> bool:
    """True for Windows' other kind of link to a folder."""
    try:
        attributes = getattr(os.lstat(folder), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT)
