"""The list behind 0: all that can be done on this screen, numbered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from wizard.language.catalogs import _, pgettext
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import KeyLine, Plain

DIGITS = 9
"""Entries that have a digit; the others are reached with the arrows."""


class Everything(ModalScreen[int | None]):
    """Answers with the position of the entry chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,0", "close", show=False),
    ]
    DEFAULT_CSS = """
    Everything { align: center middle; }
    Everything > #list { width: 70; max-width: 100%; height: auto; max-height: 90%; border: ascii $foreground; background: $surface; padding: 0 1; }
    Everything Choices, Everything Choices:focus { max-height: 18; background: $surface; }
    Everything .title { text-style: bold; margin-bottom: 1; }
    """

    def __init__(self, names: Sequence[str], title: str = "") -> None:
        """`title`: where the list holds something else than all that can be done."""
        super().__init__()
        self._names = names
        self._title = title

    def compose(self) -> ComposeResult:
        with Vertical(id="list"):
            yield Plain(self._title or _("What would you like to do?"), classes="title")
            yield Choices(
                [
                    Answer(number, name, None if number <= DIGITS else "")
                    for number, name in enumerate(self._names, 1)
                ]
            )
        yield KeyLine(
            [("Enter", pgettext("key", "Choose")), ("Esc", pgettext("key", "Back"))],
        )

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123456789":
            self.query_one(Choices).answer(int(event.character))

    @on(Choices.Answered)
    def _chosen(self, event: Choices.Answered) -> None:
        self.dismiss(event.number - 1)

    def action_close(self) -> None:
        self.dismiss(None)
