"""The practice photos are the same in every room, and their answer key is true."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import imagehash
import pytest
from PIL import Image, ImageOps
from PIL.ExifTags import IFD, Base

from tests.drawn_once import drawn_once
from wizard.teaching.drills.cleaner import answers
from wizard.teaching.practice import PracticePhoto, make_practice_photos
from wizard.teaching.practice_set import ANSWER_KEY, PHOTOS

ALIKE = 6
"""Bits of 64 that may differ for "more than 90 percent alike"."""

DIFFERENT = 10
"""Bits of 64 that pictures of different things differ by more than."""


@dataclass(frozen=True)
class Practice:
    """One set of practice photos, drawn once for all promises."""

    photos: Path
    truth: Path
    answers: tuple[PracticePhoto, ...]
    hashes: dict[str, imagehash.ImageHash]

    def of(self, name: str) -> list[PracticePhoto]:
        return [answer for answer in self.answers if answer.set == name]

    def distance(self, one: PracticePhoto, other: PracticePhoto) -> int:
        return int(self.hashes[one.path] - self.hashes[other.path])

    def distances(self, name: str) -> list[int]:
        return [self.distance(one, other) for one, other in combinations(self.of(name), 2)]

    def exif(self, photo: PracticePhoto) -> dict[int, object]:
        with Image.open(self.photos / photo.path) as picture:
            exif = picture.getexif()
            return {**exif, **exif.get_ifd(IFD.Exif)}


def seen(path: Path) -> imagehash.ImageHash:
    """The perceptual hash of a picture the way up a person sees it."""
    with Image.open(path) as picture:
        return imagehash.phash(ImageOps.exif_transpose(picture))


@pytest.fixture(scope="module")
def practice() -> Practice:
    """The set of this test run; that it is what the program draws is the first promise."""
    photos, truth = drawn_once() / PHOTOS, drawn_once() / ANSWER_KEY
    hashes = {answer.path: seen(photos / answer.path) for answer in answers()}
    return Practice(photos, truth, answers(), hashes)


def contents(folder: Path) -> dict[str, tuple[str, float]]:
    """Digest and modification time of every file, by relative path."""
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime,
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_room_gets_the_same_bytes_and_times(practice: Practice, tmp_path: Path) -> None:
    again = make_practice_photos(tmp_path / "photos", tmp_path / "truth.csv")
    assert again == practice.answers
    assert contents(tmp_path / "photos") == contents(practice.photos)
    assert (tmp_path / "truth.csv").read_bytes() == practice.truth.read_bytes()


def test_the_answer_key_covers_every_file_once(practice: Practice) -> None:
    with practice.truth.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["path", "shows", "capture", "set", "relation", "safe_to_set_aside"]
    assert sorted(row["path"] for row in rows) == sorted(contents(practice.photos))
    assert len(rows) >= 56
    for row, answer in zip(rows, practice.answers, strict=True):
        assert row["path"] == answer.path
        assert row["safe_to_set_aside"] == ("yes" if answer.safe_to_set_aside else "no")


@pytest.mark.parametrize(
    ("name", "relation", "files", "captures"),
    [
        ("exact-copies-snowman", "identical_file", 3, 1),
        ("exact-copies-watermelon", "identical_file", 2, 1),
        ("exact-copies-balloon", "identical_file", 2, 1),
        ("copies-lighthouse", "same_picture", 3, 1),
        ("copies-sailboat", "same_picture", 3, 1),
        ("copies-ice-cream", "same_picture", 3, 1),
        ("edited-umbrella", "edited_copy", 3, 1),
        ("burst-candles", "burst", 5, 5),
        ("burst-dog", "burst", 3, 3),
        ("bracket-window", "bracketed_exposure", 3, 3),
        ("bracket-sunset", "bracketed_exposure", 3, 3),
        ("portraits-grandmother", "burst", 4, 4),
        ("scans-wedding", "rescan", 2, 2),
        ("scans-old-car", "rescan", 2, 2),
        ("party-two-phones", "alone", 6, 6),
        ("kitchen-before-after", "alone", 4, 4),
        ("form-pages", "document_pages", 2, 2),
        ("letter", "alone", 1, 1),
    ],
)
def test_every_set_is_there(
    practice: Practice, name: str, relation: str, files: int, captures: int
) -> None:
    photos = practice.of(name)
    assert {photo.relation for photo in photos} == {relation}
    assert len(photos) == files
    assert len({photo.capture for photo in photos}) == captures


def test_about_a_dozen_pictures_stand_alone(practice: Practice) -> None:
    sizes = Counter(answer.set for answer in practice.answers)
    assert len([name for name, files in sizes.items() if files == 1]) >= 12


def test_setting_aside_what_is_safe_loses_no_capture(practice: Practice) -> None:
    stays = {answer.capture for answer in practice.answers if not answer.safe_to_set_aside}
    assert stays == {answer.capture for answer in practice.answers}


def test_exact_copies_are_the_same_bytes_and_nothing_else_is(practice: Practice) -> None:
    digests = {path: digest for path, (digest, _) in contents(practice.photos).items()}
    for one, other in combinations(practice.answers, 2):
        copies = one.set == other.set and one.relation == "identical_file"
        assert (digests[one.path] == digests[other.path]) == copies, (one.path, other.path)


def test_one_set_of_exact_copies_lies_across_folders(practice: Practice) -> None:
    assert len({Path(photo.path).parent for photo in practice.of("exact-copies-balloon")}) == 2


@pytest.mark.parametrize(
    "name",
    [
        "exact-copies-snowman",
        "exact-copies-watermelon",
        "exact-copies-balloon",
        "copies-lighthouse",
        "copies-sailboat",
        "burst-candles",
        "burst-dog",
        "portraits-grandmother",
        "scans-wedding",
        "scans-old-car",
        "form-pages",
    ],
)
def test_every_two_of_the_set_are_more_than_90_percent_alike(practice: Practice, name: str) -> None:
    assert max(practice.distances(name)) <= ALIKE


@pytest.mark.parametrize("name", ["bracket-window", "bracket-sunset"])
def test_a_bracket_has_two_frames_that_a_cleaner_would_merge(practice: Practice, name: str) -> None:
    assert min(practice.distances(name)) <= ALIKE


def test_the_kitchen_wall_looks_alike_with_and_without_its_crack(practice: Practice) -> None:
    before, before_close, after, after_close = practice.of("kitchen-before-after")
    assert practice.distance(before, after) <= ALIKE
    assert practice.distance(before_close, after_close) > DIFFERENT


def test_a_turned_copy_looks_different_until_it_is_turned_back(practice: Practice) -> None:
    upright, lying, sent = practice.of("copies-ice-cream")
    assert practice.distance(upright, sent) <= ALIKE
    assert practice.distance(upright, lying) > DIFFERENT
    with Image.open(practice.photos / lying.path) as picture:
        back = imagehash.phash(picture.transpose(Image.Transpose.ROTATE_270))
    assert back - practice.hashes[upright.path] <= ALIKE


def test_cropped_and_framed_copies_fall_below_90_percent(practice: Practice) -> None:
    assert min(practice.distances("edited-umbrella")) > ALIKE


def test_the_two_phones_never_took_the_same_picture(practice: Practice) -> None:
    assert min(practice.distances("party-two-phones")) > DIFFERENT


def test_the_two_phones_gave_the_same_names(practice: Practice) -> None:
    party = practice.of("party-two-phones")
    assert Counter(Path(photo.path).name for photo in party) == {
        "IMG_0001.JPG": 2,
        "IMG_0002.JPG": 2,
        "IMG_0003.JPG": 2,
    }
    assert len({(practice.exif(photo)[Base.Make], Path(photo.path).parent) for photo in party}) == 2


def test_pictures_of_different_things_are_far_apart(practice: Practice) -> None:
    for one, other in combinations(practice.answers, 2):
        if one.set != other.set:
            assert practice.distance(one, other) > DIFFERENT, (one.path, other.path)


def test_a_camera_says_when_and_how_it_took_a_picture(practice: Practice) -> None:
    exif = practice.exif(practice.of("burst-candles")[3])
    assert (exif[Base.Make], exif[Base.Model]) == ("Apple", "iPhone 13")
    assert exif[Base.DateTimeOriginal] == exif[Base.DateTime] == "2024:05:18 16:02:21"
    assert (exif[Base.SubsecTimeOriginal], exif[Base.OffsetTimeOriginal]) == ("710", "-07:00")
    assert (exif[Base.Orientation], exif[Base.ISOSpeedRatings]) == (1, 640)
    assert float(str(exif[Base.FNumber])) == pytest.approx(1.6)
    assert float(str(exif[Base.FocalLength])) == pytest.approx(5.1)
    assert float(str(exif[Base.ExposureTime])) == pytest.approx(1 / 60)


@pytest.mark.parametrize("name", ["bracket-window", "bracket-sunset"])
def test_a_bracket_says_so_in_its_camera_data(practice: Practice, name: str) -> None:
    frames = [practice.exif(photo) for photo in practice.of(name)]
    assert [float(str(frame[Base.ExposureBiasValue])) for frame in frames] == [0, -2, 2]
    measured, darker, lighter = (float(str(frame[Base.ExposureTime])) for frame in frames)
    assert (darker * 4, lighter / 4) == pytest.approx((measured, measured))


def test_messengers_and_lost_exif_say_nothing(practice: Practice) -> None:
    silent = [a for a in practice.answers if a.path.startswith("Messenger/")]
    silent.append(practice.of("copies-ice-cream")[1])
    assert len(silent) == 4
    assert all(practice.exif(photo) == {} for photo in silent)


def test_a_phone_held_upright_says_so(practice: Practice) -> None:
    assert practice.exif(practice.of("copies-ice-cream")[0])[Base.Orientation] == 6


def test_edited_copies_name_the_program(practice: Practice) -> None:
    _, cropped, framed = practice.of("edited-umbrella")
    assert Base.Software in practice.exif(cropped)
    assert Base.Software in practice.exif(framed)


def test_scans_name_the_scanner_and_no_camera(practice: Practice) -> None:
    for photo in (*practice.of("scans-wedding"), *practice.of("scans-old-car")):
        exif = practice.exif(photo)
        assert exif[Base.Make] == "EPSON"
        assert not {Base.DateTimeOriginal, Base.ExposureTime, Base.FNumber} & set(exif)


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "photos" / "mine.jpg"
    mine.parent.mkdir()
    mine.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        make_practice_photos(tmp_path / "photos", tmp_path / "truth.csv")
    assert [path.name for path in tmp_path.rglob("*")] == ["photos", "mine.jpg"]
    assert mine.read_bytes() == b"mine"


def test_an_answer_key_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "truth.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        make_practice_photos(tmp_path / "photos", tmp_path / "truth.csv")
    assert (tmp_path / "truth.csv").read_text(encoding="utf-8") == "mine"
