"""A folder chosen with arrows and digits, asked for by a step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from wizard.language.catalogs import _, pgettext
from wizard.language.folders import folders_in
from wizard.language.names import shorten
from wizard.steps.names import program_name
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.folder_list import FolderList
from wizard.widgets.frame import KeyLine, Plain, TitleLine


class PickFolder(ModalScreen[Path | None]):
    """Answers with the folder, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,0", "close", show=False)]
    DEFAULT_CSS = """
    PickFolder { background: $background; }
    PickFolder Plain { padding: 0 1; }
    PickFolder #what { margin: 1 0; text-style: bold; }
    """

    def __init__(
        self, what: str, places: Sequence[tuple[str, Path]], *, stay_inside: bool = False
    ) -> None:
        """`what` to do, and the places to start from. `stay_inside`: no way leads out of these."""
        super().__init__()
        self._what = what
        self._places = list(places)
        self._tops = {folder for _, folder in places} if stay_inside else set()
        self._folder: Path | None = None

    def compose(self) -> ComposeResult:
        yield TitleLine(program_name(), "")
        yield Plain(self._what, id="what")
        if self._folder is not None:
            yield Plain(shorten(str(self._folder), 76))
        yield FolderList(self._entries())
        if self._folder is not None:
            yield Choices([Answer(1, _("Choose this folder")), Answer(2, _("Up one folder"))])
        yield KeyLine(
            [
                (pgettext("key", "Arrows"), pgettext("key", "Move")),
                ("Enter", pgettext("key", "Open")),
                ("Esc", pgettext("key", "Back")),
            ]
        )

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "12":
            for choices in self.query(Choices):
                choices.answer(int(event.character))

    @on(FolderList.Opened)
    def _opened(self, event: FolderList.Opened) -> None:
        self._go_to(event.folder)

    @on(Choices.Answered)
    def _answered(self, event: Choices.Answered) -> None:
        if event.number == 1:
            self.dismiss(self._folder)
        elif self._folder is not None:
            parent = self._folder.parent
            top = parent == self._folder or self._folder in self._tops
            self._go_to(None if top else parent)

    def action_close(self) -> None:
        self.dismiss(None)

    def _go_to(self, folder: Path | None) -> None:
        self._folder = folder
        self.refresh(recompose=True)
        self.call_after_refresh(self._focus_list)

    def _focus_list(self) -> None:
        folders = self.query_one(FolderList)
        (folders if folders.option_count else self.query_one(Choices)).focus()

    def _entries(self) -> list[tuple[str, Path]]:
        if self._folder is None:
            return self._places
        try:
            return folders_in(self._folder)
        except OSError:
            return []
