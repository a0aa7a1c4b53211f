"""What belongs to a picture is found by its name: it moves with the picture or not at all."""

from __future__ import annotations

import unicodedata

import pytest

from wizard.photos.companions import companions
from wizard.photos.library import File


def beside(*paths: str) -> dict[str, list[str]]:
    """Each picture's companions, by path."""
    files = [File(path, 1, 0, (0, number)) for number, path in enumerate(paths)]
    return {picture: [each.path for each in own] for picture, own in companions(files).items()}


@pytest.mark.parametrize(
    ("picture", "side"),
    [
        ("IMG_1.HEIC", "IMG_1.MOV"),
        ("IMG_1.JPG", "IMG_1.mov"),
        ("DSC_1.JPG", "DSC_1.NEF"),
        ("DSC_1.jpg", "DSC_1.CR2"),
        ("P1.jpg", "P1.dng"),
        ("IMG_1.HEIC", "IMG_1.AAE"),
        ("IMG_1.HEIC", "IMG_E1.AAE"),
        ("a.jpg", "a.xmp"),
        ("a.jpg", "a.jpg.xmp"),
        ("a.jpg", "A.JPG.XMP"),
        ("a.jpg", "a.jpg.json"),
        ("a(1).jpg", "a.jpg(1).json"),
        ("a.jpg", "a.jpg.supplemental-metadata.json"),
        ("a.jpg", "a.jpg.supplemental-meta.json"),
        ("a.jpg", "a.jpg.s.json"),
        ("a(2).jpg", "a.jpg.supplemental-metadata(2).json"),
        ("2024/a.jpg", "2024/a.xmp"),
        (unicodedata.normalize("NFC", "가족.jpg"), unicodedata.normalize("NFD", "가족.jpg.json")),
    ],
)
def test_a_companion_is_found(picture: str, side: str) -> None:
    assert beside(side, picture) == {picture: [side]}


def test_takeouts_names_are_found_though_it_cuts_them() -> None:
    name = "Screenshot_20240501-100000_Some Long Application Name"
    assert beside(f"{name}.jpg", f"{name[:46]}.json") == {f"{name}.jpg": [f"{name[:46]}.json"]}


def test_takeouts_names_are_found_though_it_cuts_and_numbers_them() -> None:
    name = "Screenshot_20240501-100000_Some Long Application Name"
    assert beside(f"{name}(1).jpg", f"{name[:46]}(1).json") == {
        f"{name}(1).jpg": [f"{name[:46]}(1).json"]
    }


def test_the_numbered_twin_does_not_take_the_first_ones_notes() -> None:
    assert beside("a.jpg", "a(1).jpg", "a.jpg.json", "a.jpg(1).json") == {
        "a.jpg": ["a.jpg.json"],
        "a(1).jpg": ["a.jpg(1).json"],
    }


@pytest.mark.parametrize(
    ("picture", "other"),
    [
        ("a.jpg", "b.xmp"),
        ("a.jpg", "other/a.xmp"),
        ("IMG_1.jpg", "IMG_10.xmp"),
        ("a.jpg", "a.txt"),
        ("a.jpg", "a.png"),
        ("a.jpg", "metadata.json"),
        ("IMG_E1.jpg", "IMG_1.AAE"),
    ],
)
def test_what_only_looks_like_a_companion_is_not_one(picture: str, other: str) -> None:
    assert beside(picture, other) == {}


def test_all_companions_are_found_together() -> None:
    assert beside("IMG_1.HEIC", "IMG_1.MOV", "IMG_1.AAE", "IMG_1.HEIC.xmp") == {
        "IMG_1.HEIC": ["IMG_1.AAE", "IMG_1.HEIC.xmp", "IMG_1.MOV"]
    }


def test_a_film_alone_is_nobodys_companion() -> None:
    assert beside("MVI_1.MOV", "MVI_1.THM") == {}
