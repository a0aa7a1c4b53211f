"""The copying of step 3, line by line. When it turns out long it waits, and the learner may start with one folder."""

from __future__ import annotations

import time
from threading import Event

from wizard.journey import StepName
from wizard.language.backups import long_rest_words, one_folder_answer
from wizard.language.catalogs import _
from wizard.language.sentences import sentence_for
from wizard.long_work import Pace, Progress, Stopped
from wizard.pages.leaflets import backup_leaflets
from wizard.plain.way import GoTo, Way
from wizard.problems import expected
from wizard.safekeeping.backup import BackupResult

GO_ON, ONE_FOLDER = 1, 2


def copy_or_start_smaller(way: Way) -> BackupResult | None:
    """The checked backup, or None after the learner was told why there is none. Raises GoTo for a smaller folder."""
    watch = _Watch(way, may_ask=not way.journey.practice)
    while True:
        try:
            return way.journey.back_up(backup_leaflets(), stop=watch.stop, progress=watch.report)
        except Stopped:
            _ask_for_one_folder(way, watch.left)
            watch = _Watch(way, may_ask=False)
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            way.say(sentence_for(expected(error)))
            return None


class _Watch:
    """Tells how far the copying is, and stops it once when the rest takes long: what was copied stays copied."""

    def __init__(self, way: Way, *, may_ask: bool) -> None:
        self.stop = Event()
        self.left = 0.0
        self._tell = way.progress()
        self._pace = Pace(time.monotonic())
        self._may_ask = may_ask

    def report(self, progress: Progress) -> None:
        self._tell(progress)
        left = self._pace.long_rest(progress, time.monotonic()) if self._may_ask else None
        if left is not None:
            self.left = left
            self.stop.set()


def _ask_for_one_folder(way: Way, left: float) -> None:
    """Raises GoTo when the learner wants a smaller folder."""
    way.say(long_rest_words(left))
    answers = [(GO_ON, _("Go on with this backup")), (ONE_FOLDER, one_folder_answer())]
    if way.ask(answers) == ONE_FOLDER:
        library = way.journey.library
        way.look_inside = library.folder if library is not None else None
        raise GoTo(StepName.CHOOSE)
