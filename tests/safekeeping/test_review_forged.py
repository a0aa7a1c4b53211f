"""A review folder may come from anybody: what it says is not followed out of its folders, nor does it crash."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.making import file, snapshot, untouched
from tests.safekeeping.desk import Desk
from wizard.own_files import OwnFolder
from wizard.problems import DamagedRecord, FolderNotEmpty, NotAReviewFolder
from wizard.safekeeping import review_places
from wizard.safekeeping.journal import START, Journal
from wizard.safekeeping.review_folder import ReviewFolder

ITEM = {
    "act": "setting_aside",
    "seen_at": "",
    "id": "1",
    "path": "a.jpg",
    "where": "2024-01-01/0001/a.jpg",
    "sha256": "0" * 64,
    "bytes": 1,
    "modified_ns": 0,
    "set_aside_at": "",
    "bundle": "1",
    "stays": "b.jpg",
}


def forged(desk: Desk, *entries: dict[str, Any]) -> Path:
    desk.new_review_folder().close()
    journal = Journal(desk.review / "journal.jsonl")
    for entry in entries:
        journal.append(entry)
    return desk.review


@pytest.mark.parametrize("path", ["../x.jpg", "/elsewhere/x.jpg", "2024/../../x.jpg", "..", ""])
@pytest.mark.parametrize("which", ["path", "where"])
def test_a_path_that_climbs_out_is_refused(desk: Desk, which: str, path: str) -> None:
    folder = forged(desk, ITEM | {which: path})
    with untouched(desk.root), pytest.raises(DamagedRecord):
        ReviewFolder(folder)


@pytest.mark.parametrize(
    "entries",
    [
        [{}],
        [{"act": "set_aside", "id": "unknown"}],
        [{"act": "putting_back", "id": "unknown"}],
        [{"act": "setting_aside"}],
        [ITEM | {"path": 5}],
        [ITEM | {"path": None}],
        [ITEM, {"act": "set_aside", "id": ["1"]}],
        [ITEM | {"path": "nul\0byte.jpg"}],
        [ITEM, {"act": "claimed", "id": "1", "dev": float("inf"), "ino": 1}],
        [ITEM, {"act": "claimed", "id": "1", "dev": "many", "ino": 1}],
    ],
)
def test_a_record_without_sense_is_said_to_be_damaged(
    desk: Desk, entries: list[dict[str, Any]]
) -> None:
    folder = forged(desk, *entries)
    with untouched(desk.photos), pytest.raises(DamagedRecord):
        ReviewFolder(folder)


@pytest.mark.skipif(os.name == "nt", reason="links as POSIX has them")
@pytest.mark.parametrize("home", ["photos", "review"])
def test_no_interrupted_move_is_finished_through_a_link(desk: Desk, home: str) -> None:
    """A stick from a stranger: its journal says that a move was begun, and a link leads out."""
    begun = ITEM | {"path": "link/a.jpg", "where": "link/a.jpg"}
    folder = forged(desk, begun, ITEM | {"id": "2", "path": "b.jpg", "where": "not come/b.jpg"})
    outside = desk.root / "outside"
    outside.mkdir()
    (getattr(desk, home) / "link").symlink_to(outside)
    other = desk.review if home == "photos" else outside
    file(other / "link/a.jpg" if home == "photos" else other / "a.jpg", "forged")
    with untouched(outside):
        review = ReviewFolder(folder)
        for item in review.items:
            review.put_back(item)
        review.close()


def nested(deep: int = 100_000) -> str:
    """JSON that no reader can follow to its end."""
    return '{"what":' * deep + "1" + "}" * deep


def test_what_is_nested_too_deep_is_not_believed(desk: Desk, tmp_path: Path) -> None:
    folder = forged(desk)
    (folder / "before-you-delete.json").write_text(nested(), encoding="utf-8")
    with pytest.raises(NotAReviewFolder):
        ReviewFolder(folder)
    assert review_places.find(desk.photos) is None
    file(desk.root / "own/.made-by-before-you-delete", nested())
    with pytest.raises(FolderNotEmpty):
        OwnFolder.marked(desk.root / "own")


def test_a_true_line_nested_too_deep_ends_the_record(tmp_path: Path) -> None:
    body = f'{{"a":{nested()},"prev":"{START}","seq":1}}'.encode()
    line = body[:-1] + b',"crc":"%08x"}\n' % zlib.crc32(body)
    (tmp_path / "journal.jsonl").write_bytes(line)
    journal = Journal(tmp_path / "journal.jsonl")
    assert journal.entries == []
    assert journal.damaged


@pytest.mark.parametrize(
    "mark",
    [
        None,
        "",
        "{",
        "[]",
        '{"what": "backup"}',
        '{"what": "review"}',
        '{"what": "review", "photos": 1}',
    ],
)
def test_what_is_no_review_folder_of_ours_is_not_opened(tmp_path: Path, mark: str | None) -> None:
    if mark is not None:
        file(tmp_path / "before-you-delete.json", mark)
    with untouched(tmp_path), pytest.raises(NotAReviewFolder):
        ReviewFolder(tmp_path)


def test_a_new_review_folder_does_not_take_an_old_name(desk: Desk) -> None:
    file(desk.review / "letter.txt")
    with untouched(desk.root), pytest.raises(FileExistsError):
        desk.new_review_folder()


def test_a_folder_that_moved_with_its_photos_still_knows_them(desk: Desk) -> None:
    desk.back_up()
    review = desk.new_review_folder()
    before = snapshot(desk.photos)
    desk.set_aside(review, "b.jpg", stays="a.jpg")
    review.close()
    moved = desk.root.with_name("elsewhere")
    desk.root.rename(moved)
    again = ReviewFolder(moved / "Review")
    assert again.put_back(again.items[0]) is None
    assert snapshot(moved / "Photos") == before


def test_the_mark_names_no_person_and_no_drive(desk: Desk) -> None:
    desk.new_review_folder().close()
    mark = json.loads((desk.review / "before-you-delete.json").read_text(encoding="utf-8"))
    assert mark == {"what": "review", "photos": "../Photos"}
