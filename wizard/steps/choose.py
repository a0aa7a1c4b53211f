"""Step 2: the folder of photos. Says how many there are, how big, and what is left alone and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from threading import Event

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from wizard.journey import StepName
from wizard.language.catalogs import _, pgettext
from wizard.language.folders import folders_in, starting_places
from wizard.language.formats import files
from wizard.language.libraries import summary
from wizard.language.names import shorten
from wizard.language.sentences import sentence_for
from wizard.long_work import Stopped
from wizard.photos.library import Library
from wizard.problems import KitError, NoPhotos, expected
from wizard.steps.lesson_panel import LessonPanel
from wizard.steps.names import CLOUD_AND_APPS
from wizard.steps.step import Step
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.folder_list import FolderList
from wizard.widgets.frame import Plain

DIGITS = 9
"""Places that have a digit; further ones are reached with the arrows."""


class Phase(Enum):
    """Looking for the folder, counting what is in it, or having counted."""

    BROWSE = auto()
    COUNTING = auto()
    COUNTED = auto()


class Choose(Step):
    """A folder picker and the summary of the folder chosen."""

    step = StepName.CHOOSE

    @dataclass
    class Counted(Message):
        """The folder was walked."""

        library: Library

    @dataclass
    class CouldNotCount(Message):
        """The folder cannot be used."""

        error: KitError

    @dataclass
    class CountedOn(Message):
        """So many files were found so far."""

        files: int

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Choose.CountedOn)

    def __init__(self, way: Way, folder: Path | None = None, *, inside: Path | None = None) -> None:
        """`folder`: counted at once, when it was named on the command line. `inside`: opened first."""
        super().__init__(way)
        library = way.journey.library if inside is None else None
        self._phase = Phase.COUNTED if library else Phase.BROWSE
        self._folder: Path | None = library.folder if library else inside
        self._named = folder
        self._stop = Event()

    def on_mount(self) -> None:
        super().on_mount()
        if self._named is not None:
            self._folder = self._named
            self._count()

    def instruction(self) -> str:
        match self._phase:
            case Phase.BROWSE if self._folder is None:
                return _("Where are your photos? Choose a place.")
            case Phase.BROWSE:
                return _("Go to the folder with your photos, then choose it.")
            case Phase.COUNTING:
                return _("Counting what is in the folder ...")
            case Phase.COUNTED:
                return _("This is what we found.")

    def body(self) -> ComposeResult:
        if self._phase is Phase.BROWSE and self._folder is not None:
            yield Plain(shorten(str(self._folder), 74))
            yield FolderList(self._folders_here())
        elif self._phase is Phase.COUNTING:
            yield Plain(id="count")
        elif self.way.journey.library is not None:
            yield Plain("\n".join(summary(self.way.journey.library, self.way.journey.look_only)))

    def answers(self) -> Sequence[Answer]:
        match self._phase:
            case Phase.BROWSE if self._folder is not None:
                return [
                    Answer(1, _("Choose this folder")),
                    Answer(2, _("Up one folder")),
                    Answer(3, _("Other places: Pictures, drives")),
                ]
            case Phase.COUNTING:
                return [Answer(1, _("Stop counting"))]
            case Phase.COUNTED:
                answers = [Answer(1, _("Go on with this folder")), Answer(2, _("Another folder"))]
                if self._set_aside_before:
                    answers.append(Answer(3, _("Put them back: one, some or all")))
                return answers
            case Phase.BROWSE:
                places = enumerate(starting_places(self.way.journey), 1)
                return [
                    Answer(n, name, "" if n > DIGITS else None) for n, (name, _folder) in places
                ]
        return ()

    def keys(self) -> list[tuple[str, str]]:
        if self._phase is not Phase.BROWSE:
            return super().keys()
        return [
            (pgettext("key", "Arrows"), pgettext("key", "Move")),
            ("Enter", pgettext("key", "Open")),
            *super().keys(),
        ]

    def answered(self, number: int) -> None:
        match self._phase, number:
            case Phase.BROWSE, _n if self._folder is None:
                self._open(starting_places(self.way.journey)[number - 1][1])
            case Phase.BROWSE, 1:
                self._count()
            case Phase.BROWSE, 2 if self._folder is not None:
                self._browse(self._folder.parent)
            case Phase.BROWSE, 3:
                self._browse(None)
            case Phase.COUNTING, 1:
                self._stop.set()
            case Phase.COUNTED, 1:
                self.way.go_to(StepName.BACK_UP)
            case Phase.COUNTED, 3:
                self.open_put_back()
            case Phase.COUNTED, 2:
                self._choose_another()

    @property
    def _set_aside_before(self) -> bool:
        try:
            return self.way.journey.anything_to_put_back()
        except KitError:
            return False

    def go_back(self) -> None:
        if self._phase is Phase.COUNTING:
            self._stop.set()
        elif self._phase is Phase.BROWSE and self._folder is not None:
            self._browse(None)
        else:
            self.way.go_to(StepName.WELCOME)

    def _focus_answers(self) -> None:
        """While browsing the arrows walk through the folders."""
        lists = list(self.query(FolderList))
        if lists and lists[0].option_count:
            lists[0].focus()
        else:
            super()._focus_answers()

    def _folders_here(self) -> list[tuple[str, Path]]:
        try:
            return folders_in(self._folder) if self._folder else []
        except OSError:
            return []

    def _choose_another(self) -> None:
        """In practice there is one folder, and no way from it to the learner's own photos."""
        self._browse(self._folder.parent if self._folder and not self.practice else None)

    def _browse(self, folder: Path | None) -> None:
        self._phase, self._folder = Phase.BROWSE, folder
        self.message = ""
        self.show_again()

    @on(FolderList.Opened)
    def _opened(self, event: FolderList.Opened) -> None:
        self._open(event.folder)

    def _open(self, folder: Path) -> None:
        """Goes into a folder; practice has just one, which is counted at once."""
        if self.practice:
            self._folder, self.message = folder, ""
            self._count()
        else:
            self._browse(folder)

    def _count(self) -> None:
        self._phase = Phase.COUNTING
        self._stop = Event()
        self.show_again()
        self._walk()

    @work(thread=True, exclusive=True, exit_on_error=False, group="choose")
    def _walk(self) -> None:
        folder = self._folder or Path()
        backup = self.way.backup
        if backup is not None:  # the copies of two folders must never mix
            backup.stop.set()
            backup.ended.wait()
        try:
            library = self.way.journey.choose(folder, stop=self._stop, seen=self._found)
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.CouldNotCount(expected(error)))
        else:
            self.post_message(self.Counted(library))

    def _found(self, files: int) -> None:
        self.post_message(self.CountedOn(files))

    @on(CountedOn)
    def _show_count(self, event: CountedOn) -> None:
        for line in self.query("#count").results(Plain):
            line.update(files(event.files))

    @on(Counted)
    def _show_summary(self) -> None:
        self._phase = Phase.COUNTED
        self.way.backup = None  # what was read back belongs to the folder before
        try:
            self.way.journey.anything_to_put_back()
        except KitError as error:
            self.message = sentence_for(error)
        self.show_again()

    @on(CouldNotCount)
    def _say_why_not(self, event: CouldNotCount) -> None:
        self._phase = Phase.BROWSE
        self.message = "" if isinstance(event.error, Stopped) else sentence_for(event.error)
        self.show_again()
        if isinstance(event.error, NoPhotos) and event.error.kept_elsewhere:
            self.app.push_screen(LessonPanel(CLOUD_AND_APPS))
