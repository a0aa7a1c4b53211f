"""RAW files among photos: what a scan tells of them with the part that reads them, and without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageEnhance
from PIL.TiffImagePlugin import IFDRational

from tests.likeness.telling import detailed, saved, told
from tests.making import file, photo
from tests.photos.raw_photos import raw_photo
from wizard.journey import Journey
from wizard.language.scans import summary
from wizard.language.sentences import sentence_for
from wizard.likeness.cache import Cache
from wizard.likeness.relations import Reason, Relation
from wizard.likeness.scan import scan
from wizard.photos.library import walk
from wizard.places import within
from wizard.problems import OnlyRawFiles, ProblemKind


@pytest.fixture
def without_rawpy(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("wizard.photos.library", "wizard.photos.raw", "wizard.likeness.scan"):
        monkeypatch.setattr(f"{room}.can_be_read", lambda: False)


def test_a_bracket_of_raw_files_is_named(tmp_path: Path) -> None:
    for name, second, bias, light in (("a", 0, 0, 1.0), ("b", 1, 1, 1.3)):
        raw_photo(
            tmp_path / f"{name}.dng",
            ImageEnhance.Brightness(detailed(1)).enhance(light),
            DateTimeOriginal=f"2024:05:01 10:00:0{second}",
            ExposureBiasValue=IFDRational(bias, 1),
        )
    pair = told(tmp_path)
    assert pair.relation is Relation.BRACKETED_EXPOSURE
    assert Reason.BRIGHTER in pair.reasons


def test_a_raw_file_and_a_jpeg_with_another_name_are_told_together(tmp_path: Path) -> None:
    raw_photo(tmp_path / "a.dng", detailed(1))
    saved(tmp_path / "b.jpg", detailed(1), quality=85)
    (group,) = scan(walk(tmp_path)).groups
    assert group.best.path == "a.dng"
    pair = told(tmp_path)
    assert pair.relation is Relation.SAME_PICTURE
    assert Reason.OTHER_FORMAT in pair.reasons


def test_a_lone_raw_file_takes_its_notes_along(tmp_path: Path) -> None:
    raw_photo(tmp_path / "a.dng")
    file(tmp_path / "a.xmp")
    (shown,) = scan(walk(tmp_path)).photos
    assert shown.companions == ("a.xmp",)


def test_a_raw_file_beside_its_jpeg_stays_its_companion(tmp_path: Path) -> None:
    raw_photo(tmp_path / "a.dng")
    photo(tmp_path / "a.jpg")
    found = scan(walk(tmp_path))
    assert [(each.path, each.companions) for each in found.photos] == [("a.jpg", ("a.dng",))]
    assert (found.raw_companions, found.raw_unread) == (1, 0)


def test_without_the_part_that_reads_them_raw_files_are_counted(
    tmp_path: Path, without_rawpy: None
) -> None:
    raw_photo(tmp_path / "a.dng")
    raw_photo(tmp_path / "b.dng")
    photo(tmp_path / "b.jpg")
    found = scan(walk(tmp_path))
    assert [each.path for each in found.photos] == ["b.jpg"]
    assert (found.raw_companions, found.raw_unread, found.problems) == (1, 1, ())
    said = "\n".join(summary(found))
    assert "1 RAW file is kept with its photo, but not compared." in said
    assert "1 RAW file was left alone. The part that opens it is not installed." in said


def test_a_folder_of_raw_files_alone_is_told_as_that(tmp_path: Path, without_rawpy: None) -> None:
    raw_photo(tmp_path / "card/a.dng")
    journey = Journey(within(tmp_path / "profile"))
    with pytest.raises(OnlyRawFiles) as raised:
        journey.choose(tmp_path / "card")
    assert "holds only RAW photos" in sentence_for(raised.value)


def test_once_it_is_installed_they_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw_photo(tmp_path / "photos/a.dng")
    photo(tmp_path / "photos/b.jpg")
    cache = Cache(tmp_path / "cache/scan.sqlite")
    with monkeypatch.context() as before:
        before.setattr("wizard.photos.library.can_be_read", lambda: False)
        assert len(scan(walk(tmp_path / "photos"), cache=cache).photos) == 1
    assert len(scan(walk(tmp_path / "photos"), cache=cache).photos) == 2


def test_a_raw_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    file(tmp_path / "a.nef", b"")
    file(tmp_path / "b.raf", b"FUJIFILMCCD-RAW 0201" + b"\0" * 900)
    problems = {each.path: each.kind for each in scan(walk(tmp_path)).problems}
    assert problems["a.nef"] is ProblemKind.EMPTY
    assert problems["b.raf"] in (ProblemKind.UNKNOWN_RAW, ProblemKind.TRUNCATED)
