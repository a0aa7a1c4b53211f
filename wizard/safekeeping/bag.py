"""The form of a backup: a BagIt bag (RFC 8493) that can be checked without this program."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from wizard.own_files import OwnFolder
from wizard.photos.left_alone import OUR_MARK
from wizard.plain_files import no_link_on_the_way, read_plain, read_plain_json, read_plain_text
from wizard.problems import DamagedRecord, FolderNotEmpty, NotABackup
from wizard.safekeeping import disk
from wizard.safekeeping.names import stays_below

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PAYLOAD = "data"
VERSIONS = "data/_versions"
MANIFEST = "manifest-sha256.txt"
EARLIER = "earlier"
"""Where a manifest goes when a newer one takes its place; nothing is overwritten."""
DAMAGED = "damaged"
"""Where copies go that are no longer what they were: out of the payload, so that the bag is valid."""
APART = (VERSIONS, EARLIER, DAMAGED)
"""Folders that we write into besides the payload's own."""
_MARK = json.dumps({"what": "backup"}).encode("ascii")
INVENTORY_COLUMNS = ("in_this_backup", "true_name", "bytes", "modified", "sha256")


def begin(bag: Path, leaflets: Mapping[str, str]) -> None:
    """Makes an empty bag, with leaflets (file name to text) that say what it is.

    Raises FolderNotEmpty when the folder holds other things already.
    """
    disk.make_folders(bag)
    mark = _held(bag / OUR_MARK)  # empty or torn after a power cut; it is written first of all
    if next(bag.iterdir(), None) is not None and (mark is None or not _MARK.startswith(mark)):
        raise FolderNotEmpty(bag)
    for name, contents in (
        (OUR_MARK, _MARK),
        ("bagit.txt", DECLARATION),
        *((name, text.encode("utf-8")) for name, text in leaflets.items()),
    ):
        held = _held(bag / name)
        if held is None:
            disk.write_new(bag / name, contents)
        elif contents.startswith(held) and held != contents:
            disk.append_record(bag / name, contents[len(held) :])  # a power cut came in between
    disk.make_folders(bag / PAYLOAD)


def _held(path: Path) -> bytes | None:
    """What a small file holds, or None when there is none. Raises OSError, for a link or a pipe too."""
    try:
        return read_plain(path)
    except FileNotFoundError:
        return None


def require(bag: Path) -> None:
    """Raises NotABackup unless `bag` is a bag begun by this program."""
    try:
        what = read_plain_json(bag / OUR_MARK)["what"]
        whole = what == "backup" and stat.S_ISDIR(_mode(bag / PAYLOAD))
        whole = whole and not any(stat.S_ISLNK(_mode(bag / name)) for name in APART)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotABackup(bag) from error
    if not whole:
        raise NotABackup(bag)


def _mode(path: Path) -> int:
    """What lstat says it is; 0 for nothing. A link elsewhere must not pass for a folder of copies."""
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0


def read_manifest(bag: Path) -> dict[str, str]:
    """Payload path to digest. Raises NotABackup when there is none, DamagedRecord when a line is not one of ours."""
    try:
        text = read_plain_text(bag / MANIFEST)
    except FileNotFoundError as error:
        raise NotABackup(bag) from error
    except UnicodeDecodeError as error:
        raise DamagedRecord(bag / MANIFEST) from error
    manifest = {}
    for line in filter(None, text.split("\n")):
        digest, _, path = line.partition("  ")
        if len(digest) != 64 or not stays_inside(path):
            raise DamagedRecord(bag / MANIFEST)
        manifest[path] = digest
    return manifest


def stays_inside(path: str) -> bool:
    """True for a payload path that does not climb out of the bag."""
    parts = PurePosixPath(path).parts
    return stays_below(path) and len(parts) > 1 and parts[0] == PAYLOAD and "\\" not in path


def seal(bag: Path, rows: Iterable[Mapping[str, Any]], parts: OwnFolder) -> None:
    """Writes manifest, inventory and figures for all payload rows; what they replace is kept in `earlier`."""
    rows = sorted(rows, key=lambda row: str(row["payload"]))
    size = sum(int(row["bytes"]) for row in rows)
    today = datetime.now(UTC).date().isoformat()
    for name, text in (
        (MANIFEST, "".join(f"{row['sha256']}  {row['payload']}\n" for row in rows)),
        ("inventory.csv", "".join(_inventory(rows))),
        (
            "bag-info.txt",
            "Bag-Software-Agent: before-you-delete\n"
            f"Bagging-Date: {today}\nPayload-Oxum: {size}.{len(rows)}\n",
        ),
    ):
        _replace_keeping_earlier(bag, name, text.encode("utf-8", "surrogateescape"), parts)


def set_damaged_apart(bag: Path, payloads: Iterable[str]) -> None:
    """Moves what is left of lost copies out of the payload."""
    for payload in payloads:
        if not payload.startswith(PAYLOAD + "/") or not no_link_on_the_way(bag, payload):
            continue
        try:
            os.lstat(bag / payload)
        except (FileNotFoundError, NotADirectoryError):
            continue
        disk.make_folders(bag / DAMAGED)
        disk.move_to_free_name(bag / payload, _free_name(bag / DAMAGED, Path(payload).name))
        disk.flush_folder(bag / DAMAGED)


def _inventory(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(INVENTORY_COLUMNS)
    for row in rows:
        modified = _moment(row["modified_ns"] / 1e9)
        writer.writerow((row["payload"], row["path"], row["bytes"], modified, row["sha256"]))
    yield buffer.getvalue()


def _moment(seconds: float) -> str:
    """ISO 8601 in UTC; a clock that was far off gives the bare number."""
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return str(seconds)


def _replace_keeping_earlier(bag: Path, name: str, contents: bytes, parts: OwnFolder) -> None:
    target = bag / name
    held = _held(target)
    if held == contents:
        return
    if held is not None:
        disk.make_folders(bag / EARLIER)
        kept = _free_name(bag / EARLIER, name)
        disk.move_to_free_name(target, kept)
        disk.flush_folder(bag / EARLIER)
    part = parts.path / name
    parts.remove_file(part)
    disk.write_new(part, contents)
    disk.move_to_free_name(part, target)
    disk.flush_folder(bag)


def _free_name(folder: Path, name: str) -> Path:
    number = 1
    while (path := folder / f"{number:04}-{name}").exists():
        number += 1
    return path
