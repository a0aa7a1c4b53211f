"""The camera's facts are told where they make sense, and left out where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import camera_data, photo
from wizard.photos.metadata import Metadata, metadata
from wizard.photos.picture import open_picture


def facts(path: Path) -> Metadata:
    return metadata(open_picture(path))


def test_time_camera_and_size_are_told(tmp_path: Path) -> None:
    exif = camera_data("2024:05:01 10:00:00", "Canon EOS R5", SubsecTimeOriginal="25")
    assert facts(photo(tmp_path / "a.jpg", exif=exif)) == Metadata(
        320, 240, "JPEG", "2024-05-01T10:00:00.25", "Canon EOS R5"
    )


def test_a_maker_is_not_said_twice(tmp_path: Path) -> None:
    for make, model, name in (
        ("Canon", "Canon EOS R5", "Canon EOS R5"),
        ("NIKON", "Nikon D90", "Nikon D90"),
        ("Google", "Pixel 8", "Google Pixel 8"),
        ("Apple\0\0", " iPhone 15 ", "Apple iPhone 15"),
        ("Apple", "", "Apple"),
    ):
        exif = camera_data("2024:05:01 10:00:00", model)
        exif[0x010F] = make
        assert facts(photo(tmp_path / "a.jpg", exif=exif)).camera == name


def test_a_turned_picture_has_the_size_that_is_seen(tmp_path: Path) -> None:
    for orientation, size in {1: (320, 240), 3: (320, 240), 6: (240, 320), 8: (240, 320)}.items():
        exif = camera_data("2024:05:01 10:00:00", Orientation=orientation)
        seen = facts(photo(tmp_path / "a.jpg", exif=exif))
        assert (seen.width, seen.height) == size


@pytest.mark.parametrize(
    "taken",
    [
        "0000:00:00 00:00:00",
        "2024:13:01 10:00:00",
        "2024:02:30 10:00:00",
        "2024:05:01 25:00:00",
        "1601:01:01 00:00:00",
        "yesterday afternoon",
        "",
        "    :  :     :  :  ",
        "2024:05:01 10:00:00 and more",
        "\x1b[2J",
    ],
)
def test_a_date_without_sense_is_no_date(tmp_path: Path, taken: str) -> None:
    exif = camera_data(taken, "Pixel 8")
    seen = facts(photo(tmp_path / "a.jpg", exif=exif))
    assert (seen.taken, seen.camera) == (None, "Pixel 8")


@pytest.mark.parametrize("fraction", ["", "x", "   ", "\0\0"])
def test_a_fraction_without_sense_is_left_out(tmp_path: Path, fraction: str) -> None:
    exif = camera_data("2024:05:01 10:00:00", SubsecTimeOriginal=fraction)
    assert facts(photo(tmp_path / "a.jpg", exif=exif)).taken == "2024-05-01T10:00:00"


def test_fractions_tell_the_frames_of_a_burst_apart(tmp_path: Path) -> None:
    frames = [
        facts(
            photo(tmp_path / "a.jpg", exif=camera_data("2024:05:01 10:00:00", SubsecTimeOriginal=f))
        )
        for f in ("05", "50", "500")
    ]
    assert [frame.taken for frame in frames] == [
        "2024-05-01T10:00:00.05",
        "2024-05-01T10:00:00.50",
        "2024-05-01T10:00:00.500",
    ]


@pytest.mark.parametrize(
    "exif",
    [
        b"Exif\0\0",
        b"Exif\0\0MM\0*\xff\xff\xff\xff",
        b"Exif\0\0II*\0\x08\0\0\0\xff\xff",
        # One entry each: a camera name as a rational of a quarter of a billion, an offset outside.
        b"Exif\0\0II*\0\x08\0\0\0\x01\0\x10\x01\x05\0\xff\xff\xff\x0f\x08\0\0\0",
        b"Exif\0\0II*\0\x08\0\0\0\x01\0\x0f\x01\x0c\0\x01\0\0\0\x04\0\0\0\0\0\0\0",
        b"Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\0\0\0\0",
    ],
)
def test_camera_data_in_pieces_is_no_camera_data(tmp_path: Path, exif: bytes) -> None:
    seen = facts(photo(tmp_path / "a.jpg", exif=exif))
    assert (seen.width, seen.height, seen.taken) == (320, 240, None)


def test_a_picture_without_camera_data_says_nothing(tmp_path: Path) -> None:
    assert facts(photo(tmp_path / "a.png")) == Metadata(320, 240, "PNG", None, None)
