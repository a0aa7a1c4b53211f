"""The facts of a receipt: what was backed up and checked, what was set aside, what stays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wizard.safekeeping.backup import BackupResult
from wizard.safekeeping.drives import Separation
from wizard.safekeeping.review_record import Item


@dataclass(frozen=True)
class Receipt:
    """`day` as YYYY-MM-DD of this computer's clock. What was not done is None or empty."""

    day: str
    photos: Path
    pictures: int
    backup: Path | None
    backup_result: BackupResult | None
    checked_at: str | None
    separation: Separation | None
    groups: int
    review_folder: Path | None
    items: tuple[Item, ...]
    practice: bool

    @property
    def bytes_set_aside(self) -> int:
        """The size of everything in the review folder."""
        return sum(item.bytes for item in self.items)
