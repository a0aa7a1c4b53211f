"""The look for look-alikes: reads every picture of a library once and gathers them into groups."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from threading import Event, Thread
from time import monotonic

from wizard.likeness.cache import Cache
from wizard.likeness.close_look import look_closely
from wizard.likeness.fingerprint import (
    Fingerprint,
    fingerprint_and_picture,
    whole_fingerprint_and_picture,
)
from wizard.likeness.groups import Group, group
from wizard.likeness.photo import Photo
from wizard.likeness.pictures import Pictures
from wizard.likeness.relations import Relation, relate
from wizard.likeness.small_picture import SmallPicture
from wizard.likeness.thumbnails import in_doubt
from wizard.long_work import Progress, Report, nobody_listens, stop_if_asked
from wizard.photos.companions import companions
from wizard.photos.library import File, Library
from wizard.photos.picture import UnreadablePicture
from wizard.problems import Problem, ProblemKind, Skipped, SkipReason

THRESHOLD = 90
PATIENCE = 300.0
"""Seconds for one picture. A guess: the largest that is opened at all takes a few, a sick drive has no end."""
REMEMBERED_AT_ONCE = 200
"""Pictures between two writes of the cache: what a power cut costs."""

Outcome = Fingerprint | UnreadablePicture


Look = Callable[..., tuple[Fingerprint, SmallPicture | None]]
"""One pass over a file: `fingerprint_and_picture`, or the whole picture's."""


@dataclass(frozen=True)
class Scan:
    """What a look found: every photo read, the groups, what could not be read, what was left alone."""

    library: Library
    photos: tuple[Photo, ...]
    groups: tuple[Group, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[Skipped, ...]

    @property
    def exact_copies(self) -> int:
        """How many files are byte for byte another one's copy."""
        return len(self.photos) - len({photo.sha256 for photo in self.photos})

    @property
    def exact_copy_groups(self) -> int:
        """How many pictures are there more than once, byte for byte."""
        counted = Counter(photo.sha256 for photo in self.photos)
        return sum(count > 1 for count in counted.values())

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
    pictures: Pictures | None = None,
) -> Scan:
    """Fingerprints every picture, groups them, and looks closely at what is alike.

    A bad picture becomes a Problem and the rest goes on. `closely=False` is for measuring its cost;
    `pictures` are what a first look kept.

    Raises Stopped; what was read by then is remembered in `cache`.
    """
    listed, second_names = _one_name_each(library)
    learned = _Learned(library, cache)
    kept = pictures or Pictures(library.folder)
    counter = _Counter(listed, learned.known, progress)
    unknown = [file for file in listed if file.path not in learned.known]
    for file in learned.learn(_read(library, unknown, stop, kept, closely)):
        counter.add(file)
    doubtful = set(in_doubt(learned.known, stop))
    again = [file for file in listed if file.path in doubtful]
    reading = _read(library, again, stop, kept, closely, whole_fingerprint_and_picture)
    for number, _file in enumerate(learned.learn(reading), 1):
        progress(Progress(number, len(again), 0, 0))
    photos = _photos(library, listed, learned.known)
    if closely:
        photos = look_closely(photos, kept, cache, stop, progress)
    problems = sorted(learned.problems, key=lambda problem: problem.path)
    return Scan(library, photos, group(photos), tuple(problems), library.skipped + second_names)


class _Learned:
    """What is known of the pictures: remembered from earlier, and read now."""

    def __init__(self, library: Library, cache: Cache | None) -> None:
        self.known = dict(cache.recall(library)) if cache else {}
        self.problems = list(library.problems)
        self._library, self._cache = library, cache
        self._fresh: list[tuple[File, Fingerprint]] = []

    def learn(self, reading: Iterator[tuple[File, Outcome]]) -> Iterator[File]:
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

    def _remember(self, at_least: int) -> None:
        if self._cache and len(self._fresh) >= at_least:
            self._cache.remember(self._library, self._fresh)
            self._fresh = []


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
    stop: Event | None,
    kept: Pictures,
    closely: bool,
    looks_at: Look | None = None,
) -> Iterator[tuple[File, Outcome]]:
    """Fingerprints on all cores; hands out each as it is done. Threads: Pillow and hashlib let go of the GIL."""
    at_once = os.cpu_count() or 2
    waiting = iter(sorted(files, key=_place_on_disk))
    running: dict[Future[Fingerprint], tuple[File, float]] = {}
    look = looks_at or fingerprint_and_picture

    def read(file: File) -> Fingerprint:
        wanted = closely and kept.has_room
        found, small = look(library.path_of(file), with_picture=wanted)
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


def _place_on_disk(file: File) -> tuple[int, int]:
    """By inode: files lie roughly in that order, and a drive that turns need not jump. Windows tells none."""
    return file.identity if file.identity[0] else (0, 0)


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


def _outcome(future: Future[Fingerprint]) -> Outcome:
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
