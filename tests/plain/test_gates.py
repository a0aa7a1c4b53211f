"""The gates of the way stand in plain mode too, and each says in a sentence why it is shut."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.drawn_once import lay_drawn
from tests.making import scene, untouched
from tests.plain.talking import ENGLISH, TO_INSPECT, talk
from tests.steps.photos_of_ones_own import drive, family_photos
from wizard.places import within
from wizard.safekeeping.drives import Separation

LEAVE = "7"


def test_without_a_backup_nothing_can_be_moved(tmp_path: Path) -> None:
    photos = family_photos(tmp_path)
    with untouched(photos):
        said = talk(tmp_path / "home", "1", "9", "1", "1", "2", LEAVE, "1", "3", folder=photos)
    assert "Without a checked copy no photo moves." in said
    assert "1. Move 1 photo" not in said
    assert "Please type one of these numbers: 2, 3, and 0." in said
    assert "Nothing was moved. Your decisions are kept." in said


def test_one_photo_of_every_group_stays(tmp_path: Path) -> None:
    """The exact copies first: keep one. Then the look-alikes: the last one cannot be set aside."""
    photos = family_photos(tmp_path)
    stick = drive(tmp_path, Separation.ANOTHER)
    said = talk(
        tmp_path / "home", *TO_INSPECT, "2", "2", "2", LEAVE, "1", folder=photos, drives=[stick]
    )
    assert "This is the last photo of the group. One always stays." in said
    assert "2 photos moved." in said
    assert len(list(photos.rglob("*.jpg"))) == 4


def test_a_photo_moves_only_after_it_was_told_beside_one_that_stays(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    for name, quality in (("a", 95), ("b", 85), ("c", 75)):
        scene(1).save(photos / f"{name}.jpg", quality=quality)
    stick = drive(tmp_path, Separation.ANOTHER)
    said = talk(tmp_path / "home", *TO_INSPECT, "2", "2", "1", folder=photos, drives=[stick])
    assert "First look at photos 1 and 3 together. Photo 3 stays. Then decide." in said
    told = said.partition("First look at photos 1 and 3 together.")[2]
    assert "Left: photo 1 of 3, a.jpg" in told and "Right: photo 3 of 3, c.jpg" in told


def test_a_picture_that_cannot_be_opened_was_looked_at_by_nobody(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    for name in ("a", "b"):
        scene(1).save(photos / f"{name}.jpg", quality=90 if name == "a" else 80)
    stick = drive(tmp_path, Separation.ANOTHER)

    def the_file_breaks() -> str:
        (photos / "b.jpg").write_bytes(b"")
        return "1"

    said = talk(
        tmp_path / "home", *TO_INSPECT[:-1], the_file_breaks, "2", folder=photos, drives=[stick]
    )
    assert "The file is empty." in said
    assert "First look at photos 1 and 2 together." in said


def test_the_same_drive_is_a_risk_to_read_of_first(tmp_path: Path) -> None:
    photos = family_photos(tmp_path)
    stick = drive(tmp_path, Separation.SAME)
    said = talk(tmp_path / "home", "1", "1", "1", "1", "2", folder=photos, drives=[stick])
    read = said.index("the photos and the backup are both gone")
    assert read < said.index("Copying, and reading every copy back")
    assert "Drive of the backup: the same drive as your photos." in said


def test_a_drive_that_is_too_small_is_told_and_another_can_be_chosen(tmp_path: Path) -> None:
    photos = family_photos(tmp_path)
    stick = drive(tmp_path, Separation.ANOTHER)
    said = talk(tmp_path / "home", "1", "1", folder=photos, drives=[replace(stick, free=100)])
    assert "This drive is too small by" in said
    assert said.count("Choose the drive for your backup.") == 2


def test_practice_leads_to_no_folder_but_its_own_drives(tmp_path: Path) -> None:
    """Up from a practice drive is the list of practice drives."""
    lay_drawn(within(tmp_path / "home"))
    up_and_back = ("11", "2", "4")
    said = talk(tmp_path / "home", ENGLISH, "1", "1", "7", *up_and_back, "6", *up_and_back)
    picking = said[said.index("Choose where the backup will go.") :]
    assert picking.count("2. Up one folder") == 2
    assert picking.count("11. Practice drive") == picking.count("12. Small practice drive") == 4


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    for name in ("\x1b[31mred.jpg", "\u202egpj.exe.jpg"):
        scene(1).save(photos / name, format="JPEG")
    said = talk(tmp_path / "home", "1", "9", "1", "2", folder=photos)
    assert "Exact copies" in said
    assert "\x1b" not in said and "\u202e" not in said


def test_a_folder_that_is_not_there_is_told_and_another_can_be_chosen(tmp_path: Path) -> None:
    said = talk(tmp_path / "home", folder=tmp_path / "nowhere")
    assert "There is no folder" in said
    assert "Where are your photos? Choose a place." in said
