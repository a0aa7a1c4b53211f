"""The look for look-alikes: reads every picture of a library once and gathers them into groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Event

from wizard.likeness.cache import Cache, Memory
from wizard.likeness.close_look import look_closely
from wizard.likeness.fingerprint import Fingerprint
from wizard.likeness.groups import Group, group
from wizard.likeness.learning import Learned, reduced_look, whole_look
from wizard.likeness.moved import Moved
from wizard.likeness.photo import Photo
from wizard.likeness.pictures import Pictures
from wizard.likeness.reading import read_all
from wizard.likeness.relations import Relation, relate
from wizard.likeness.remembered import Found, listing, recall, remember, without_views
from wizard.likeness.thumbnails import in_doubt
from wizard.long_work import Progress, Report, nobody_listens
from wizard.photos.companions import companions
from wizard.photos.library import File, Library
from wizard.photos.raw import can_be_read
from wizard.problems import Problem, Skipped, SkipReason

THRESHOLD = 90
"""Percent; look-alikes are above it: at most `index.MAX_DISTANCE` of 64 bits differ."""


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
    def raw_companions(self) -> int:
        """How many RAW files stay with the picture beside them, which stands for them."""
        raw = sum(file.is_raw for file in self.library.files)
        return raw - len(self.library.lone_raw_files)

    @property
    def raw_unread(self) -> int:
        """How many RAW files lie alone and cannot be read here."""
        return 0 if can_be_read() else len(self.library.lone_raw_files)

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
    pictures: Pictures | None = None,
) -> Scan:
    """Fingerprints every picture, groups them, and looks closely at what is alike.

    A bad picture becomes a Problem and the rest goes on. `closely=False` is for measuring its cost;
    `pictures` are what a first look kept.

    Raises Stopped; what was read by then is remembered in `cache`.
    """
    files, second_names = _one_name_each(library)
    listed = listing(library, second_names)
    found = recall(cache, library, listed) if cache and closely else None
    if found is not None:
        done, size = len(files), sum(file.bytes for file in files)
        progress(Progress(done, done, size, size))
    else:
        kept = pictures or Pictures(library.folder)
        kept.share_room(len(files))
        found = _look(library, files, cache, kept, stop, progress, closely)
        if cache and closely:
            remember(cache, library, listed, found)
    problems = sorted(library.problems + found.problems, key=lambda problem: problem.path)
    skipped = library.skipped + second_names
    memory = cache.memory if cache else None
    return Scan(library, found.photos, found.groups, tuple(problems), skipped, memory)


def _look(
    library: Library,
    files: list[File],
    cache: Cache | None,
    kept: Pictures,
    stop: Event | None,
    progress: Report,
    closely: bool,
) -> Found:
    learned = Learned(library, cache)
    counter = _Counter(files, learned.known, progress)
    unknown = [file for file in files if file.path not in learned.known]
    moved = cache.recall_contents(unknown) if cache else Moved({}, frozenset())
    look = reduced_look(library, kept, moved, closely)
    for file in learned.learn(read_all(unknown, look, stop)):
        counter.add(file)
    doubtful = set(in_doubt(learned.known, stop))
    again = [file for file in files if file.path in doubtful]
    look = whole_look(library, kept, closely)
    for number, _file in enumerate(learned.learn(read_all(again, look, stop)), 1):
        progress(Progress(number, len(again), 0, 0))
    photos = _photos(library, files, learned.known)
    learned.known.clear()
    if closely:
        photos = look_closely(photos, kept, cache, stop, progress)
    kept.clear()
    photos = without_views(photos)
    return Found(photos, group(photos, stop), tuple(learned.problems))


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
