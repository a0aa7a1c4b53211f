"""The compare page as text: whole, in the learner's language, and nothing in it but what we wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageChops, ImageOps, ImageStat

from tests.likeness.test_small_differences import AT, receipt
from tests.making import camera_data, file, untouched
from tests.pages.compare_pages import SIZE, eyes, page_of, two_of
from tests.pages.reading import Checked
from tests.photos.raw_photos import raw_photo
from wizard.language.catalogs import available, speaking
from wizard.own_files import OwnFolder
from wizard.pages.compare import pairing, picture_for_page
from wizard.problems import ProblemKind

ALL = pytest.mark.parametrize("code", available())
HOSTILE = '"><script>alert(1)<\u2215script> \u202egpj&.jpg'
"""A slash cannot be in a name; what looks like one can."""


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two photos of one moment, in one of which the eyes are closed."""
    folder = tmp_path / "photos"
    folder.mkdir()
    eyes(True).save(folder / "a.jpg", exif=camera_data("2024:05:01 10:00:00"))
    eyes(False).save(folder / "b.jpg")
    return folder


@ALL
def test_it_is_whole_and_asks_for_nothing_but_its_own_copies(
    photos: Path, tmp_path: Path, code: str
) -> None:
    with speaking(code):
        written = page_of(two_of(photos, ["a.jpg", "b.jpg"]), tmp_path / "page").read_text("utf-8")
    read = Checked(written)
    assert read.open == [] and read.language == code
    assert all(each.startswith("data:image/jpeg;base64,") for each in read.fetched)
    assert "http:" not in written and "https:" not in written
    assert "{" not in re.sub(
        r"<(style|script)>.*?</\1>|data-\w+=\"[^\"]*\"", "", written, flags=re.S
    )


@ALL
def test_what_a_person_or_a_camera_wrote_is_only_text(
    photos: Path, tmp_path: Path, code: str
) -> None:
    exif = camera_data("2024:05:01 10:00:00", camera='<img src=x onerror="alert(2)">')
    exif[ExifTags.Base.Make] = "'><b>\x1b[31m"
    eyes(True).save(photos / HOSTILE, exif=exif)
    two = two_of(photos, ["a.jpg", HOSTILE, "b.jpg"])
    with speaking(code):
        written = page_of(two, tmp_path / "page").read_text("utf-8")
    assert Checked(written).tags.count("script") == 1
    assert "<img src=x" not in written and "onerror=&quot;" in written
    assert "\u202e" not in written and "\x1b" not in written


def test_no_name_is_in_the_title_which_browsers_remember(photos: Path, tmp_path: Path) -> None:
    written = page_of(two_of(photos, ["a.jpg", "b.jpg"]), tmp_path / "page").read_text("utf-8")
    assert "<title>Compare photos, group 2 of 9</title>" in written
    assert sorted(path.name for path in (tmp_path / "page").glob("[!.]*")) == [
        "1.jpg",
        "2.jpg",
        "compare.html",
    ]


def test_it_says_that_it_decides_nothing(photos: Path, tmp_path: Path) -> None:
    written = page_of(two_of(photos, ["a.jpg", "b.jpg"]), tmp_path / "page").read_text("utf-8")
    assert "This page only shows the photos." in written
    assert "They are removed when the program ends." in written
    assert "<form" not in written


def test_the_copies_hold_every_byte_and_the_photos_are_not_touched(
    photos: Path, tmp_path: Path
) -> None:
    with untouched(photos):
        page_of(two_of(photos, ["a.jpg", "b.jpg"]), tmp_path / "page")
    assert (tmp_path / "page/1.jpg").read_bytes() == (photos / "a.jpg").read_bytes()
    assert (tmp_path / "page/2.jpg").stat().st_mode & 0o222 == 0


def test_what_differs_is_named_and_marked(photos: Path, tmp_path: Path) -> None:
    written = page_of(two_of(photos, ["a.jpg", "b.jpg"]), tmp_path / "page").read_text("utf-8")
    assert "They differ here: lower right." in written
    left, top, right, bottom = map(float, re.findall(r'data-spot="([^"]+)"', written)[0].split())
    assert left < 0.78 < 0.82 < right + 0.05 and top < 0.8 < bottom + 0.05


def test_one_digit_of_a_receipt_is_marked_for_the_two_on_the_screen(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    receipt("19.60").save(tmp_path / "photos" / "a.jpg", quality=93)
    receipt("18.60", seed=2).save(tmp_path / "photos" / "b.jpg", quality=93)
    page = page_of(two_of(tmp_path / "photos", ["a.jpg", "b.jpg"]), tmp_path / "page")
    written = page.read_text("utf-8")
    assert "They differ here: at the right." in written or "in the middle." in written
    left, top, right, bottom = map(float, re.findall(r'data-spot="([^"]+)"', written)[0].split())
    assert left < AT[0] < right and top < AT[1] < bottom
    assert (right - left, bottom - top) < (0.05, 0.05)


def test_the_larger_original_is_named_so_above_the_table_too(photos: Path, tmp_path: Path) -> None:
    eyes(False).resize((900, 675)).save(photos / "b.jpg")
    written = page_of(two_of(photos, ["a.jpg", "b.jpg"]), tmp_path / "page").read_text("utf-8")
    sizes = re.findall(r'data-size="([^"]+)"', written)
    assert sizes[0].startswith("1,800 x 1,350 (largest), ") and sizes[1].startswith("900 x 675, ")


def test_a_place_that_differs_is_found_in_a_cropped_copy_too(photos: Path, tmp_path: Path) -> None:
    width, height = eyes(False).size
    eyes(False).crop((width // 8, height // 8, width, height)).save(photos / "b.jpg")
    two = two_of(photos, ["a.jpg", "b.jpg"])
    folder = OwnFolder.at(tmp_path / "page")
    a, b = (
        picture_for_page(photo, photos / photo.path, n, folder)
        for n, photo in enumerate(two.photos, 1)
    )
    found = pairing(a, b, look_closely=True)
    assert found.laid is not None and found.spots
    assert found.laid.left == pytest.approx(1 / 8, abs=0.01)
    middle = (found.spots[0].left + found.spots[0].right) / 2
    assert found.laid.left + middle * found.laid.width == pytest.approx(0.8, abs=0.06)


@pytest.mark.parametrize(("name", "kind"), [("b.heic", "HEIF"), ("b.tif", "TIFF")])
def test_what_browsers_do_not_show_becomes_a_jpeg_copy(
    photos: Path, tmp_path: Path, name: str, kind: str
) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    eyes(False).save(photos / name)
    written = page_of(two_of(photos, ["a.jpg", name]), tmp_path / "page").read_text("utf-8")
    assert f"{kind}, shown here as JPEG" in written
    with Image.open(tmp_path / "page/2.jpg") as copy:
        assert (copy.format, copy.size) == ("JPEG", eyes(False).size)


@pytest.mark.parametrize("ways", [{}, {"tile_size": 512}])
def test_the_copy_has_every_pixel_as_it_is_seen(
    photos: Path, tmp_path: Path, ways: dict[str, Any]
) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    quickly = {"preset": "ultrafast"}
    eyes(False).save(photos / "b.heic", exif=exif.tobytes(), enc_params=quickly, **ways)
    eyes(False).save(photos / "c.tif", exif=exif)
    two = two_of(photos, ["b.heic", "c.tif"])
    page_of(two, tmp_path / "page")
    for number in (1, 2):
        with (
            Image.open(tmp_path / f"page/{number}.jpg") as copy,
            Image.open(two.path(number - 1)) as photo,
        ):
            seen = ImageOps.exif_transpose(photo).convert("RGB")
            assert ImageOps.exif_transpose(copy).size == seen.size == SIZE[::-1]
            apart = ImageStat.Stat(ImageChops.difference(ImageOps.exif_transpose(copy), seen))
            assert max(apart.mean) < 2, "no more than JPEG takes"


def test_what_is_damaged_in_its_middle_is_told(photos: Path, tmp_path: Path) -> None:
    eyes(False).save(photos / "b.tif", compression="tiff_lzw")
    two = two_of(photos, ["a.jpg", "b.tif"])
    whole = (photos / "b.tif").read_bytes()
    middle = len(whole) // 2
    (photos / "b.tif").write_bytes(whole[:middle] + bytes(5000) + whole[middle + 5000 :])
    picture = picture_for_page(two.photos[1], two.path(1), 2, OwnFolder.at(tmp_path / "page"))
    assert picture.problem is ProblemKind.DAMAGED
    assert picture.small is None


def test_a_raw_file_is_shown_by_a_jpeg_copy_of_its_preview(photos: Path, tmp_path: Path) -> None:
    raw_photo(photos / "b.dng", eyes(False))
    written = page_of(two_of(photos, ["a.jpg", "b.dng"]), tmp_path / "page").read_text("utf-8")
    assert "RAW, shown here as JPEG" in written
    with Image.open(tmp_path / "page/2.jpg") as copy:
        assert (copy.format, copy.size) == ("JPEG", eyes(False).size)


def test_a_turned_png_is_copied_upright_because_not_every_browser_turns_it(
    photos: Path, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    eyes(False).save(photos / "b.png", exif=exif, compress_level=1)
    page_of(two_of(photos, ["a.jpg", "b.png"]), tmp_path / "page")
    with Image.open(tmp_path / "page/2.jpg") as copy:
        assert copy.size == eyes(False).size[::-1]


def test_a_photo_that_cannot_be_read_is_told_and_the_others_are_shown(
    photos: Path, tmp_path: Path
) -> None:
    two = two_of(photos, ["a.jpg", "b.jpg"])
    file(photos / "b.jpg", (photos / "a.jpg").read_bytes()[:3000])
    gone = replace(two.photos[0], path="gone.jpg")
    two = replace(two, photos=(*two.photos, gone))
    written = page_of(two, tmp_path / "page").read_text("utf-8")
    assert "The file stops too early." in written and "is gone now." in written
    assert written.count('class="thumb"') == 1
    assert 'id="stage"' not in written
    folder = OwnFolder.at(tmp_path / "second")
    assert picture_for_page(gone, photos / "gone.jpg", 1, folder).problem is ProblemKind.GONE


def test_of_a_large_group_the_nearest_are_shown_and_that_is_said(
    photos: Path, tmp_path: Path
) -> None:
    names = [f"{number:02}.jpg" for number in range(12)]
    for name in names:
        eyes(True, (320, 240)).save(photos / name)
    two = two_of(photos, names, first=9, second=11)
    written = page_of(two, tmp_path / "page").read_text("utf-8")
    assert "This page shows 8 of the 12 photos in the group." in written
    shown = re.findall(r'data-number="(\d+)"', written)
    assert {"10", "12"} <= set(shown) and "1" not in shown
    first = re.findall(r'data-first="(\d+)" data-second="(\d+)"', written)[0]
    assert first == ("10", "12")
