"""Very many files, very deep folders, nearly blank sheets, files that change: named or compared, never the end.

The large forms of these: `python -m tests.benchmarks.large_bad_inputs`.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.near_blank import sheet
from tests.making import file, photo, untouched
from wizard.language.scans import summary
from wizard.language.sentences import PROBLEMS
from wizard.likeness import components
from wizard.likeness.cache import Cache
from wizard.likeness.scan import scan
from wizard.photos.library import walk
from wizard.photos.picture import UnreadablePicture, bytes_of
from wizard.problems import Problem, ProblemKind


def test_thousands_of_files_in_one_folder_are_compared(tmp_path: Path) -> None:
    one = photo(tmp_path / "photo 0000.jpg", 1, (64, 48))
    for number in range(1, 1500):
        shutil.copyfile(one, tmp_path / f"photo {number:04d}.jpg")
    seen = scan(walk(tmp_path))
    assert (len(seen.photos), len(seen.groups), seen.exact_copies) == (1500, 1, 1499)


def test_two_hundred_levels_down_photos_are_found_and_compared(tmp_path: Path) -> None:
    bottom = tmp_path.joinpath(*(f"level {number:03d}" for number in range(200)))
    photo(bottom / "a.jpg")
    photo(tmp_path / "b.jpg")
    with untouched(tmp_path):
        seen = scan(walk(tmp_path))
    assert len(seen.groups[0].photos) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="how long a path may be is the system's")
def test_folders_too_deep_for_the_system_are_named_and_the_rest_is_compared(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    home = os.getcwd()
    try:
        os.chdir(tmp_path)
        for _ in range(30):
            os.mkdir("여행" * 30)
            os.chdir("여행" * 30)
        shutil.copyfile(tmp_path / "a.jpg", "b.jpg")
    finally:
        os.chdir(home)
    seen = scan(walk(tmp_path))
    assert [each.path for each in seen.photos] == ["a.jpg"]
    assert [each.kind for each in seen.problems] == [ProblemKind.TOO_DEEP]
    assert any(PROBLEMS[ProblemKind.TOO_DEEP]() in line for line in summary(seen))


def test_a_crowd_of_nearly_blank_sheets_is_grouped_by_hashes_and_bytes_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wizard.likeness.close_look.CROWD", 10)
    monkeypatch.setattr("wizard.likeness.candidates.CROWD", 10)
    assert components.CROWD > 10
    for number in range(80):
        sheet(number).save(tmp_path / f"scan {number}.jpg", quality=80)
    shutil.copyfile(tmp_path / "scan 1.jpg", tmp_path / "again.jpg")
    seen = scan(walk(tmp_path))
    assert seen.exact_copies == 1
    assert any(each.looks is None for group in seen.groups for each in group.photos)
    for group in seen.groups:
        for each in group.photos:
            flat = each.fingerprint.perceptual_hash is None
            assert not flat or group.all_identical


def grown(path: Path) -> None:
    with path.open("ab") as open_file:
        open_file.write(b"more")


def touched(path: Path) -> None:
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize("change", [grown, touched])
def test_a_photo_that_changes_after_it_was_listed_is_named_and_not_remembered(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    photo(tmp_path / "photos/a.jpg")
    late = photo(tmp_path / "photos/b.jpg", 2)
    library, cache = walk(tmp_path / "photos"), Cache(tmp_path / "cache/scan.sqlite")
    change(late)
    seen = scan(library, cache=cache)
    assert seen.problems == (Problem("b.jpg", ProblemKind.CHANGED),)
    assert [each.path for each in seen.photos] == ["a.jpg"]
    assert len(scan(walk(tmp_path / "photos"), cache=cache).photos) == 2


class Growing(io.BytesIO):
    """A file that another program adds to whenever somebody asks for its size."""

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        size = super().seek(offset, whence)
        if whence == os.SEEK_END:
            self.write(b"more and more")
        return size


def test_a_file_that_grows_while_it_is_read_is_not_read_for_ever() -> None:
    with pytest.raises(UnreadablePicture) as unreadable:
        bytes_of(Growing(b"a photo"))
    assert unreadable.value.kind is ProblemKind.CHANGED


def test_an_empty_folder_has_nothing_to_compare(tmp_path: Path) -> None:
    file(tmp_path / "letter.txt")
    assert scan(walk(tmp_path)).groups == ()
