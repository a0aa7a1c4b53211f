"""A burst or a bracket is told on the camera's word alone, and never of pages of paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageEnhance

from tests.likeness import drawn
from tests.likeness.telling import detailed, saved, told
from tests.making import camera_data
from wizard.likeness.relations import Reason, Relation, relate
from wizard.likeness.scan import scan
from wizard.photos.library import walk


def test_two_shots_of_one_camera_are_a_burst_however_alike(tmp_path: Path) -> None:
    for name, taken, fraction in (("a", "10:00:00", "10"), ("b", "10:00:00", "35")):
        exif = camera_data(f"2024:05:01 {taken}", SubsecTimeOriginal=fraction)
        saved(tmp_path / f"{name}.jpg", detailed(1), quality=95, exif=exif)
    pair = told(tmp_path)
    assert (pair.relation, pair.reasons[0]) == (Relation.BURST, Reason.SAME_SECOND)


@pytest.mark.parametrize(
    ("later", "relation"), [("10:00:05", Relation.BURST), ("15:00:00", Relation.LOOK_ALIKE)]
)
def test_a_burst_takes_a_minute_at_most(tmp_path: Path, later: str, relation: Relation) -> None:
    for name, taken in (("a", "10:00:00"), ("b", later)):
        exif = camera_data(f"2024:05:01 {taken}")
        saved(tmp_path / f"{name}.jpg", detailed(1), quality=95, exif=exif)
    assert told(tmp_path).relation is relation


def test_a_bracket_is_named_when_camera_and_picture_agree(tmp_path: Path) -> None:
    saved(tmp_path / "a.jpg", detailed(1), quality=95, exif=exposed("10:00:00", 0.0))
    brighter = ImageEnhance.Brightness(detailed(1)).enhance(1.3)
    saved(tmp_path / "b.jpg", brighter, quality=95, exif=exposed("10:00:01", 1.0))
    pair = told(tmp_path)
    assert pair.relation is Relation.BRACKETED_EXPOSURE
    assert Reason.BRIGHTER in pair.reasons
    saved(tmp_path / "b.jpg", brighter, quality=95, exif=exposed("10:00:01", -1.0))
    assert told(tmp_path).relation is Relation.BURST


def exposed(taken: str, bias: float) -> Image.Exif:
    return camera_data(f"2024:05:01 {taken}", ExposureBiasValue=bias)


def test_a_copy_without_camera_data_does_not_make_two_shots_one(tmp_path: Path) -> None:
    for name, second in (("a", "00"), ("b", "01")):
        exif = camera_data(f"2024:05:01 10:00:{second}")
        saved(tmp_path / f"{name}.jpg", detailed(1), quality=95, exif=exif)
    saved(tmp_path / "c.jpg", detailed(1), quality=90)
    (group,) = scan(walk(tmp_path)).groups
    a, b, c = group.photos
    assert relate(a, b).relation is Relation.BURST
    assert Relation.SAME_PICTURE not in {relate(a, c).relation, relate(b, c).relation} or (
        relate(a, c).relation is not relate(b, c).relation
    )


def test_pages_photographed_seconds_apart_are_pages_and_no_burst(tmp_path: Path) -> None:
    for page, second in ((1, "00"), (2, "03")):
        exif = camera_data(f"2024:05:01 10:00:{second}")
        saved(tmp_path / f"{page}.jpg", drawn.form(page), quality=90, exif=exif)
    pair = told(tmp_path)
    assert (pair.relation, pair.reasons[0]) == (Relation.DOCUMENT_PAGES, Reason.PAPER)


def test_a_page_with_one_other_figure_is_never_the_same_picture(tmp_path: Path) -> None:
    changed = drawn.form().copy()
    changed.paste(changed.crop((630, 165, 660, 215)), (385, 165))
    saved(tmp_path / "a.jpg", drawn.form(), quality=92)
    saved(tmp_path / "b.jpg", changed, quality=60)
    assert told(tmp_path).relation is not Relation.SAME_PICTURE
    saved(tmp_path / "b.jpg", drawn.form(), quality=75)
    assert told(tmp_path).relation is Relation.SAME_PICTURE


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        (("20150101_120000_Burst01.jpg", "20150101_120000_Burst02.jpg"), True),
        (("00000IMG_BURST20190102030405678.jpg", "00001IMG_BURST20190102030405678.jpg"), True),
        (("Burst1.jpg", "holiday.jpg"), False),
    ],
)
def test_names_are_a_hint_and_never_make_a_burst(
    tmp_path: Path, names: tuple[str, str], hint: bool
) -> None:
    for name, seed in zip(names, (1, 1), strict=True):
        picture = detailed(seed)
        if name == names[1]:
            picture.paste(detailed(9).crop((0, 0, 40, 40)), (300, 220))
        saved(tmp_path / name, picture, quality=95)
    pair = told(tmp_path)
    assert pair.relation is not Relation.BURST
    if pair.relation is Relation.LOOK_ALIKE:
        assert (Reason.BURST_NAMES in pair.reasons) is hint
