"""The folders inside a folder, to be walked with arrows and Enter. Lists names only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text
from textual import on
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class FolderList(OptionList):
    """Folders by name; choosing one opens it."""

    DEFAULT_CSS = "FolderList, FolderList:focus { height: 1fr; border: none; padding: 0 1; }"

    @dataclass
    class Opened(Message):
        """The learner went into this folder."""

        folder: Path

    def __init__(self, folders: Sequence[tuple[str, Path]]) -> None:
        """Pairs of what is shown and where it leads."""
        super().__init__(*(Option(Text(name)) for name, _ in folders), markup=False)
        self._folders = [folder for _, folder in folders]

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Opened(self._folders[event.option_index]))
