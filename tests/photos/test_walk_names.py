"""Names that nobody would choose: the walk takes each as it is on the disk."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.making import file, photo
from wizard.photos.library import walk

HOSTILE = [
    "line\nbreak.jpg",
    "return\rhere.jpg",
    "\x1b[31mred\x1b[0m.jpg",
    "\x1b]0;title\x07.jpg",
    "\u202egpj.exe.jpg",
    "[red]markup[/red].jpg",
    "-rf.jpg",
    "*.jpg",
    "back\\slash.jpg",
    " leading and trailing .jpg",
    "a" * 251 + ".jpg",
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses such names itself")
def test_hostile_names_are_listed_byte_for_byte(tmp_path: Path) -> None:
    for name in HOSTILE:
        file(tmp_path / name)
    assert sorted(each.path for each in walk(tmp_path).files) == sorted(HOSTILE)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know only Unicode names")
def test_names_that_are_not_unicode_lead_to_the_file(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9 \xc7\xd1\xb1\xdb.jpg")
    photo(tmp_path / name)
    library = walk(tmp_path)
    assert os.fsencode(library.files[0].path) == b"caf\xe9 \xc7\xd1\xb1\xdb.jpg"
    assert library.path_of(library.files[0]).stat().st_size == library.files[0].bytes


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes the two for one name")
def test_composed_and_decomposed_twins_are_two_files(tmp_path: Path) -> None:
    twins = [unicodedata.normalize(form, "가족 café.jpg") for form in ("NFC", "NFD")]
    for number, name in enumerate(twins):
        file(tmp_path / name, str(number))
    assert sorted(each.path for each in walk(tmp_path).files) == sorted(twins)


def test_a_hundred_folders_deep_is_not_too_deep(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 100)
    photo(tmp_path / deep / "a.jpg")
    assert [each.path for each in walk(tmp_path).files] == [f"{deep}/a.jpg"]


def test_upper_case_endings_are_pictures_and_other_endings_are_not(tmp_path: Path) -> None:
    for name in ("A.JPG", "b.Heic", "c.jpg.crdownload", "d", "e.txt", ".jpg"):
        file(tmp_path / name)
    assert [each.path for each in walk(tmp_path).pictures] == ["A.JPG", "b.Heic"]


def test_two_names_of_one_file_have_one_identity(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    os.link(tmp_path / "a.jpg", tmp_path / "b.jpg")
    photo(tmp_path / "c.jpg")
    a, b, c = (each.identity for each in walk(tmp_path).files)
    assert a == b != c
