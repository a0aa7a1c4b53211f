"""What is known of a library's pictures: remembered from earlier, and read now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from wizard.likeness.cache import Cache
from wizard.likeness.fingerprint import (
    Fingerprint,
    fingerprint_and_picture,
    whole_fingerprint_and_picture,
)
from wizard.likeness.moved import Moved
from wizard.likeness.pictures import Pictures
from wizard.likeness.reading import Look, Outcome
from wizard.likeness.small_picture import SmallPicture
from wizard.long_work import settle
from wizard.photos.library import File, Library, problem_of
from wizard.photos.picture import UnreadablePicture
from wizard.problems import Problem, ProblemKind

REMEMBERED_AT_ONCE = 200
"""Pictures between two writes of the cache: what a power cut costs."""
SETTLED_AT_ONCE = 2_000
"""Pictures between two times that what is known is settled; a look of the collector at so much is short."""


class Learned:
    """`known`: fingerprints by path. `problems`: of what could not be read."""

    def __init__(self, library: Library, cache: Cache | None) -> None:
        self.known = dict(cache.recall(library)) if cache else {}
        self.problems: list[Problem] = []
        self._library, self._cache = library, cache
        self._fresh: list[tuple[File, Fingerprint]] = []

    def learn(self, reading: Iterable[tuple[File, Outcome]]) -> Iterator[File]:
        """Takes in what is read; what was read before an interruption is remembered."""
        try:
            for file, outcome in reading:
                self._take(file, outcome)
                yield file
        finally:
            self._remember(1)

    def _take(self, file: File, outcome: Outcome) -> None:
        if isinstance(outcome, UnreadablePicture):
            self.known.pop(file.path, None)
            self.problems.append(Problem(file.path, outcome.kind))
        else:
            self.known[file.path] = outcome
            self._fresh.append((file, outcome))
            self._remember(REMEMBERED_AT_ONCE)
            if len(self.known) % SETTLED_AT_ONCE == 0:
                settle()

    def _remember(self, at_least: int) -> None:
        if self._cache and len(self._fresh) >= at_least:
            self._cache.remember(self._library, self._fresh)
            self._fresh = []


def reduced_look(library: Library, pictures: Pictures, moved: Moved, closely: bool) -> Look:
    """A pass over a file, decoded only as large as needed; one known under another name is not decoded again."""
    look = _keeping(library, pictures, closely, fingerprint_and_picture)
    return _unchanged(library, lambda file: moved.find(file, library.path_of(file)) or look(file))


def whole_look(library: Library, pictures: Pictures, closely: bool) -> Look:
    """A pass over the whole picture, where its thumbnail leaves a doubt."""
    look = _keeping(library, pictures, closely, whole_fingerprint_and_picture)
    return _unchanged(library, look)


def _keeping(
    library: Library,
    pictures: Pictures,
    closely: bool,
    read: Callable[..., tuple[Fingerprint, SmallPicture | None]],
) -> Look:
    def look(file: File) -> Fingerprint:
        path: Path = library.path_of(file)
        found, small = read(path, with_picture=closely and pictures.has_room)
        pictures.keep(file.path, small)
        return found

    return look


def _unchanged(library: Library, look: Look) -> Look:
    """The same; what is written or downloaded meanwhile is named, not remembered as what it was before."""

    def checked(file: File) -> Fingerprint:
        found = look(file)
        try:
            status = os.lstat(library.path_of(file))
        except OSError as error:
            raise UnreadablePicture(problem_of(error)) from error
        if (status.st_size, status.st_mtime_ns) != (file.bytes, file.modified_ns):
            raise UnreadablePicture(ProblemKind.CHANGED)
        return found

    return checked
