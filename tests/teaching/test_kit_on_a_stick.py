"""A kit on a real exFAT file system, mounted read-only, runs offline for an ordinary user with another Python."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.drawn_once import as_if_drawn
from tests.making import SYSTEMS_TEMPORARY_FOLDER
from tests.programs import need, skip_for
from tests.teaching.test_kit import SECONDS, WHOLE_SESSION, order
from wizard.teaching import kit as kits
from wizard.teaching.kit import make_kit
from wizard.teaching.kit import start as kit_start
from wizard.teaching.kit.start import tag

NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
OFFLINE = ("unshare", "-n")


@contextmanager
def exfat_stick(folder: Path) -> Iterator[Path]:
    """A loop device with an empty exFAT file system, as sticks are sold."""
    for program, package in (
        ("mkfs.exfat", "exfatprogs"),
        ("mount.exfat-fuse", "exfat-fuse"),
        ("setpriv", "util-linux"),
    ):
        need(program, package)
    image = folder / "stick.img"
    with image.open("wb") as empty:
        empty.truncate(700_000_000)
    loop = subprocess.run(
        ["losetup", "-f", "--show", str(image)], capture_output=True, encoding="utf-8", check=False
    )
    if loop.returncode:
        skip_for("needs a loop device: run as root, where mounting is allowed")
    device = loop.stdout.strip()
    try:
        subprocess.run(["mkfs.exfat", device], capture_output=True, check=True)
        yield Path(device)
    finally:
        subprocess.run(["losetup", "-d", device], check=True)


@contextmanager
def plugged_in(device: Path, folder: Path, how: str) -> Iterator[Path]:
    folder.mkdir(exist_ok=True)
    options = f"{how},allow_other"
    subprocess.run(["mount.exfat-fuse", "-o", options, str(device), str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def another_python() -> str:
    """The folder of the system's own Python, which knows none of this environment's libraries."""
    ask = "import sys; sys.path.insert(0, sys.argv[1]); import start; print(start.tag())"
    found = subprocess.run(
        ["/usr/bin/python3", "-c", ask, str(Path(kit_start.__file__).parent)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if found.stdout.strip() != tag():
        skip_for(f"needs a second Python of this version: apt install python3 ({tag()})")
    return "/usr/bin"


def test_from_an_exfat_stick_read_only_offline_for_an_ordinary_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Made in this environment, run in another: the system's Python, no network, no rights, nothing writable but home."""
    monkeypatch.setattr(kits, "make_practice_photos", as_if_drawn)
    with tempfile.TemporaryDirectory(dir=SYSTEMS_TEMPORARY_FOLDER) as name:
        home = Path(name)
        os.chmod(home, 0o755)
        with exfat_stick(home) as device:
            with plugged_in(device, home / "stick", "rw") as stick:
                make_kit(stick / "kit", order())
            nobodys = home / "home"
            nobodys.mkdir()
            os.chown(nobodys, 65534, 65534)
            with plugged_in(device, home / "stick", "ro") as stick:
                ran = subprocess.run(
                    [*OFFLINE, *NOBODY, "sh", str(stick / "kit/start.sh"), "practice", "--plain"],
                    input="".join(f"{answer}\n" for answer in WHOLE_SESSION),
                    env={
                        "HOME": str(nobodys),
                        "TMPDIR": str(nobodys),
                        "PATH": another_python(),
                    },
                    capture_output=True,
                    encoding="utf-8",
                    timeout=SECONDS,
                    check=False,
                )
            assert (ran.returncode, ran.stderr) == (0, "")
            assert "2 photos moved." in ran.stdout
            assert "2 files are back in their old places." in ran.stdout
            assert list(nobodys.iterdir()) == []
