"""What the review folder's journal says: which files are here, and which moves were begun and not finished."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from wizard.problems import DamagedRecord
from wizard.safekeeping import disk
from wizard.safekeeping.journal import Entry, Journal
from wizard.safekeeping.names import stays_below

JOURNAL = "journal.jsonl"
LIST = "list.csv"
LIST_COLUMNS = ("when", "what", "photo_folder", "in_review_folder", "bytes", "sha256")


@dataclass(frozen=True)
class Item:
    """One file in the review folder. `path` was its place among the photos, `where` is its place here."""

    id: str
    path: str
    where: str
    sha256: str
    bytes: int
    modified_ns: int
    set_aside_at: str
    bundle: str
    stays: str


class ReviewRecord:
    """The journal of a review folder and, beside it, a plain list for reading by hand."""

    def __init__(self, folder: Path, photos: Path) -> None:
        """Reads the journal. Raises DamagedRecord when it makes no sense or leads out of the folders."""
        self.folder = folder
        self.photos = photos
        self._journal = Journal(folder / JOURNAL)
        self.items: dict[str, Item] = {}
        self.coming: dict[str, Item] = {}
        """Moves into the review folder that were begun, by item."""
        self.going: dict[str, Item] = {}
        """Moves back that were begun."""
        self.claims: dict[str, disk.Identity | None] = {}
        """Names among the photos that a move claimed, by item; None when the claim itself was interrupted."""
        try:
            for entry in self._journal.entries:
                self._take(entry)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise DamagedRecord(folder / JOURNAL) from error

    def here(self, item: Item) -> Path:
        """Its place in the review folder."""
        return self.folder / item.where

    def there(self, item: Item) -> Path:
        """Its place among the photos."""
        return self.photos / item.path

    def begin_set_aside(self, item: Item, seen_at: str) -> None:
        """The intent, lasting before anything moves."""
        self._write({"act": "setting_aside", "seen_at": seen_at, **vars(item)})

    def end_set_aside(self, item: Item, moved: bool) -> None:
        """The item is here, or the move did not happen."""
        self._write({"act": "set_aside" if moved else "not_set_aside", "id": item.id})
        if moved:
            self._list("set_aside", item)

    def begin_put_back(self, item: Item) -> None:
        """The intent, lasting before anything moves."""
        self._write({"act": "putting_back", "id": item.id})

    def end_put_back(self, item: Item, moved: bool) -> None:
        """The item is back among the photos, or the move did not happen."""
        self._write({"act": "put_back" if moved else "not_put_back", "id": item.id})
        if moved:
            self._list("put_back", item)

    def write_claim(self, item: Item, claim: disk.Identity | None) -> None:
        """The item's old name is about to be claimed, or is claimed by this file."""
        known = (
            {"act": "claimed", "dev": claim[0], "ino": claim[1]} if claim else {"act": "claiming"}
        )
        self._write({**known, "id": item.id})

    def notes_of(self, item: Item) -> Claiming:
        """Where it is written down that the item's old name is claimed for it."""
        return Claiming(self, item)

    def _write(self, entry: Entry) -> None:
        self._journal.append(entry)
        self._take(entry)

    def _take(self, entry: Entry) -> None:
        match entry["act"]:
            case "setting_aside":
                item = Item(**{field.name: entry[field.name] for field in fields(Item)})
                if not (stays_below(item.path) and stays_below(item.where)):
                    raise ValueError(item)
                self.coming[item.id] = item
            case "claiming":
                self.claims[entry["id"]] = None
            case "claimed":
                self.claims[entry["id"]] = (int(entry["dev"]), int(entry["ino"]))
            case "set_aside":
                self.items[entry["id"]] = self.coming.pop(entry["id"])
                self.claims.pop(entry["id"], None)
            case "not_set_aside":
                self.coming.pop(entry["id"])
                self.claims.pop(entry["id"], None)
            case "putting_back":
                self.going[entry["id"]] = self.items[entry["id"]]
            case "not_put_back":
                self.going.pop(entry["id"])
                self.claims.pop(entry["id"], None)
            case "put_back":
                self.going.pop(entry["id"])
                self.claims.pop(entry["id"], None)
                self.items.pop(entry["id"])

    def _list(self, what: str, item: Item) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = (now, what, item.path, item.where, item.bytes, item.sha256)
        with suppress(OSError):  # the journal is the record; the list is for reading by hand
            disk.append_record(self.folder / LIST, csv_line(row))


@dataclass(frozen=True)
class Claiming:
    """The journal's word that an empty file among the photos is ours; see disk.Notes."""

    record: ReviewRecord
    item: Item

    def claiming(self) -> None:
        """Lasting before the file is made."""
        self.record.write_claim(self.item, None)

    def claimed(self, claim: disk.Identity) -> None:
        """Lasting before anything is moved over it."""
        self.record.write_claim(self.item, claim)


def csv_line(row: Sequence[object]) -> bytes:
    """One line of the list; names that are not valid UTF-8 keep their bytes."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(row)
    return buffer.getvalue().encode("utf-8", "surrogateescape")
