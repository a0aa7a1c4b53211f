"""One session at a time, and a session that died holds nothing."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import wizard
from wizard import locks
from wizard.language.sentences import sentence_for
from wizard.locks import FolderLock, PhotoFolderLock
from wizard.problems import AnotherSession, NoLocks

HOLD = """
import sys
from pathlib import Path
from wizard import locks
lock = getattr(locks, sys.argv[1])(Path(sys.argv[2]))
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


@pytest.mark.parametrize("kind", [FolderLock, PhotoFolderLock])
def test_a_session_that_was_killed_holds_nothing(
    tmp_path: Path, kind: type[FolderLock | PhotoFolderLock]
) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, kind.__name__, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(Path(wizard.__file__).parent.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout is not None and other.stdout.readline() == b"held\n"
    with pytest.raises(AnotherSession):
        kind(tmp_path)
    other.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    other.communicate()
    kind(tmp_path).release()


def test_a_photo_folder_is_held_and_nothing_lies_in_it(tmp_path: Path) -> None:
    photos, link = tmp_path / "Photos", tmp_path / "link"
    photos.mkdir()
    link.symlink_to(photos)
    held = PhotoFolderLock(photos)
    with pytest.raises(AnotherSession):
        PhotoFolderLock(link)
    assert list(photos.iterdir()) == []
    held.release()
    held.release()
    PhotoFolderLock(link).release()


@pytest.mark.skipif(os.name == "nt", reason="Windows locks by other means")
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_drive_without_locks_is_named_and_not_taken_for_another_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuses(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(locks, "_lock", refuses)
    with pytest.raises(NoLocks) as raised:
        FolderLock(tmp_path)
    said = sentence_for(raised.value)
    assert tmp_path.name in said
    assert "Another window" not in said
    PhotoFolderLock(tmp_path).release()
