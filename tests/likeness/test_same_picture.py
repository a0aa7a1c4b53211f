"""The same picture is told only where nothing visible differs, however it was saved, sized or turned."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.likeness import drawn
from tests.likeness.telling import SIZE, detailed, saved, told
from tests.making import camera_data, photo
from wizard.likeness.relations import Reason, Relation, relate
from wizard.likeness.scan import scan
from wizard.photos.library import walk


@pytest.mark.parametrize(
    ("name", "size", "options"),
    [
        ("b.jpg", SIZE, {"quality": 60}),
        ("b.jpg", (320, 240), {"quality": 85}),
        ("b.png", (500, 375), {}),
        ("b.webp", SIZE, {"quality": 80}),
        ("b.heic", SIZE, {"quality": 80}),
    ],
)
def test_a_copy_in_another_size_or_format_is_the_same_picture(
    tmp_path: Path, name: str, size: tuple[int, int], options: dict[str, object]
) -> None:
    saved(tmp_path / "a.jpg", detailed(1), quality=95)
    saved(tmp_path / name, detailed(1).resize(size, Image.Resampling.LANCZOS), **options)
    assert told(tmp_path).relation is Relation.SAME_PICTURE


def test_a_copy_turned_by_its_camera_data_is_the_same_picture(tmp_path: Path) -> None:
    saved(tmp_path / "a.jpg", detailed(1), quality=95)
    turned = detailed(1).transpose(Image.Transpose.ROTATE_90)
    exif = camera_data("2024:05:01 10:00:00", Orientation=6)
    saved(tmp_path / "b.jpg", turned, quality=95, exif=exif)
    assert told(tmp_path).relation is Relation.SAME_PICTURE


def test_something_small_that_moved_is_not_the_same_picture(tmp_path: Path) -> None:
    saved(tmp_path / "a.jpg", detailed(1), quality=95)
    saved(tmp_path / "b.jpg", moved(), quality=95)
    assert told(tmp_path).relation is not Relation.SAME_PICTURE


def test_an_old_date_of_change_is_no_evidence_of_two_moments(tmp_path: Path) -> None:
    for name, taken in (("a", "10:00:00"), ("b", "11:00:00")):
        exif = Image.Exif()
        exif[0x0132] = f"2024:05:01 {taken}"
        saved(tmp_path / f"{name}.jpg", detailed(1), quality=95, exif=exif)
    assert told(tmp_path).relation is Relation.SAME_PICTURE


@pytest.mark.parametrize(
    ("way", "reason"),
    [
        (Image.Transpose.ROTATE_90, Reason.TURNED),
        (Image.Transpose.ROTATE_180, Reason.TURNED),
        (Image.Transpose.FLIP_LEFT_RIGHT, Reason.MIRRORED),
        (Image.Transpose.TRANSVERSE, Reason.MIRRORED),
    ],
)
def test_a_turned_or_mirrored_copy_is_found_and_has_its_real_percent(
    tmp_path: Path, way: Image.Transpose, reason: Reason
) -> None:
    saved(tmp_path / "a.jpg", detailed(1), quality=95)
    saved(tmp_path / "b.jpg", detailed(1).transpose(way), quality=90)
    pair = told(tmp_path)
    assert (pair.relation, pair.reasons[0]) == (Relation.SAME_PICTURE, reason)
    assert pair.similarity < 90


def test_a_turned_copy_joins_its_original_and_takes_nobody_out_of_the_group(tmp_path: Path) -> None:
    for name, second in (("a", "00"), ("b", "01")):
        exif = camera_data(f"2024:05:01 10:00:{second}")
        saved(tmp_path / f"{name}.jpg", detailed(1), quality=95, exif=exif)
    turned = detailed(1).transpose(Image.Transpose.ROTATE_90)
    exif = camera_data("2024:05:01 10:00:01")
    saved(tmp_path / "turned.jpg", turned, quality=90, exif=exif)
    (group,) = scan(walk(tmp_path)).groups
    a, b, copy = group.photos
    assert relate(a, b).relation is Relation.BURST
    assert relate(a, copy).relation is Relation.BURST
    assert relate(b, copy).relation is Relation.SAME_PICTURE


@pytest.mark.parametrize("quality", [95, 30])
@pytest.mark.parametrize("side", [None, 640])
def test_closed_eyes_are_never_the_same_picture(
    tmp_path: Path, quality: int, side: int | None
) -> None:
    saved(tmp_path / "a.png", drawn.saved(drawn.candles(), quality, side))
    saved(tmp_path / "b.png", drawn.saved(drawn.candles(eyes_open=False), quality, side))
    assert told(tmp_path).relation is not Relation.SAME_PICTURE


def test_a_hand_that_shook_by_a_pixel_is_another_press_of_the_shutter(tmp_path: Path) -> None:
    whole = detailed(1, (1804, 1354))
    saved(tmp_path / "a.jpg", whole.crop((0, 0, 1800, 1350)), quality=92)
    saved(tmp_path / "b.jpg", whole.crop((2, 1, 1802, 1351)), quality=92)
    assert told(tmp_path).relation is not Relation.SAME_PICTURE


def test_another_picture_that_is_like_it_when_turned_stays_outside(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg", 1, SIZE)
    shapes = Image.open(tmp_path / "a.jpg").transpose(Image.Transpose.ROTATE_180)
    other = Image.blend(shapes.convert("RGB"), detailed(7), 0.3)
    saved(tmp_path / "b.jpg", other, quality=90)
    assert scan(walk(tmp_path)).groups == ()


def moved() -> Image.Image:
    """The first picture, a small thing in it at another place."""
    picture = detailed(1)
    picture.paste(detailed(9).crop((0, 0, 40, 40)), (300, 220))
    return picture
