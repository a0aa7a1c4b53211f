"""What the review folder's journal says: what is here, what is in the trash, and which moves were begun."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
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
    stays_sha256: str = ""
    """Of the photo that stays, as it was looked at. Empty in a record of an earlier version."""


@dataclass(frozen=True)
class Sent:
    """A file on its way to the computer's trash, or in it, under a `name` that no other file has."""

    item: Item
    name: str

    @property
    def where(self) -> str:
        """Its last place in the review folder; restored from the trash it comes back here."""
        return f"{self.item.where.rpartition('/')[0]}/{self.name}"


class ReviewRecord:
    """The journal of a review folder and, beside it, a plain list for reading by hand."""

    def __init__(self, folder: Path, photos: Path) -> None:
        """Reads the journal. Raises DamagedRecord when it makes no sense or leads out of the folders, OSError."""
        self.folder = folder
        self.photos = photos
        self.items: dict[str, Item] = {}
        self.coming: dict[str, Item] = {}
        """Moves into the review folder that were begun, by item."""
        self.going: dict[str, Item] = {}
        """Moves back that were begun."""
        self.claims: dict[str, disk.Identity | None] = {}
        """Names among the photos that a move claimed, by item; None when the claim itself was interrupted."""
        self.sending: dict[str, Sent] = {}
        """What was begun to be sent to the trash."""
        self.sent: dict[str, Sent] = {}
        """What was seen in the trash."""
        self._read()

    def _read(self) -> None:
        """Knows what the journal says now, and nothing else."""
        self._journal = Journal(self.folder / JOURNAL)
        told = (self.items, self.coming, self.going, self.claims, self.sending, self.sent)
        for each in told:
            each.clear()
        try:
            for entry in self._journal.entries:
                self._take(entry)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise DamagedRecord(self.folder / JOURNAL) from error

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

    def begin_send(self, sent: Sent) -> None:
        """The intent, lasting before the file gets its new name."""
        self._write({"act": "trashing", "id": sent.item.id, "name": sent.name})

    def end_send(self, sent: Sent) -> None:
        """The file was seen in the trash."""
        self._write({"act": "trashed", "id": sent.item.id})
        self._list("in_trash", sent.item)

    def still_here(self, sent: Sent) -> None:
        """The file never left its place."""
        self._write({"act": "not_trashed", "id": sent.item.id})

    def here_again(self, sent: Sent) -> None:
        """The file is here under its new name: it was not sent after all, or was taken out of the trash."""
        self._write({"act": "here_again", "id": sent.item.id})
        self._list("set_aside", self.items[sent.item.id])

    def note_test_file(self, name: str) -> None:
        """A small file of ours was sent first and seen in the trash, where it stays."""
        self._write({"act": "test_file_in_trash", "name": name})

    def _write(self, entry: Entry) -> None:
        """A line whose writing failed may be there all the same: then it is not written a second time."""
        if self._journal.failed:
            self._read()
            if self._journal.entries[-1:] == [entry]:
                self._journal.make_lasting()
                return
        self._journal.append(entry)
        self._take(entry)

    def _take(self, entry: Entry) -> None:
        """Believes one line: a move into the review folder or back, else what became of one sent to the trash."""
        match entry["act"]:
            case "setting_aside":
                known = {field.name for field in fields(Item)} & entry.keys()
                item = Item(**{name: entry[name] for name in known})
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
                self.sending.pop(entry["id"], None)
                self.claims.pop(entry["id"], None)
                self.items.pop(entry["id"])
            case _of_the_trash:
                self._take_of_the_trash(entry)

    def _take_of_the_trash(self, entry: Entry) -> None:
        match entry["act"]:
            case "trashing":
                sent = Sent(self.items[entry["id"]], entry["name"])
                if "/" in sent.name or not stays_below(sent.name):
                    raise ValueError(sent)
                self.sending[sent.item.id] = sent
            case "trashed":
                self.sent[entry["id"]] = self.sending.pop(entry["id"])
                self.items.pop(entry["id"])
            case "not_trashed":
                self.sending.pop(entry["id"])
            case "here_again":
                begun = entry["id"] in self.sending
                sent = (self.sending if begun else self.sent).pop(entry["id"])
                self.items[sent.item.id] = replace(sent.item, where=sent.where)

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
