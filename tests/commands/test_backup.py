"""`backup` and `check` on the command line."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.running import SECONDS, call, command, environment, run
from tests.making import file, files_in, photo, untouched
from tests.programs import skip_for
from tests.safekeeping.desk import Desk
from wizard.cli import main
from wizard.language.catalogs import speaking


def flip_a_byte(path: Path) -> None:
    contents = bytearray(path.read_bytes())
    contents[len(contents) // 2] ^= 1
    path.write_bytes(contents)


def test_a_backup_is_made_and_read_back(desk: Desk) -> None:
    with untouched(desk.photos):
        made = run("backup", desk.photos, desk.drive)
    assert made.code == 0
    assert "6 of 6 files checked." in made.out
    assert files_in(desk.drive / "data") == files_in(desk.photos)
    checked = run("check", desk.drive)
    assert (checked.code, checked.err) == (0, "")
    assert "6 of 6 files checked." in checked.out


def test_the_same_drive_is_said_on_the_side_and_stops_nothing(desk: Desk) -> None:
    made = call("backup", desk.photos, desk.drive)
    assert made.code == 0
    assert "the same drive" in made.err
    assert "the same drive" in made.out


def test_a_byte_that_flipped_is_found_and_named(desk: Desk) -> None:
    call("backup", desk.photos, desk.drive)
    flip_a_byte(desk.drive / "data/2024/cake.jpg")
    checked = call("check", desk.drive)
    assert checked.code == 1
    assert "2024/cake.jpg" in checked.out
    assert "5 of 6 files checked." in checked.out
    assert call("backup", desk.photos, desk.drive).code == 0
    assert call("check", desk.drive).code == 0


def test_a_copy_that_is_missing_is_named(desk: Desk) -> None:
    call("backup", desk.photos, desk.drive)
    (desk.drive / "data/sea.jpg").unlink()
    checked = call("check", desk.drive)
    assert checked.code == 1 and "sea.jpg" in checked.out


def test_a_second_backup_goes_on_with_the_first(desk: Desk) -> None:
    call("backup", desk.photos, desk.drive)
    inodes = {path: path.stat().st_ino for path in (desk.drive / "data").rglob("*.jpg")}
    photo(desk.photos / "new.jpg", 3)
    again = call("backup", desk.photos, desk.drive)
    assert again.code == 0 and "7 of 7 files checked." in again.out
    assert all(path.stat().st_ino == inode for path, inode in inodes.items())


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_it_speaks_three_languages(desk: Desk, code: str) -> None:
    made = call("backup", desk.photos, desk.drive, "--lang", code)
    said = {"en": "files checked", "es": "copia de seguridad", "ko": "백업"}
    assert made.code == 0 and said[code] in made.out


def test_an_empty_folder_makes_an_empty_backup(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert call("backup", tmp_path / "empty", tmp_path / "b").code == 0
    assert call("check", tmp_path / "b").code == 0


def test_wrong_folders_are_a_usage_error_told_in_a_sentence(desk: Desk) -> None:
    for words in (
        ("backup", desk.root / "nowhere", desk.drive),
        ("backup", desk.photos / "sea.jpg", desk.drive),
        ("backup", desk.photos, desk.photos / "backup"),
        ("backup", desk.photos, desk.root),
        ("check", desk.photos),
        ("check", desk.root / "nowhere"),
    ):
        told = call(*words)
        assert told.code == 2, words
        assert told.err.endswith(".\n") and len(told.err.splitlines()) == 1
    assert not desk.drive.exists()


def test_a_destination_that_holds_other_things_is_left_alone(desk: Desk) -> None:
    file(desk.drive / "mine.txt")
    with untouched(desk.drive):
        told = call("backup", desk.photos, desk.drive)
    assert told.code == 1 and "holds other files" in told.err


def test_a_file_that_nobody_may_read_is_named_and_the_rest_is_copied(
    ordinary_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photos, drive = ordinary_folder / "photos", ordinary_folder / "drive"
    photo(photos / "open.jpg", 1)
    photo(photos / "shut.jpg", 2)
    (photos / "shut.jpg").chmod(0)
    with speaking("en"):
        code = main(["backup", str(photos), str(drive)])
    said = capsys.readouterr().out
    assert code == 1
    assert "Not in this backup: shut.jpg" in said.splitlines()[0]
    assert "1 of 2 files checked." in said
    assert list(files_in(drive / "data")) == ["open.jpg"]


def test_a_folder_that_nobody_may_open_is_told(
    ordinary_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shut = ordinary_folder / "shut"
    shut.mkdir(mode=0)
    with speaking("en"):
        code = main(["backup", str(shut), str(ordinary_folder / "drive")])
    assert code == 1
    assert "does not let us open" in capsys.readouterr().err


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of one megabyte with room for few names."""
    drive = tmp_path / "small"
    drive.mkdir()
    options = ["mount", "-t", "tmpfs", "-o", "size=1m,nr_inodes=24", "tmpfs", str(drive)]
    if not shutil.which("mount") or subprocess.run(options, capture_output=True).returncode:
        skip_for("needs a small drive: run as root, where mounting is allowed")
    yield drive
    subprocess.run(["umount", str(drive)], check=True)


def test_a_drive_that_is_too_small_is_told_before_the_first_byte(
    desk: Desk, small_drive: Path
) -> None:
    file(desk.photos / "film.mov", b"x" * 3_000_000)
    told = call("backup", desk.photos, small_drive / "b")
    assert told.code == 1 and "too small by" in told.err
    assert files_in(small_drive / "b/data") == {}


def test_a_drive_that_fills_up_keeps_what_was_copied(desk: Desk, small_drive: Path) -> None:
    for number in range(40):
        file(desk.photos / f"notes/{number}.txt", f"note {number}")
    told = run("backup", desk.photos, small_drive / "b")
    assert told.code == 1 and "is full" in told.err
    copied = files_in(small_drive / "b/data")
    original = files_in(desk.photos)
    assert copied and all(original[path] == contents for path, contents in copied.items())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_a_stopped_backup_exits_130_and_the_next_one_goes_on(desk: Desk) -> None:
    for number in range(800):
        file(desk.photos / f"notes/{number}.txt", f"note {number}")
    terminal, its_end = os.openpty()
    running = subprocess.Popen(
        command("backup", desk.photos, desk.drive),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=its_end,
    )
    os.close(its_end)
    shown = b""
    while b"\r" not in shown.replace(b"\r\n", b""):  # its first word of progress
        shown += os.read(terminal, 1000)
    running.send_signal(signal.SIGINT)
    while more := _read(terminal):
        shown += more
    os.close(terminal)
    assert running.wait(SECONDS) == 130
    assert b"Traceback" not in shown and b"Stopped." in shown
    done = {path: path.stat().st_ino for path in (desk.drive / "data").rglob("*.txt")}
    assert len(done) < 800
    assert call("backup", desk.photos, desk.drive).code == 0
    assert files_in(desk.drive / "data") == files_in(desk.photos)
    kept = sum(path.stat().st_ino == inode for path, inode in done.items())
    assert kept == len(done)
    assert call("check", desk.drive).code == 0


def _read(terminal: int) -> bytes:
    """What was written, or nothing once the program has ended."""
    try:
        return os.read(terminal, 10_000)
    except OSError:
        return b""
