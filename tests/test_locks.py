"""One session at a time, and a session that died holds nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import wizard
from wizard.locks import FolderLock
from wizard.problems import AnotherSession

HOLD = """
import sys
from pathlib import Path
from wizard.locks import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_held_folder_is_refused_until_it_is_let_go(tmp_path: Path) -> None:
    first = FolderLock(tmp_path)
    with pytest.raises(AnotherSession):
        FolderLock(tmp_path)
    first.release()
    first.release()
    FolderLock(tmp_path).release()


def test_a_session_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(Path(wizard.__file__).parent.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout is not None and other.stdout.readline() == b"held\n"
    with pytest.raises(AnotherSession):
        FolderLock(tmp_path)
    other.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    other.communicate()
    FolderLock(tmp_path).release()
