"""Nothing leaves this computer: no call of the program asks for another one, in any session or command."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import network
from tests.making import photo
from tests.programs import need
from tests.terminal import terminal

PROJECT = Path(__file__).parents[1]
WATCH = ("strace", "-f", "-qq", "-e", "trace=%network", "-o")


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_the_watch_over_all_tests_sees_who_reaches_out(family: socket.AddressFamily) -> None:
    address = "192.0.2.1" if family == socket.AF_INET else "2001:db8::1"
    with socket.socket(family, socket.SOCK_DGRAM) as reaching:
        for reach in (
            lambda: reaching.connect((address, 9)),
            lambda: reaching.sendto(b"", (address, 9)),
            lambda: socket.getaddrinfo("example.invalid", 80),
        ):
            with pytest.raises(network.ReachedTheNetwork):
                reach()
    assert len(network.reached) == 3
    network.reached.clear()


def test_a_local_pair_of_sockets_is_no_network() -> None:
    one, other = socket.socketpair()
    one.send(b"here")
    assert other.recv(4) == b"here"
    one.close()
    other.close()


def asked_for_another_computer(log: Path) -> list[str]:
    """The system calls of every thread and child that name an internet address."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if "AF_INET" in line]


@pytest.mark.skipif(sys.platform != "linux", reason="needs strace")
def test_a_session_of_the_wizard_opens_no_internet_socket(tmp_path: Path) -> None:
    need("tmux", "tmux")
    need("strace", "strace")
    for seed in (1, 2):
        photo(tmp_path / f"Photos/{seed}.jpg", seed)
    log = tmp_path / "calls"
    words = [str(tmp_path / "Photos"), "--lang", "en"]
    with terminal(words, tmp_path, under=[*WATCH, str(log)]) as shown:
        shown.wait_for("This is what we found.")
        shown.press("1")
        shown.wait_for("Choose the drive for your backup.")
        shown.press("9")
        shown.wait_for("2 photos compared.")
        shown.press("C-c")
        shown.wait_for("THE END 0")
    assert asked_for_another_computer(log) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs strace")
def test_no_command_opens_an_internet_socket(tmp_path: Path) -> None:
    need("strace", "strace")
    photos, backup, log = tmp_path / "Photos", tmp_path / "Backup", tmp_path / "calls"
    photo(photos / "a.jpg", 1)
    shutil.copy(photos / "a.jpg", photos / "b.jpg")
    for words in (
        ("backup", photos, backup),
        ("check", backup),
        ("scan", photos, "--json", tmp_path / "report.json"),
        ("handouts", tmp_path / "pages", "--lang", "en"),
    ):
        ran = subprocess.run(
            [*WATCH, log, sys.executable, "-m", "wizard", *words],
            cwd=PROJECT,
            env=os.environ | {"PYTHONPATH": str(PROJECT)},
            capture_output=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        assert asked_for_another_computer(log) == [], words
