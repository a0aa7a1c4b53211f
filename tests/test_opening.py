"""Pages and pictures open in windows of their own, and nothing ever starts in the learner's terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from wizard import opening
from wizard.opening import browser_sees_only_home, has_windows, open_outside
from wizard.problems import CannotOpen

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs a Linux session")

TELLS = """#!/bin/sh
{{
  echo "words: $*"
  if [ -t 0 ] || [ -t 1 ] || (: < /dev/tty) 2>/dev/null; then echo "has a terminal"; fi
  echo "TERM=$TERM BROWSER=$BROWSER"
}} >> "{told}"
exit {code}
"""

WAITS_FOR_ANOTHER = """#!/bin/sh
echo "$1" >> "{told}"
for turn in $(seq 500); do
  [ "$(wc -l < "{told}")" = 2 ] && exit 0
  sleep 0.01
done
exit 1
"""
"""An opener that refuses where it stays alone."""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is searched for programs before all others, in a session with windows."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":99")
    return folder


def program(folder: Path, name: str, told: Path, code: int = 0) -> None:
    path = folder / name
    path.write_text(TELLS.format(told=told, code=code), encoding="utf-8")
    path.chmod(0o755)


def test_a_file_is_handed_to_the_systems_own_opener(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    program(programs, "xdg-open", told)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("BROWSER", "lynx")
    open_outside(tmp_path / "a b.html", tmp_path / "c.jpg")
    written = told.read_text(encoding="utf-8")
    assert f"words: {tmp_path}/a b.html\n" in written and f"words: {tmp_path}/c.jpg\n" in written
    assert "has a terminal" not in written
    assert "TERM=dumb" in written or "TERM= " in written
    assert "lynx" not in written


def test_an_opener_that_finds_nothing_is_told(tmp_path: Path, programs: Path) -> None:
    program(programs, "xdg-open", tmp_path / "told", code=3)
    with pytest.raises(CannotOpen):
        open_outside(tmp_path / "a.html")


def test_an_opener_that_stays_as_long_as_its_window_is_not_waited_for(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (programs / "xdg-open").write_text("#!/bin/sh\nexec sleep 30\n", encoding="utf-8")
    (programs / "xdg-open").chmod(0o755)
    monkeypatch.setattr(opening, "SECONDS_TO_REFUSE", 0.05)
    open_outside(tmp_path / "a.html")


def test_the_second_photo_does_not_wait_until_the_window_of_the_first_is_closed(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (programs / "xdg-open").write_text(WAITS_FOR_ANOTHER.format(told=tmp_path / "told"))
    (programs / "xdg-open").chmod(0o755)
    monkeypatch.setattr(opening, "SECONDS_TO_REFUSE", 60.0)
    open_outside(tmp_path / "a.jpg", tmp_path / "b.jpg")


@pytest.mark.parametrize("missing", ["windows", "opener"])
def test_without_windows_or_opener_nothing_is_started(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    if missing == "windows":
        program(programs, "xdg-open", tmp_path / "told")
        monkeypatch.delenv("DISPLAY")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    else:
        monkeypatch.setenv("PATH", str(programs))
    with pytest.raises(CannotOpen):
        open_outside(tmp_path / "a.html")
    assert not (tmp_path / "told").exists()


def test_windows_are_known_by_what_the_session_says() -> None:
    assert has_windows({"DISPLAY": ":0"}) and has_windows({"WAYLAND_DISPLAY": "wayland-0"})
    assert not has_windows({"DISPLAY": ""}) and not has_windows({})


def test_a_browser_that_ubuntu_keeps_apart_is_known(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = programs / "xdg-settings"
    settings.write_text("#!/bin/sh\necho firefox_firefox.desktop\n", encoding="utf-8")
    settings.chmod(0o755)
    monkeypatch.setattr(opening, "SNAP_PROGRAMS", tmp_path / "snaps")
    assert not browser_sees_only_home()
    (tmp_path / "snaps").mkdir()
    (tmp_path / "snaps" / "firefox_firefox.desktop").touch()
    assert browser_sees_only_home()
    settings.unlink()
    monkeypatch.setenv("PATH", str(programs))
    assert not browser_sees_only_home()
