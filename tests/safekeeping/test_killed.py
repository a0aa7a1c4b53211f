"""Whenever the power goes, starting again finishes the work or leaves the original: at every single step."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import wizard
from tests.making import files_in, photo, snapshot
from tests.safekeeping.desk import Desk, assert_valid

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="needs processes that can be forked"
)
PROJECT = Path(wizard.__file__).parent.parent
ENVIRONMENT = {"PYTHONPATH": str(PROJECT)}


@pytest.mark.parametrize("drive", ["renames", "claims"])
@pytest.mark.parametrize("work", ["set_aside", "put_back", "back_up", "back_up_again"])
def test_a_kill_at_every_step_loses_nothing(work: str, drive: str) -> None:
    assert kills_survived(work, drive) > 10


@pytest.mark.parametrize("drive", ["renames", "claims"])
@pytest.mark.parametrize("work", ["set_aside", "put_back"])
def test_a_second_kill_while_the_first_is_made_good_loses_nothing(work: str, drive: str) -> None:
    assert kills_survived(work, drive, "twice") > 20


def kills_survived(*arguments: str) -> int:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.safekeeping.killing", *arguments],
        cwd=PROJECT,
        env=os.environ | ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return int(ran.stdout)


BACK_UP_SLOWLY = """
import os, sys, time
from pathlib import Path
from wizard.photos.library import walk
from wizard.safekeeping.backup import Backup
backup = Backup.begin(Path(sys.argv[2]), {})
def told(progress):
    if progress.files >= 5:  # files that are done at the same time are told together
        print(progress.files, flush=True)
        sys.stdin.read()
backup.make(walk(Path(sys.argv[1])), room=10**12, progress=told)
"""


def test_a_backup_killed_from_outside_goes_on_where_it_was(desk: Desk) -> None:
    for seed in range(20):
        photo(desk.photos / f"more/{seed}.jpg", seed)
    before = snapshot(desk.photos)
    process = subprocess.Popen(
        [sys.executable, "-c", BACK_UP_SLOWLY, str(desk.photos), str(desk.drive)],
        env=os.environ | ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    done = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert 5 <= done < 26
    assert snapshot(desk.photos) == before
    result = desk.back_up()
    assert (result.checked, result.copied) == (26, 26 - done)
    assert files_in(desk.drive / "data") == files_in(desk.photos)
    assert_valid(desk.drive)
