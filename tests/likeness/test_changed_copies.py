"""A copy that was cropped, framed, stamped, lit otherwise or scanned again is found and named as that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from tests.likeness import drawn
from tests.likeness.telling import detailed, saved, told
from wizard.likeness.relations import Reason, Relation, relate
from wizard.likeness.scan import scan
from wizard.photos.library import walk


def test_a_brighter_and_a_grey_copy_are_edited(tmp_path: Path) -> None:
    for changed, reason in (
        (ImageEnhance.Brightness(detailed(1)).enhance(1.2), Reason.BRIGHTER),
        (ImageEnhance.Brightness(detailed(1)).enhance(0.8), Reason.DARKER),
        (detailed(1).convert("L").convert("RGB"), Reason.NO_COLOUR),
    ):
        saved(tmp_path / "a.jpg", detailed(1), quality=95)
        saved(tmp_path / "b.jpg", changed, quality=90)
        pair = told(tmp_path)
        assert (pair.relation, pair.reasons[0]) == (Relation.EDITED_COPY, reason)


def test_a_stamp_is_a_change(tmp_path: Path) -> None:
    saved(tmp_path / "a.jpg", detailed(1), quality=95)
    stamped = detailed(1)
    ImageDraw.Draw(stamped).text((450, 440), "'24 7 19", fill=(255, 140, 0), font_size=24)
    saved(tmp_path / "b.jpg", stamped, quality=95)
    assert told(tmp_path).relation is Relation.EDITED_COPY
    assert told(tmp_path).reasons[0] is Reason.PARTLY_CHANGED


def cropped() -> Image.Image:
    width, height = drawn.candles().size
    return drawn.candles().crop((width // 20, height // 30, width, height))


def framed() -> Image.Image:
    return ImageOps.expand(drawn.candles(), 80, "white")


def screenshot() -> Image.Image:
    """The picture as a phone shows it, with a clock above."""
    page = Image.new("RGB", (1080, 2340), "black")
    page.paste(drawn.candles().resize((1080, 810), Image.Resampling.LANCZOS), (0, 760))
    ImageDraw.Draw(page).text((40, 30), "14:32", fill=(128, 128, 128), font_size=40)
    return page


@pytest.mark.parametrize(
    ("changed", "reason"),
    [(cropped, Reason.CROPPED), (framed, Reason.FRAMED), (screenshot, Reason.FRAMED)],
)
def test_a_crop_a_frame_and_a_screenshot_are_found_as_what_they_are(
    tmp_path: Path, changed: Callable[[], Image.Image], reason: Reason
) -> None:
    saved(tmp_path / "a.jpg", drawn.candles(), quality=95)
    saved(tmp_path / "b.png", changed())
    pair = told(tmp_path)
    assert pair.relation is Relation.EDITED_COPY
    assert reason in pair.reasons


def test_two_scans_of_one_print_are_told_by_their_scanner(tmp_path: Path) -> None:
    for name, degrees in (("a", 0.4), ("b", -0.5)):
        sheet = ImageOps.expand(detailed(1), 20, "#f4efe2")
        askew = sheet.rotate(degrees, Image.Resampling.BICUBIC, fillcolor="#d3d2d0")
        exif = Image.Exif()
        exif[0x010F], exif[0x0110] = "EPSON", "Perfection V39"
        saved(tmp_path / f"{name}.jpg", askew, quality=90, exif=exif)
    pair = told(tmp_path)
    assert (pair.relation, pair.reasons[0]) == (Relation.RESCAN, Reason.SCANNED)


def test_a_camera_held_a_little_otherwise_makes_no_crop(tmp_path: Path) -> None:
    wide = detailed(3, (700, 530))
    saved(tmp_path / "a.jpg", wide.crop((0, 0, 640, 480)), quality=95)
    saved(tmp_path / "b.jpg", wide.crop((14, 10, 654, 490)), quality=95)
    for group in scan(walk(tmp_path)).groups:
        assert relate(*group.photos).relation is Relation.LOOK_ALIKE


def test_two_screens_with_the_same_clock_and_keys_are_no_copies(tmp_path: Path) -> None:
    for name, light in (("a", 0.06), ("b", 0.1)):
        night = ImageEnhance.Brightness(detailed(1)).enhance(light)
        ImageDraw.Draw(night).ellipse((300, 200, 330, 230), fill=(int(400 * light), 20, 20))
        saved(tmp_path / f"{name}.png", on_a_screen(night))
    for group in scan(walk(tmp_path)).groups:
        assert relate(*group.photos).relation is Relation.LOOK_ALIKE


def on_a_screen(picture: Image.Image) -> Image.Image:
    page = Image.new("RGB", (640, 1390), "black")
    page.paste(picture, (0, 455))
    for row in (20, 60, 1300, 1340):
        ImageDraw.Draw(page).text((20, row), "12:34  5G  87 %  Share", fill="white", font_size=36)
    return page
