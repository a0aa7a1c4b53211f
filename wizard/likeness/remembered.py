"""A whole look, remembered: while a folder holds exactly what it held, nothing is searched again.

Photos stay one line of text each until somebody asks for one. The cache keeps the lines; what is
another version's, or not whole, is as good as not there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, overload

from wizard.likeness.cache import Cache
from wizard.likeness.groups import Group
from wizard.likeness.photo import Photo
from wizard.likeness.written import (
    DAMAGED,
    NO_VIEWS,
    one_line,
    read_fingerprint,
    read_looks,
    sealed,
    unsealed,
    write_fingerprint,
    write_looks,
)
from wizard.long_work import lasting
from wizard.photos.library import Library
from wizard.problems import Problem, ProblemKind, Skipped

LASTING = {
    ProblemKind.EMPTY,
    ProblemKind.TRUNCATED,
    ProblemKind.DAMAGED,
    ProblemKind.NOT_A_PICTURE,
    ProblemKind.TOO_LARGE,
}
"""What a file is as long as its bytes are the same. A drive that did not answer may answer next time."""
AT_ONCE = 1_000
"""Lines written or read in one go: about five thousandths of a second, in which the screen waits."""


@dataclass(frozen=True)
class Found:
    """What a look found, beside what listing the folder tells."""

    photos: Sequence[Photo]
    groups: tuple[Group, ...]
    problems: tuple[Problem, ...]


class WrittenPhotos(Sequence[Photo]):
    """Photos that are read from their lines when they are asked for."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> Photo: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Photo]: ...
    def __getitem__(self, place: int | slice) -> Photo | Sequence[Photo]:
        if isinstance(place, slice):
            return WrittenPhotos(self._lines[place])
        return _read_photo(self._lines[place])

    def __iter__(self) -> Iterator[Photo]:
        return map(_read_photo, self._lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


def listing(library: Library, second_names: Sequence[Skipped]) -> bytes:
    """A digest of all names, sizes and times of change: equal as long as nothing changed.

    Where RAW files can be read since, there are more pictures.
    """
    lines = [f"{file.path}\0{file.bytes}\0{file.modified_ns}" for file in library.files]
    lines += [f"{second.path}\0second name" for second in second_names]
    lines.append(f"{len(library.pictures)}\0pictures")
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).digest()


def remember(cache: Cache, library: Library, listed: bytes, found: Found) -> None:
    """Keeps a look for as long as the folder is unchanged. One that met a sick drive is not kept."""
    if any(problem.kind not in LASTING for problem in found.problems):
        return
    place = {photo.path: number for number, photo in enumerate(found.photos)}
    head = {
        "photos": len(found.photos),
        "problems": [[problem.path, problem.kind] for problem in found.problems],
        "groups": [
            [group.moment, [place[photo.path] for photo in group.photos]] for group in found.groups
        ],
    }
    lines = chain([one_line(head)], map(_write_photo, found.photos))
    parts = iter(lambda: list(islice(lines, AT_ONCE)), [])
    cache.remember_scan(library.folder, listed, map(sealed, parts))


def recall(cache: Cache, library: Library, listed: bytes) -> Found | None:
    """The look at a folder that holds exactly what it held then."""
    try:
        lines = [
            line for part in cache.recall_scan(library.folder, listed) for line in unsealed(part)
        ]
        return _found(json.loads(lines.pop(0)), lines)
    except DAMAGED:
        return None


def _found(head: dict[str, Any], lines: list[str]) -> Found:
    """The photos of groups are read at once: whoever sees the summary has them counted.

    Raises what DAMAGED lists, also when a part is missing.
    """
    if head["photos"] != len(lines):
        raise ValueError("a part is missing")
    grouped = [lines[place] for _, members in head["groups"] for place in members]
    photos = _read_photos(grouped)
    with lasting():
        groups = tuple(
            Group(tuple(islice(photos, len(members))), moment) for moment, members in head["groups"]
        )
    problems = tuple(Problem(path, ProblemKind(kind)) for path, kind in head["problems"])
    return Found(WrittenPhotos(lines), groups, problems)


def without_views(photos: Sequence[Photo]) -> tuple[Photo, ...]:
    """The photos, freed of the hashes that were only for searching."""
    return tuple(
        replace(photo, fingerprint=replace(photo.fingerprint, views=NO_VIEWS)) for photo in photos
    )


def _write_photo(photo: Photo) -> str:
    looks = None if photo.looks is None else write_looks(photo.looks)
    size = photo.bytes, photo.modified_ns
    fingerprint = write_fingerprint(photo.fingerprint)
    return one_line([photo.path, *size, fingerprint, photo.companions, looks])


def _read_photo(line: str) -> Photo:
    return _photo(json.loads(line))


def _read_photos(lines: list[str]) -> Iterator[Photo]:
    """Many lines in one go, which takes half as long as one by one; all in one go would hold up the screen."""
    for first in range(0, len(lines), AT_ONCE):
        for written in json.loads(f"[{','.join(lines[first : first + AT_ONCE])}]"):
            yield _photo(written)


def _photo(written: list[Any]) -> Photo:
    path, size, modified_ns, fingerprint, beside, looks = written
    shown = None if looks is None else read_looks(looks)
    return Photo(path, size, modified_ns, read_fingerprint(fingerprint), tuple(beside), shown)
