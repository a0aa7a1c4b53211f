"""The camera's facts are told where they make sense, and left out where they do not."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.ExifTags import Base
from PIL.TiffImagePlugin import IFDRational

from tests.making import camera_data, photo
from wizard.photos.metadata import Metadata, metadata
from wizard.photos.picture import open_picture


def facts(path: Path) -> Metadata:
    return metadata(open_picture(path))


def test_time_camera_and_size_are_told(tmp_path: Path) -> None:
    exif = camera_data("2024:05:01 10:00:00", "Canon EOS R5", SubsecTimeOriginal="25")
    assert facts(photo(tmp_path / "a.png", exif=exif)) == Metadata(
        320, 240, "PNG", "2024-05-01T10:00:00.25", "Canon EOS R5", shutter_time=True
    )


def test_a_photo_saved_with_less_quality_is_known_to_be_coarser(tmp_path: Path) -> None:
    coarse = [facts(photo(tmp_path / "a.jpg", quality=q)).coarseness for q in (95, 80, 50)]
    assert None not in coarse
    assert coarse == sorted(coarse, key=lambda each: each or 0)
    assert coarse[-1] == pytest.approx(57.6, abs=0.1)
    assert facts(photo(tmp_path / "a.png")).coarseness is None


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tiff", "a.heic"])
def test_every_kind_of_file_tells_how_it_was_exposed(tmp_path: Path, name: str) -> None:
    open_picture(photo(tmp_path / "b.jpg"))  # so that HEIC can be written
    exif = camera_data(
        "2024:05:01 10:00:00",
        "Canon EOS R5",
        OffsetTimeOriginal="+09:00",
        ExposureBiasValue=IFDRational(-4, 3),
        ExposureTime=IFDRational(1, 250),
        FNumber=IFDRational(28, 10),
        ISOSpeedRatings=400,
    )
    exif[Base.Software] = "Camera 1.0"
    seen = facts(photo(tmp_path / name, exif=exif.tobytes()))
    assert (seen.taken, seen.zone, seen.shutter_time) == ("2024-05-01T10:00:00", "+09:00", True)
    assert seen.exposure_bias == pytest.approx(-4 / 3)
    assert seen.exposure_seconds == pytest.approx(1 / 250)
    assert (seen.f_number, seen.iso, seen.software) == (2.8, 400, "Camera 1.0")
    assert not seen.scanner


def test_the_date_of_a_change_is_not_a_press_of_the_shutter(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[Base.DateTime] = "2024:05:01 10:00:00"
    seen = facts(photo(tmp_path / "a.jpg", exif=exif))
    assert (seen.taken, seen.shutter_time) == ("2024-05-01T10:00:00", False)


@pytest.mark.parametrize(
    "absurd",
    [
        {"ExposureBiasValue": IFDRational(0, 0), "ExposureTime": IFDRational(0, 0)},
        {"ExposureBiasValue": IFDRational(9999, 1), "ExposureTime": IFDRational(1, 0)},
        {"FNumber": IFDRational(0, 1), "ISOSpeedRatings": 0},
        {"OffsetTimeOriginal": "+99:99"},
        {"OffsetTimeOriginal": "\x1b[2J"},
        {"Orientation": 77},
        {"MakerNote": b"Apple iOS\0\0\x01MM\xff\xff" + bytes(5)},
        {"MakerNote": b"Apple iOS\0" * 100_000},
    ],
)
def test_values_without_sense_are_left_out(tmp_path: Path, absurd: dict[str, Any]) -> None:
    seen = facts(photo(tmp_path / "a.png", exif=camera_data("2024:05:01 10:00:00", **absurd)))
    assert seen == Metadata(320, 240, "PNG", "2024-05-01T10:00:00", "Pixel 8", shutter_time=True)


def test_a_scanner_is_known_by_its_name_when_no_lens_was_used(tmp_path: Path) -> None:
    for model, more, scanner in (
        ("Canon MB5100 series Network", {}, True),
        ("EPSON Perfection V600", {}, True),
        ("Canon EOS R5", {}, False),
        ("EPSON R-D1", {"ExposureTime": IFDRational(1, 60)}, False),
    ):
        exif = camera_data("2024:05:01 10:00:00", model, **more)
        assert facts(photo(tmp_path / "a.jpg", exif=exif)).scanner is scanner


def apple_note(burst: bytes) -> bytes:
    """A maker note as a phone writes it: one entry, the burst's name behind the directory."""
    head = b"Apple iOS\0\0\x01MM"
    place = len(head) + 2 + 12 + 4
    return head + struct.pack(">HHHIII", 1, 11, 2, len(burst), place, 0) + burst


def test_a_burst_is_known_by_its_name(tmp_path: Path) -> None:
    burst = b"0A1B2C3D-0000-4444-8888-0123456789AB\0"
    exif = camera_data("2024:05:01 10:00:00", MakerNote=apple_note(burst))
    assert facts(photo(tmp_path / "a.jpg", exif=exif)).burst == burst.decode().rstrip("\0")
    for xmp in (b'<x GCamera:BurstID="a-1"/>', b"<GCamera:BurstID>a-1</GCamera:BurstID>"):
        assert facts(photo(tmp_path / "b.jpg", xmp=xmp)).burst == "a-1"
        assert facts(photo(tmp_path / "b.webp", xmp=xmp)).burst == "a-1"


def test_a_shot_has_its_number_in_the_burst(tmp_path: Path) -> None:
    head = b"SONY DSC \0\0\0"
    for number, told in ((3, 3), (0, None)):
        note = head + struct.pack("<HHHII", 1, 0xB04A, 3, 1, number) + bytes(4)
        exif = camera_data("2024:05:01 10:00:00", MakerNote=note)
        assert facts(photo(tmp_path / "a.jpg", exif=exif)).sequence == told


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
