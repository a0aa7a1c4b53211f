"""A RAW file is a picture where LibRaw is there: seen by its preview, with the camera's own facts, or named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageEnhance
from PIL.TiffImagePlugin import IFDRational

from tests.making import file, photo, scene
from tests.photos.raw_photos import raw_photo
from wizard.photos import raw
from wizard.photos.close_up import WHOLE, read_close_up, read_overview
from wizard.photos.library import walk
from wizard.photos.metadata import metadata
from wizard.photos.picture import UnreadablePicture, open_picture, read_picture
from wizard.photos.raw_facts import is_raw
from wizard.problems import ProblemKind

SHOT: dict[str, Any] = {
    "DateTimeOriginal": "2024:05:01 10:00:00",
    "SubsecTimeOriginal": "25",
    "ExposureBiasValue": IFDRational(-4, 3),
    "ExposureTime": IFDRational(1, 250),
    "FNumber": IFDRational(28, 10),
    "ISOSpeedRatings": 400,
}


def why_not(path: Path) -> ProblemKind:
    with pytest.raises(UnreadablePicture) as raised:
        read_picture(path, 400)
    return raised.value.kind


def apart(one: Image.Image, other: Image.Image) -> float:
    """Mean difference in levels, both small."""
    pixels = [np.asarray(each.resize((32, 24)), dtype=np.float64) for each in (one, other)]
    return float(np.abs(pixels[0] - pixels[1]).mean())


def test_a_raw_file_is_seen_by_its_preview(tmp_path: Path) -> None:
    other = scene(2, (960, 720))
    path = raw_photo(tmp_path / "a.dng", scene(1, (960, 720)), preview=other)
    for seen in (read_picture(path, 400), read_overview(path, 400)):
        assert seen.size == (400, 300)
        assert apart(seen, other) < 3
    part = read_close_up(path, WHOLE, 960)
    assert part.picture.size == (960, 720)
    assert apart(part.picture, other) < 3


def test_without_a_preview_the_sensor_is_developed(tmp_path: Path) -> None:
    path = raw_photo(tmp_path / "a.dng", scene(1, (960, 720)), preview=b"")
    seen = read_picture(path, 480)
    assert seen.size == (480, 360)
    assert apart(seen, scene(1)) < 12


def test_a_darker_exposure_stays_darker_when_it_is_developed(tmp_path: Path) -> None:
    light = scene(1, (960, 720))
    dark = ImageEnhance.Brightness(light).enhance(0.5)
    means = [
        np.asarray(read_picture(raw_photo(tmp_path / "a.dng", each, preview=b""), 400)).mean()
        for each in (light, dark)
    ]
    assert means[1] < 0.7 * means[0]


@pytest.mark.parametrize("preview", [b"", b"no JPEG at all", scene(2, (160, 120))])
def test_a_preview_of_no_use_is_not_taken(tmp_path: Path, preview: bytes | Image.Image) -> None:
    path = raw_photo(tmp_path / "a.dng", scene(1, (960, 720)), preview=preview)
    assert apart(read_picture(path, 480), scene(1)) < 12


def test_the_cameras_facts_are_those_of_the_raw_file(tmp_path: Path) -> None:
    facts = metadata(open_picture(raw_photo(tmp_path / "a.dng", orientation=6, **SHOT)))
    assert (facts.width, facts.height, facts.format) == (720, 960, "RAW")
    assert (facts.taken, facts.shutter_time) == ("2024-05-01T10:00:00.25", True)
    assert facts.camera == "Maker Model 1"
    assert facts.exposure_bias == pytest.approx(-4 / 3)
    assert facts.exposure_seconds == pytest.approx(1 / 250)
    assert (facts.f_number, facts.iso, facts.coarseness) == (2.8, 400, None)


def test_it_is_as_large_as_its_sensor_whatever_the_preview(tmp_path: Path) -> None:
    small = scene(1, (720, 540))
    facts = metadata(open_picture(raw_photo(tmp_path / "a.dng", preview=small)))
    assert (facts.width, facts.height) == (960, 720)


@pytest.mark.parametrize("preview", [None, b""])
def test_it_is_shown_upright(tmp_path: Path, preview: bytes | None) -> None:
    path = raw_photo(tmp_path / "a.dng", preview=preview, orientation=6)
    assert apart(read_picture(path, 400), scene(1).rotate(-90, expand=True)) < 12


@pytest.mark.parametrize(
    "head",
    [
        b"FUJIFILMCCD-RAW 0201FF",
        b"\0\0\0\x18ftypcrx \0\0\0\1",
        b"IIRO\x08\0\0\0\0\0",
        b"IIU\0\x18\0\0\0\x88\xe7",
        b"FOVb\0\0\0\0",
        b"II*\0\x10\0\0\0CR\x02\0",
        b"II*\0\xff\xff\xff\xff\0\0",
        b"MM\0*\0\0\0\x08\xff\xff\0\0",
    ],
)
def test_what_only_begins_like_a_raw_file_is_named(tmp_path: Path, head: bytes) -> None:
    named = {ProblemKind.UNKNOWN_RAW, ProblemKind.TRUNCATED, ProblemKind.NOT_A_PICTURE}
    for filling in (b"\0", b"\xff", b"ab"):
        assert why_not(file(tmp_path / "a.cr2", head + filling * 3000)) in named


@pytest.mark.parametrize("preview", [None, b""])
def test_a_raw_file_cut_off_anywhere_is_read_or_named(
    tmp_path: Path, preview: bytes | None
) -> None:
    whole = raw_photo(tmp_path / "a.dng", preview=preview).read_bytes()
    assert why_not(file(tmp_path / "a.dng", b"")) is ProblemKind.EMPTY
    for share in (0.0001, 0.0005, 0.001, 0.01, 0.02, 0.5, 0.99):
        path = file(tmp_path / "a.dng", whole[: int(share * len(whole))])
        try:
            assert read_picture(path, 400).size == (400, 300)
        except UnreadablePicture as unreadable:
            assert unreadable.kind is not ProblemKind.EMPTY


def test_a_preview_that_would_fill_the_memory_is_not_opened(tmp_path: Path) -> None:
    huge = bytearray(photo(tmp_path / "b.jpg").read_bytes())
    frame = huge.index(b"\xff\xc0")
    huge[frame + 5 : frame + 9] = b"\xff\xdc\xff\xdc"  # 65,500 by 65,500 pixels
    path = raw_photo(tmp_path / "a.dng", preview=bytes(huge))
    assert apart(read_picture(path, 480), scene(1)) < 12


def test_an_ordinary_tiff_is_left_to_pillow(tmp_path: Path) -> None:
    with photo(tmp_path / "a.tiff").open("rb") as opened:
        assert not is_raw(opened)
    assert open_picture(tmp_path / "a.tiff").format == "TIFF"


def test_a_jpeg_that_is_called_raw_is_a_jpeg(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.nef", format="JPEG")
    assert open_picture(path).format == "JPEG"


def test_only_a_lone_raw_file_is_a_picture_of_its_own(tmp_path: Path) -> None:
    for name in ("a.dng", "b.dng", "c/a.NEF"):
        file(tmp_path / name)
    photo(tmp_path / "a.jpg")
    assert [each.path for each in walk(tmp_path).pictures] == ["a.jpg", "b.dng", "c/a.NEF"]


def test_where_nothing_reads_raw_files_none_is_a_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw_photo(tmp_path / "a.dng")
    photo(tmp_path / "b.jpg")
    monkeypatch.setattr("wizard.photos.library.can_be_read", lambda: False)
    assert [each.path for each in walk(tmp_path).pictures] == ["b.jpg"]
    assert raw.can_be_read(), "the tests try RAW files in earnest: rawpy is installed with them"
