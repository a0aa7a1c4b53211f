"""`scan --json` has the form that other programs read."""

from __future__ import annotations

import base64
import json
import os
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.likeness.knowing import known
from tests.making import camera_data, file, photo, sha256
from wizard.likeness.groups import group
from wizard.likeness.report import as_json
from wizard.likeness.scan import Scan, scan
from wizard.photos.library import Library, walk


def report_of(folder: Path) -> dict[str, Any]:
    """The report after a journey through a JSON file."""
    return read(scan(walk(folder)))


def read(found: Scan) -> dict[str, Any]:
    report: dict[str, Any] = json.loads("".join(as_json(found)))
    return report


def test_the_form_of_the_report(tmp_path: Path) -> None:
    exif = camera_data("2024:05:01 10:00:00", SubsecTimeOriginal="25")
    photo(tmp_path / "2024/a.jpg", 1, (800, 600), exif=exif)
    photo(tmp_path / "2024/b.jpg", 1, (400, 300))
    file(tmp_path / "2024/a.xmp")
    file(tmp_path / "2024/c.jpg", b"")
    file(tmp_path / "Photos Library.photoslibrary/x")
    report = report_of(tmp_path)
    assert {key: report[key] for key in ("folder", "threshold", "problems", "skipped")} == {
        "folder": str(tmp_path),
        "threshold": 90,
        "problems": [{"path": "2024/c.jpg", "reason": "empty"}],
        "skipped": [{"path": "Photos Library.photoslibrary", "reason": "photo_library"}],
    }
    assert report["fingerprint"].startswith("phash64-")
    assert report["photos"][0] == {
        "path": "2024/a.jpg",
        "sha256": sha256(tmp_path / "2024/a.jpg"),
        "bytes": (tmp_path / "2024/a.jpg").stat().st_size,
        "width": 800,
        "height": 600,
        "taken": "2024-05-01T10:00:00.25",
        "camera": "Pixel 8",
        "companions": ["2024/a.xmp"],
    }
    assert (report["photos"][1]["taken"], report["photos"][1]["camera"]) == (None, None)
    (found,) = report["groups"]
    (pair,) = found.pop("pairs")
    assert found == {"id": 1, "members": ["2024/a.jpg", "2024/b.jpg"], "best": "2024/a.jpg"}
    assert (pair["a"], pair["b"], pair["relation"]) == ("2024/a.jpg", "2024/b.jpg", "same_picture")
    assert pair["reasons"] == ["smaller", "no_camera_data"]
    assert 90 < pair["similarity"] <= 99.9
    assert set(pair) == {"a", "b", "similarity", "relation", "reasons"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know only Unicode names")
def test_a_name_that_is_not_unicode_is_also_given_as_bytes(tmp_path: Path) -> None:
    photo(tmp_path / os.fsdecode(b"caf\xe9.jpg"))
    written = report_of(tmp_path)["photos"][0]
    assert base64.b64decode(written["path_bytes"]) == b"caf\xe9.jpg"
    assert os.fsencode(written["path"]) == b"caf\xe9.jpg"


def test_a_plain_name_is_given_once(tmp_path: Path) -> None:
    photo(tmp_path / "가족.jpg")
    assert "path_bytes" not in report_of(tmp_path)["photos"][0]


def report_of_equals(members: int) -> dict[str, Any]:
    photos = tuple(known(f"{number:03}.jpg", 7) for number in range(members))
    empty = Library(Path("photos"), (), (), ())
    (report,) = read(Scan(empty, photos, group(photos), (), ()))["groups"]
    assert isinstance(report, dict)
    return report


def test_it_is_written_an_entry_at_a_time(tmp_path: Path) -> None:
    """Whole in memory, the report of 100,000 photos would take more than the look itself."""
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        photo(tmp_path / name)
    pieces = as_json(scan(walk(tmp_path)))
    assert [piece.count("sha256") for piece in pieces if "sha256" in piece] == [1, 1, 1]


def test_every_pair_of_a_group_of_200_is_listed() -> None:
    report = report_of_equals(200)
    listed = {(pair["a"], pair["b"]) for pair in report["pairs"]}
    assert listed == set(combinations(report["members"], 2))
    assert "pairs_omitted" not in report


def test_a_larger_group_lists_the_pairs_with_the_best_and_counts_the_rest() -> None:
    report = report_of_equals(201)
    assert {pair["a"] for pair in report["pairs"]} == {report["best"]}
    assert len(report["pairs"]) == 200
    assert report["pairs_omitted"] == 201 * 200 // 2 - 200
