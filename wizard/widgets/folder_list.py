"""The folders inside a folder, to be walked with arrows and Enter. Lists names only."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text
from textual import on
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wizard.language.names import reading_order, show_name


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


def folders_in(folder: Path) -> list[tuple[str, Path]]:
    """The folders in a folder that can be entered, by name; hidden ones and links left out. Raises OSError."""
    with os.scandir(folder) as entries:
        found = [
            Path(entry.path)
            for entry in entries
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith((".", "$"))
        ]
    found.sort(key=lambda path: reading_order(path.name))
    return [(show_name(path.name) + "/", path) for path in found]
