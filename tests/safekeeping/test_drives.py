"""Another drive is called another only when that is known; a cloud folder is called by its name."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from wizard.safekeeping import drives_linux
from wizard.safekeeping.drives import Separation, cloud_service, drive_at, separation

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="looks into Linux's own tables")


@linux_only
@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"sda"}, {"sdb"}, Separation.ANOTHER),
        ({"sda"}, {"sda"}, Separation.SAME),
        ({"sda", "sdb"}, {"sdb"}, Separation.SAME),
        (set(), {"sdb"}, Separation.UNKNOWN),
        ({"sda"}, set(), Separation.UNKNOWN),
        (set(), set(), Separation.UNKNOWN),
    ],
)
def test_another_drive_is_never_a_guess(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    one: set[str],
    other: set[str],
    told: Separation,
) -> None:
    """The two folders are made to look as if they were on volumes of their own."""
    a, b, stat = tmp_path / "a", tmp_path / "b", os.stat
    a.mkdir()
    b.mkdir()
    monkeypatch.setattr(drives_linux, "physical_disks", {a: one, b: other}.__getitem__)

    def other_volume(path: Path) -> os.stat_result:
        status = list(stat(path))
        status[2] = 1 if path == a else 2
        return os.stat_result(status)

    monkeypatch.setattr(os, "stat", other_volume)
    assert separation(a, b) is told


def test_one_volume_is_one_drive(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert separation(tmp_path, tmp_path / "a") is Separation.SAME


def test_what_does_not_answer_is_unknown_and_no_drive(tmp_path: Path) -> None:
    assert separation(tmp_path, tmp_path / "gone") is Separation.UNKNOWN
    assert drive_at(tmp_path / "gone", tmp_path) is None


def test_where_nothing_can_be_written_is_no_drive(as_ordinary_user: Path) -> None:
    (as_ordinary_user / "locked").mkdir(mode=0o500)
    assert drive_at(as_ordinary_user / "locked", as_ordinary_user) is None
    assert drive_at(as_ordinary_user, as_ordinary_user) is not None


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/a/OneDrive/Photos", "OneDrive"),
        ("/home/a/OneDrive - School/Photos", "OneDrive - School"),
        ("/home/a/Dropbox", "Dropbox"),
        ("/home/a/Pictures", None),
        ("/home/a/My Dropbox photos", None),
    ],
)
def test_a_cloud_folder_is_named(path: str, name: str | None) -> None:
    assert cloud_service(Path(path)) == name


@linux_only
def test_a_partition_leads_to_the_disk_underneath(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = tmp_path.stat().st_dev
    disk, block = tmp_path / "devices/sdb", tmp_path / "block"
    (disk / "sdb1").mkdir(parents=True)
    (disk / "sdb1/partition").touch()
    block.mkdir()
    (block / f"{os.major(device)}:{os.minor(device)}").symlink_to(disk / "sdb1")
    monkeypatch.setattr(drives_linux, "SYS_BLOCK", block)
    assert drives_linux.physical_disks(tmp_path) == {"sdb"}


@linux_only
def test_mounted_drives_keep_their_odd_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(
        "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "40 22 8:17 / /media/ana/FOTOS\\040DE\\040ANA rw - vfat /dev/sdb1 rw\n"
        "41 22 0:45 / /proc rw - proc proc rw\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(drives_linux, "MOUNTINFO", table)
    monkeypatch.setattr(drives_linux, "LABELS", tmp_path / "none")
    found = dict(drives_linux.mounted())
    assert found[Path("/media/ana/FOTOS DE ANA")] == "FOTOS DE ANA"
    assert Path("/proc") not in found and Path("/") not in found
