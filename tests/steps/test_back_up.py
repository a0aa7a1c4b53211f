"""The backup step: drives told apart, risks said in words, a drive too small, going on while it runs."""

from __future__ import annotations

import time
from pathlib import Path

from tests.drawn_once import FEW
from tests.steps.photos_of_ones_own import drive, family_photos
from tests.steps.walking import at, press, said, state_of, until, until_said, wizard
from wizard.app import WizardApp
from wizard.journey import StepName
from wizard.long_work import Pace, Progress, Stopped
from wizard.problems import Gate
from wizard.safekeeping.drives import Separation
from wizard.steps.way import RunningBackup
from wizard.widgets.folder_list import FolderList


async def test_another_drive_is_used_at_once_and_every_file_is_checked(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "1")
        await until_said(walker, "6 of 6 files checked.")
        assert "Drive of the backup: another physical drive." in said(walker)
        assert "A test: this photo" in said(walker)
        copies = state_of(stick.path / "Before You Delete" / "photos" / "data")
        assert copies == state_of(photos)


async def test_the_same_drive_needs_an_acknowledgement(tmp_path: Path) -> None:
    photos, disk = family_photos(tmp_path), drive(tmp_path, Separation.SAME)
    async with wizard(tmp_path / "home", folder=photos, drives=[disk]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "1")
        await until_said(walker, "If it breaks or is stolen")
        assert not (disk.path / "Before You Delete").exists()
        await press(walker, "enter")
        await until_said(walker, "Choose the drive for your backup.")
        await press(walker, "1", "2")
        await until_said(walker, "Drive of the backup: the same drive as your photos.")
        assert walker.app.journey.closed_gate() is None  # type: ignore[attr-defined]


async def test_a_drive_we_cannot_tell_is_never_shown_as_safe(tmp_path: Path) -> None:
    photos, unknown = family_photos(tmp_path), drive(tmp_path, Separation.UNKNOWN)
    async with wizard(tmp_path / "home", folder=photos, drives=[unknown]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1")
        assert "we cannot tell if it is another drive" in said(walker)
        assert "We see no other drive." in said(walker)
        await press(walker, "1")
        await until_said(walker, "We cannot tell whether this is another drive.")


async def test_a_drive_that_is_too_small_says_by_how_much_and_gets_nothing(tmp_path: Path) -> None:
    photos = family_photos(tmp_path)
    small = drive(tmp_path, Separation.ANOTHER, free=10_000)
    async with wizard(tmp_path / "home", folder=photos, drives=[small]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "1")
        await until_said(walker, "This drive is too small by")
        assert list(small.path.rglob("*.jpg")) == []


async def test_without_a_backup_one_can_look_but_not_move(tmp_path: Path) -> None:
    photos = family_photos(tmp_path)
    async with wizard(tmp_path / "home", folder=photos) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "9")
        await until(walker, lambda: at(walker, StepName.LOOK))
        assert walker.app.journey.closed_gate() is Gate.NO_CHECKED_COPY  # type: ignore[attr-defined]
        await until_said(walker, "6 photos compared.")
        await press(walker, "1")
        assert "Without a checked copy no photo moves." in said(walker)


async def test_a_copy_made_earlier_is_read_and_matched(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    old = stick.path / "my old copy"
    old.mkdir()
    for path in photos.rglob("*.jpg"):
        if path.name != "IMG_4.jpg":
            (old / f"renamed {path.name}").write_bytes(path.read_bytes())
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "6", "enter")
        await until_said(walker, "my old copy/")
        await press(walker, "enter", "1")
        await until_said(walker, "5 of 6 files checked.")
        assert "The backup has no checked copy of it." in said(walker)


async def test_the_look_goes_on_while_the_backup_runs(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "1", "1")
        await until_said(walker, "6 photos compared.")
        await until(walker, lambda: walker.app.backup.over)  # type: ignore[attr-defined]
        assert walker.app.journey.closed_gate() is None  # type: ignore[attr-defined]


async def test_practice_leads_to_no_folder_but_its_own_drives(tmp_path: Path) -> None:
    """Neither for another place for the backup, nor for a copy that is there already."""
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "enter")
        await until_said(walker, "This is what we found.")
        await press(walker, "1")
        journey = walker.app.journey  # type: ignore[attr-defined]
        assert journey.drive_at(Path.home()) is None
        for way_in in ("7", "6"):
            await press(walker, way_in, "enter")
            await until_said(walker, "Choose this folder")
            await press(walker, "2")
            assert "Choose this folder" not in said(walker)
            await until_said(walker, "Small practice drive")
            await press(walker, "escape")
        await press(walker, "7", "enter", "1")
        await until_said(walker, "files checked.")
        assert journey.backup_folder.is_relative_to(journey.drives()[0].path)


async def test_unplugging_a_drive_proves_that_it_is_another_one(tmp_path: Path) -> None:
    photos, unknown = family_photos(tmp_path), drive(tmp_path, Separation.UNKNOWN)
    async with wizard(tmp_path / "home", folder=photos, drives=[unknown]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "1", "3")
        await until_said(walker, "Unplug the drive now.")
        unknown.path.rename(tmp_path / "in the hand")
        await until_said(walker, "Your photos are still there: it is another drive.")
        (tmp_path / "in the hand").rename(unknown.path)
        await until_said(walker, "Drive of the backup: another physical drive.")


async def test_a_drive_that_takes_the_photos_with_it_is_the_same_one(tmp_path: Path) -> None:
    photos, unknown = family_photos(tmp_path), drive(tmp_path, Separation.UNKNOWN)
    async with wizard(tmp_path / "home", folder=photos, drives=[unknown]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "1", "3")
        await until_said(walker, "Unplug the drive now.")
        photos.rename(tmp_path / "gone too")
        await until_said(walker, "This is the same drive that your photos are on.")
        (tmp_path / "gone too").rename(photos)


async def test_a_long_backup_can_start_with_one_folder_instead(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await until_said(walker, "This is what we found.")
        app = walker.app
        assert isinstance(app, WizardApp)
        slow = app.backup = RunningBackup(Pace(time.monotonic() - 25))
        slow.progress = Progress(0, 100, 0, 100)
        await press(walker, "1")
        assert "3 " not in said(walker).partition("Stop.")[2]
        slow.progress = Progress(3, 100, 3, 100)
        await until_said(walker, "The rest takes about")
        await until_said(walker, "You can also start with one folder.")
        await press(walker, "3")
        await until(walker, slow.stop.is_set)
        slow.error = Stopped()
        slow.ended.set()
        await until_said(walker, "Go to the folder with your photos, then choose it.")
        await press(walker, "enter", "1")
        await until_said(walker, "This is what we found.")
        assert app.journey.library is not None
        assert app.journey.library.folder == photos / "2024"
        await press(walker, "1", "1")
        await until_said(walker, "2 of 2 files checked.")


async def test_another_folder_needs_a_backup_of_its_own(tmp_path: Path) -> None:
    """What was read back for the folder before is not shown for this one."""
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "1")
        await until_said(walker, "6 of 6 files checked.")
        await press(walker, "escape", "2")
        await until_said(walker, "photos/")
        walker.app.screen.post_message(FolderList.Opened(photos / "2024"))
        await until_said(walker, "Go to the folder with your photos, then choose it.")
        await press(walker, "1")
        await until_said(walker, "2 photos")
        await press(walker, "1")
        await until_said(walker, "Choose the drive for your backup.")
        await press(walker, "1")
        await until_said(walker, "2 of 2 files checked.")
        assert sorted(each.name for each in (stick.path / "Before You Delete").iterdir()) == [
            "2024",
            "photos",
        ]


async def test_a_running_backup_ends_before_another_folder_is_counted(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await until_said(walker, "This is what we found.")
        app = walker.app
        assert isinstance(app, WizardApp)
        running = app.backup = RunningBackup(Pace(time.monotonic()))
        await press(walker, "2")
        await until_said(walker, "Go to the folder with your photos, then choose it.")
        walker.app.screen.post_message(FolderList.Opened(photos / "2024"))
        await until_said(walker, "/2024")
        await press(walker, "1")
        await until(walker, running.stop.is_set)
        assert app.journey.library is not None
        assert app.journey.library.folder == photos
        running.ended.set()
        await until_said(walker, "This is what we found.")
        assert app.journey.library.folder == photos / "2024"
        assert app.backup is None


async def test_a_short_backup_is_not_interrupted_with_an_offer(tmp_path: Path) -> None:
    photos = family_photos(tmp_path)
    async with wizard(tmp_path / "home", folder=photos) as walker:
        await until_said(walker, "This is what we found.")
        app = walker.app
        assert isinstance(app, WizardApp)
        short = app.backup = RunningBackup(Pace(time.monotonic() - 25))
        short.progress = Progress(0, 100, 0, 100)
        await press(walker, "1")
        short.progress = Progress(40, 100, 40, 100)
        await until_said(walker, "about 40 seconds left")
        assert "one folder" not in said(walker)
