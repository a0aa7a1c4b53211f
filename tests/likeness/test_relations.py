"""Why two photos look alike: certain only where nothing visible differs, moments only on the camera's word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from tests.likeness import drawn
from tests.making import camera_data, photo, untouched
from wizard.likeness import pictures
from wizard.likeness.cache import Cache
from wizard.likeness.relations import Pair, Reason, Relation, relate
from wizard.likeness.scan import scan
from wizard.likeness.small_picture import SmallPicture
from wizard.photos.library import walk
from wizard.photos.picture import UnreadablePicture
from wizard.problems import ProblemKind

SIZE = (640, 480)


def detailed(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """A picture with shapes and fine detail, as a photo has them."""
    random = np.random.default_rng(seed)
    coarse = Image.fromarray(random.integers(0, 256, (7, 9, 3), dtype=np.uint8))
    fine = Image.fromarray(random.integers(0, 256, (160, 213, 3), dtype=np.uint8))
    bicubic = Image.Resampling.BICUBIC
    return Image.blend(coarse.resize(size, bicubic), fine.resize(size, bicubic), 0.25)


def saved(path: Path, picture: Image.Image, **options: object) -> Path:
    picture.save(path, **options)  # type: ignore[arg-type]
    return path


def told(folder: Path) -> Pair:
    """The pair of the only two photos of a folder."""
    with untouched(folder):
        (group,) = scan(walk(folder)).groups
    a, b = group.photos
    return relate(a, b)


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


def moved() -> Image.Image:
    """The first picture, a small thing in it at another place."""
    picture = detailed(1)
    picture.paste(detailed(9).crop((0, 0, 40, 40)), (300, 220))
    return picture


def test_something_small_that_moved_is_not_the_same_picture(tmp_path: Path) -> None:
    saved(tmp_path / "a.jpg", detailed(1), quality=95)
    saved(tmp_path / "b.jpg", moved(), quality=95)
    assert told(tmp_path).relation is not Relation.SAME_PICTURE


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


def test_an_old_date_of_change_is_no_evidence_of_two_moments(tmp_path: Path) -> None:
    for name, taken in (("a", "10:00:00"), ("b", "11:00:00")):
        exif = Image.Exif()
        exif[0x0132] = f"2024:05:01 {taken}"
        saved(tmp_path / f"{name}.jpg", detailed(1), quality=95, exif=exif)
    assert told(tmp_path).relation is Relation.SAME_PICTURE


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


def test_what_was_seen_is_remembered_and_names_play_no_part(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    saved(tmp_path / "x/a.jpg", detailed(1), quality=95)
    saved(tmp_path / "x/b.png", detailed(1))
    cache = tmp_path / "cache/scan.sqlite"
    first = scan(walk(tmp_path / "x"), cache=Cache(cache)).groups
    assert scan(walk(tmp_path / "x"), cache=Cache(cache)).groups == first
    (tmp_path / "x/a.jpg").rename(tmp_path / "x/z.jpg")
    (again,) = scan(walk(tmp_path / "x"), cache=Cache(cache)).groups
    assert relate(*again.photos).relation is Relation.SAME_PICTURE


def test_a_picture_that_cannot_be_read_again_is_a_look_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path) -> SmallPicture:
        raise UnreadablePicture(ProblemKind.GONE)

    monkeypatch.setattr(pictures, "ROOM", 0)
    monkeypatch.setattr(pictures, "read_small", gone)
    photo(tmp_path / "a.jpg", 1)
    photo(tmp_path / "b.png", 1)
    pair = told(tmp_path)
    assert (pair.relation, pair.reasons) == (Relation.LOOK_ALIKE, (Reason.OTHER_FORMAT,))


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


@pytest.mark.parametrize("mode", ["I;16", "CMYK", "1", "P", "LA"])
def test_unusual_pictures_have_a_relation(tmp_path: Path, mode: str) -> None:
    kind = {"I;16": "b.png", "CMYK": "b.tif", "1": "b.png", "P": "b.gif", "LA": "b.png"}[mode]
    picture = detailed(1).convert("L") if mode == "I;16" else detailed(1)
    if mode == "I;16":
        deep = Image.fromarray(np.asarray(picture).astype(np.uint16) * 257)
        deep.save(tmp_path / kind)
    else:
        picture.convert(mode).save(tmp_path / kind)
    saved(tmp_path / "a.jpg", detailed(1), quality=95)
    assert isinstance(told(tmp_path).relation, Relation)


def test_long_thin_and_tiny_pictures_break_nothing(tmp_path: Path) -> None:
    for number, size in enumerate([(1, 1), (2, 1), (30_000, 40), (40, 3000)]):
        for copy in "ab":
            shades = np.random.default_rng(number).integers(0, 255, (9, 9), dtype=np.uint8)
            picture = Image.fromarray(shades).resize(size)
            saved(tmp_path / f"{number}{copy}.jpg", picture, quality=90 if copy == "a" else 80)
    moving = [detailed(seed).resize((64, 48)) for seed in (1, 2)]
    moving[0].save(tmp_path / "moving.gif", save_all=True, append_images=moving[1:])
    with untouched(tmp_path):
        assert not scan(walk(tmp_path)).problems


def test_another_picture_that_is_like_it_when_turned_stays_outside(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg", 1, SIZE)
    shapes = Image.open(tmp_path / "a.jpg").transpose(Image.Transpose.ROTATE_180)
    other = Image.blend(shapes.convert("RGB"), detailed(7), 0.3)
    saved(tmp_path / "b.jpg", other, quality=90)
    assert scan(walk(tmp_path)).groups == ()
