"""One sitting at the computer: whose it is, the journey under way, its practice room, what is removed at the end."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.journey import Journey, Record, StepName
from wizard.places import Places
from wizard.safekeeping.drives import FindDrives, drives
from wizard.traces import TracelessPlaces
from wizard.workshop.entry import Entry, keep_entry

if TYPE_CHECKING:
    from wizard.teaching.practice_room import PracticeRoom


class Session:
    """Holds one journey after the other. Screens and plain lines both begin and end theirs here."""

    def __init__(
        self,
        places: Places,
        *,
        leave_no_trace: bool = False,
        find_drives: FindDrives = drives,
        summary: Path | None = None,
    ) -> None:
        """`leave_no_trace`: the command line said so, and no answer on the way says otherwise.

        `summary`: where the facilitator collects what learners let themselves be counted for.
        """
        self.places = places
        self.leave_no_trace = leave_no_trace
        self._find_drives = find_drives
        self._summary = summary
        self._began = time.monotonic()
        self._traceless: TracelessPlaces | None = None
        self._room: PracticeRoom | None = None
        self._counted = False
        self.journey = self._own_journey(leave_no_trace)

    def begin_own(self, *, shared_computer: bool) -> Record | None:
        """A journey on the learner's own photos; returns an unfinished one of last time."""
        self.end_journey()
        if shared_computer and not self.leave_no_trace and self._traceless is None:
            self._traceless = TracelessPlaces()
        self.journey = self._own_journey(shared_computer or self.leave_no_trace)
        return self.journey.unfinished()

    def practise(self, step: StepName) -> Journey:
        """A journey on fresh practice photos, at a step for which everything is prepared.

        Raises as PracticeRoom.fresh and prepare do.
        """
        from wizard.teaching.practice_room import PracticeRoom  # the first screen draws no photos
        from wizard.teaching.prepared import prepare

        self.end_journey()
        self._began, self._counted = time.monotonic(), False
        self._room = PracticeRoom.fresh(self.places)
        self.journey = Journey(self._room.places, practice=True, find_drives=self._room.drives)
        prepare(self.journey, step)
        return self.journey

    @property
    def may_count(self) -> bool:
        """True when the facilitator collects, on practice photos, and this learner was not counted yet."""
        return self._summary is not None and self.journey.practice and not self._counted

    def entry(self, language: str) -> Entry:
        """What would be noted of this practice."""
        from wizard.teaching.counting import entry_of  # at the end of a workshop only

        return entry_of(self.journey, language, time.monotonic() - self._began)

    def count(self, entry: Entry) -> None:
        """The learner said yes. Raises NotWritable, DriveFull, DriveGone."""
        if self._summary is not None:
            keep_entry(entry, self._summary)
            self._counted = True

    def end_journey(self) -> None:
        """Writes down where the learner is, and lets go of everything."""
        self.journey.save()
        self.journey.close()
        if self._room is not None:
            self._room.close()
            self._room = None

    def end(self) -> None:
        """The sitting is over: on a computer that is not the learner's nothing stays behind."""
        self.end_journey()
        if self._traceless is not None:
            self._traceless.remove()

    def _own_journey(self, shared_computer: bool) -> Journey:
        traceless = self._traceless if shared_computer else None
        places = traceless.places if traceless is not None else self.places
        return Journey(places, shared_computer=shared_computer, find_drives=self._find_drives)
