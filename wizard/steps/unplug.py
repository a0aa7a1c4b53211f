"""Finding out by unplugging: a drive that is gone while the photos are still there is another drive."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from wizard.language.catalogs import _, pgettext
from wizard.safekeeping.drives import Separation
from wizard.steps.names import program_name
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import KeyLine, Plain, TitleLine

SECONDS_BETWEEN_LOOKS = 0.2


class Unplug(ModalScreen[Separation | None]):
    """Watches a drive go and come back; answers ANOTHER or SAME, or None when the learner gives up."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,0", "close", show=False)]
    DEFAULT_CSS = """
    Unplug { background: $background; }
    Unplug #what { height: 1fr; padding: 1 1; text-style: bold; }
    """

    def __init__(self, drive: Path, photos: Path) -> None:
        """Both folders are there when the watching begins."""
        super().__init__()
        self._drive = drive
        self._photos = photos
        self._proven = False

    def compose(self) -> ComposeResult:
        yield TitleLine(program_name(), "")
        yield Plain(self._words(), id="what")
        yield Choices([Answer(1, _("Choose another drive"))])
        yield KeyLine([("Enter", pgettext("key", "Choose")), ("Esc", pgettext("key", "Back"))])

    def on_mount(self) -> None:
        self.query_one(Choices).focus()
        self.set_interval(SECONDS_BETWEEN_LOOKS, self._watch)

    def on_key(self, event: events.Key) -> None:
        if event.character == "1":
            self.action_close()

    def _words(self) -> str:
        if self._proven:
            return _("Your photos are still there: it is another drive. Plug it in again.")
        return _("Unplug the drive now. We will see what happens.")

    def _watch(self) -> None:
        # A drive that was pulled out may answer with an error, which is an answer too.
        there, photos = os.path.isdir(self._drive), os.path.isdir(self._photos)
        if self._proven and there:
            self.dismiss(Separation.ANOTHER)
        elif not self._proven and not photos:
            self.dismiss(Separation.SAME)
        elif not self._proven and not there:
            self._proven = True
            self.query_one("#what", Plain).update(self._words())

    @on(Choices.Answered)
    def _answered(self) -> None:
        self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)
