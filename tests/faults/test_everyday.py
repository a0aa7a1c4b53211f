"""The everyday fault suite: nothing is lost and everything comes back."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.faults.mutants import PROJECT
from tests.faults.scene import WORKS
from tests.programs import need


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
@pytest.mark.parametrize("work", WORKS)
def test_nothing_is_lost_and_everything_comes_back(work: str) -> None:
    """In a program of its own, which forks thousands of times."""
    for program, package in (
        ("strace", "strace"),
        ("fusermount3", "fuse3"),
        ("faketime", "faketime"),
    ):
        need(program, package)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--everyday", "--only", f" {work} "],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
