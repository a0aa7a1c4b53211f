"""The look for look-alikes: reads every picture of a library once and gathers them into groups."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from threading import Event, Thread
from time import monotonic

from wizard.likeness.cache import Cache, Memory
from wizard.likeness.close_look import look_closely
from wizard.likeness.fingerprint import Fingerprint, fingerprint_and_picture
from wizard.likeness.groups import Group, group
from wizard.likeness.moved import Moved
from wizard.likeness.photo import Photo
from wizard.likeness.pictures import Pictures
from wizard.likeness.relations import Relation, relate
from wizard.likeness.remembered import Found, listing, recall, remember, without_views
from wizard.long_work import Progress, Report, nobody_listens, stop_if_asked
from wizard.photos.companions import companions
from wizard.photos.library import File, Library, problem_of
from wizard.photos.picture import UnreadablePicture
from wizard.problems import Problem, ProblemKind, Skipped, SkipReason

THRESHOLD = 90
PATIENCE = 300.0
"""Seconds for one picture. A guess: the largest that is opened at all takes a few, a sick drive has no end."""
REMEMBERED_AT_ONCE = 200
"""Pictures between two writes of the cache: what a power cut costs."""


@dataclass(frozen=True)
class Scan:
    """What a look found: every photo read, the groups, what could not be read, what was left alone."""

    library: Library
    photos: Sequence[Photo]
    groups: tuple[Group, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[Skipped, ...]
    memory: Memory | None = field(default=None, compare=False)
    """What became of the cache, where a person is to know."""

    @property
    def exact_copies(self) -> int:
        """How many files are byte for byte another one's copy."""
        return sum(counted - 1 for counted in self._copies())

    @property
    def exact_copy_groups(self) -> int:
        """How many pictures are there more than once, byte for byte."""
        return sum(counted > 1 for counted in self._copies())

    def _copies(self) -> Iterator[int]:
        """How often each picture of a group is there; exact copies are always of one group."""
        for each in self.groups:
            yield from Counter(photo.sha256 for photo in each.photos).values()

    @property
    def look_alike_groups(self) -> int:
        """How many groups hold more than exact copies."""
        return sum(not group.all_identical for group in self.groups)

    @property
    def relations_to_best(self) -> Counter[Relation]:
        """How many photos are what to the best of their group."""
        return Counter(
            relate(group.best, photo).relation
            for group in self.groups
            for photo in group.photos
            if photo is not group.best
        )

    @property
    def moments_a_cleaner_takes(self) -> int:
        """Presses of the shutter, as far as can be told, of which nothing stays beside the best ones."""
        return sum(len({photo.capture for photo in group.photos}) - 1 for group in self.groups)


def scan(
    library: Library,
    *,
    cache: Cache | None = None,
    stop: Event | None = None,
    progress: Report = nobody_listens,
    closely: bool = True,
) -> Scan:
    """Fingerprints every picture, groups them, and looks closely at what is alike.

    A bad picture becomes a Problem and the rest goes on. `closely=False` is for measuring its cost.

    Raises Stopped; what was read by then is remembered in `cache`.
    """
    pictures, second_names = _one_name_each(library)
    listed = listing(library, second_names)
    found = recall(cache, library, listed) if cache and closely else None
    if found is not None:
        done, size = len(pictures), sum(file.bytes for file in pictures)
        progress(Progress(done, done, size, size))
    else:
        found = _look(library, pictures, cache, stop, progress, closely)
        if cache and closely:
            remember(cache, library, listed, found)
    problems = sorted(library.problems + found.problems, key=lambda problem: problem.path)
    skipped = library.skipped + second_names
    memory = cache.memory if cache else None
    return Scan(library, found.photos, found.groups, tuple(problems), skipped, memory)


def _look(
    library: Library,
    pictures: list[File],
    cache: Cache | None,
    stop: Event | None,
    progress: Report,
    closely: bool,
) -> Found:
    known = cache.recall(library) if cache else {}
    problems: list[Problem] = []
    fresh: list[tuple[File, Fingerprint]] = []
    counter = _Counter(pictures, known, progress)
    kept = Pictures(library.folder)
    kept.share_room(len(pictures))
    unknown = [file for file in pictures if file.path not in known]
    moved = cache.recall_contents(unknown) if cache else Moved({}, frozenset())
    try:
        for file, outcome in _read(library, unknown, moved, stop, kept, closely):
            if isinstance(outcome, UnreadablePicture):
                problems.append(Problem(file.path, outcome.kind))
            else:
                known[file.path] = outcome
                fresh.append((file, outcome))
            counter.add(file)
            if cache and len(fresh) >= REMEMBERED_AT_ONCE:
                cache.remember(library, fresh)
                fresh = []
    finally:
        if cache and fresh:
            cache.remember(library, fresh)
    photos = _photos(library, pictures, known)
    known.clear()
    if closely:
        photos = look_closely(photos, kept, cache, stop, progress)
    photos = without_views(photos)
    return Found(photos, group(photos, stop), tuple(problems))


def _one_name_each(library: Library) -> tuple[list[File], tuple[Skipped, ...]]:
    """A hard link is a second name of one file, not a copy: setting it aside would save nothing."""
    seen: set[tuple[int, int]] = set()
    pictures, second = [], []
    for file in library.pictures:
        if file.identity in seen:
            second.append(Skipped(file.path, SkipReason.SECOND_NAME))
        else:
            seen.add(file.identity)
            pictures.append(file)
    return pictures, tuple(second)


def _read(
    library: Library,
    files: list[File],
    moved: Moved,
    stop: Event | None,
    kept: Pictures,
    closely: bool,
) -> Iterator[tuple[File, Fingerprint | UnreadablePicture]]:
    """Fingerprints on all cores; hands out each as it is done. Threads: Pillow and hashlib let go of the GIL."""
    at_once = os.cpu_count() or 2
    waiting = iter(files)
    running: dict[Future[Fingerprint], tuple[File, float]] = {}

    def read(file: File) -> Fingerprint:
        if (known := moved.find(file, library.path_of(file))) is not None:
            return known
        wanted = closely and kept.has_room
        found, small = fingerprint_and_picture(library.path_of(file), with_picture=wanted)
        _still_as_listed(library, file)
        kept.keep(file.path, small)
        return found

    while True:
        while len(running) < at_once and (file := next(waiting, None)) is not None:
            running[_begun(read, file)] = file, monotonic()
        if not running:
            return
        stop_if_asked(stop)
        done, _ = wait(running, timeout=0.1, return_when=FIRST_COMPLETED)
        for future, (file, began) in list(running.items()):
            if future in done:
                yield running.pop(future)[0], _outcome(future)
            elif monotonic() - began > PATIENCE:
                del running[future]
                yield file, UnreadablePicture(ProblemKind.TOO_SLOW)


def _still_as_listed(library: Library, file: File) -> None:
    """What is written or downloaded at this moment would be remembered as what it was before.

    Raises UnreadablePicture.
    """
    try:
        status = os.lstat(library.path_of(file))
    except OSError as error:
        raise UnreadablePicture(problem_of(error)) from error
    if (status.st_size, status.st_mtime_ns) != (file.bytes, file.modified_ns):
        raise UnreadablePicture(ProblemKind.CHANGED)


def _begun(read: Callable[[File], Fingerprint], file: File) -> Future[Fingerprint]:
    """A picture being read in a thread of its own, which nobody waits for: a dying drive may never answer.

    Starting a thread takes a ten-thousandth of a second, reading a picture a hundred times as long.
    """
    future: Future[Fingerprint] = Future()

    def work() -> None:
        try:
            future.set_result(read(file))
        except BaseException as error:  # noqa: BLE001 - handed on to who asks for the outcome
            future.set_exception(error)

    Thread(target=work, name=f"reads {file.path!a}", daemon=True).start()
    return future


def _outcome(future: Future[Fingerprint]) -> Fingerprint | UnreadablePicture:
    try:
        return future.result()
    except UnreadablePicture as unreadable:
        return unreadable


def _photos(
    library: Library, pictures: list[File], known: Mapping[str, Fingerprint]
) -> tuple[Photo, ...]:
    beside = companions(library.files)
    return tuple(
        Photo(
            file.path,
            file.bytes,
            file.modified_ns,
            known[file.path],
            tuple(companion.path for companion in beside.get(file.path, ())),
        )
        for file in pictures
        if file.path in known
    )


class _Counter:
    """Counts what is done, beginning with what was remembered."""

    def __init__(
        self, pictures: list[File], known: Mapping[str, Fingerprint], report: Report
    ) -> None:
        remembered = [file for file in pictures if file.path in known]
        self._report = report
        self._of = len(pictures), sum(file.bytes for file in pictures)
        self._done = len(remembered), sum(file.bytes for file in remembered)
        self._tell()

    def add(self, file: File) -> None:
        self._done = self._done[0] + 1, self._done[1] + file.bytes
        self._tell()

    def _tell(self) -> None:
        self._report(Progress(self._done[0], self._of[0], self._done[1], self._of[1]))
