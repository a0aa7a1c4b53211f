"""Progress of long work on its way to a screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from wizard.long_work import Progress


@dataclass
class ReadOn(Message):
    """Long work got a bit further. A newer one takes the place of those not yet shown."""

    progress: Progress

    def can_replace(self, message: Message) -> bool:
        """Only the newest matters."""
        return isinstance(message, ReadOn)
