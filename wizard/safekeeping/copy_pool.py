"""Copies many files with a few workers; hands out each copy once its name, too, will outlast a power cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from functools import partial
from itertools import islice
from threading import Event

from wizard.long_work import Stopped
from wizard.own_files import OwnFolder
from wizard.photos.library import File, Library
from wizard.problems import ProblemKind
from wizard.safekeeping import disk
from wizard.safekeeping.copying import Copied, CopyJob, Onlooker, TargetFinder

WORKERS = 4
"""Enough to hide the waiting for the drive (PERFORMANCE)."""
BEGUN = 4 * WORKERS
"""Files handed to the workers ahead, so that none of them waits while the record is written."""

Outcome = Copied | ProblemKind
Finished = list[tuple[File, Outcome]]
"""Files that are done, each with its copy or why there is none."""


def copy_all(
    library: Library,
    files: list[File],
    targets: TargetFinder,
    parts: OwnFolder,
    stop: Event | None,
    onlooker: Onlooker | None = None,
) -> Iterator[Finished]:
    """Copies with a few workers; hands out files as they are done, in any order, some at once.

    Raises Stopped, and OSError when the drive itself fails; what was under way is handed out first.
    """
    halt = stop or Event()

    def work(number: int, file: File) -> Callable[[], Outcome]:
        part = f"{number}.part"
        job = CopyJob(library.path_of(file), file, parts, part, halt, onlooker)
        return partial(job.copy, targets(file))

    with ThreadPoolExecutor(WORKERS) as workers:
        under_way = _UnderWay(workers)
        try:
            # Made one by one, as workers become free: where a copy goes depends on the order of files.
            waiting = ((file, work(number, file)) for number, file in enumerate(files))
            while under_way.fill(waiting):
                if finished := under_way.wait_for_some():
                    yield finished
        finally:
            under_way.cancel()
    if under_way.failure is not None:
        raise under_way.failure


class _UnderWay:
    """The copies that workers make now. Once stopped, or when the drive has failed, no more are begun."""

    def __init__(self, workers: Executor) -> None:
        self._workers = workers
        self._running: dict[Future[Outcome], File] = {}
        self.failure: Stopped | OSError | None = None

    def fill(self, waiting: Iterator[tuple[File, Callable[[], Outcome]]]) -> bool:
        """Begins as many as may be begun; False when nothing is under way any more."""
        room = BEGUN - len(self._running) if self.failure is None else 0
        for file, copy in islice(waiting, room):
            self._running[self._workers.submit(copy)] = file
        return bool(self._running)

    def wait_for_some(self) -> Finished:
        """What is done next; nothing where the drive failed meanwhile."""
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        finished = self._outcomes(done)
        try:
            _make_names_lasting(finished)
        except OSError as error:
            self.failure = error
            finished = []  # none of these counts; the next backup reads them again
        if self.failure is not None:
            self.cancel()
        return finished

    def cancel(self) -> None:
        """Takes back what no worker has begun."""
        self._running = {copy: file for copy, file in self._running.items() if not copy.cancel()}

    def _outcomes(self, done: set[Future[Outcome]]) -> Finished:
        """What came of each copy; a failure among them is kept for the end."""
        finished: Finished = []
        for copy in done:
            file = self._running.pop(copy)
            try:
                finished.append((file, copy.result()))
            except (Stopped, OSError) as error:
                self.failure = error
        return finished


def _make_names_lasting(finished: Finished) -> None:
    """One wait for the drive for all copies in a folder, before any of them counts as checked."""
    for folder in {copy.path.parent for _, copy in finished if isinstance(copy, Copied)}:
        disk.flush_folder(folder)
