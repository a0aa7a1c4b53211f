"""The everyday fault suite: nothing is lost and everything comes back."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.faults import real_drives
from tests.faults.mutants import PROJECT
from tests.faults.scene import WORKS
from tests.programs import need


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
@pytest.mark.parametrize("work", WORKS)
def test_nothing_is_lost_and_everything_comes_back(work: str) -> None:
    for program, package in (
        ("strace", "strace"),
        ("fusermount3", "fuse3"),
        ("faketime", "faketime"),
    ):
        need(program, package)
    try_rows(f" {work} ")


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's drivers")
@pytest.mark.parametrize("driver", real_drives.DRIVERS)
def test_nothing_is_lost_on_a_drive_that_knows_no_rename_without_replacing(driver: str) -> None:
    programs = real_drives.DRIVERS[driver]
    for words in (programs.make, programs.mount):
        need(words[0], programs.package)
    if lacking := real_drives.missing(driver):
        pytest.skip(f"needs {lacking}")
    try_rows(f"{driver}: ")


def try_rows(only: str) -> None:
    """In a program of its own, which forks thousands of times."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--everyday", "--only", only],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
