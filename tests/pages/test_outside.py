"""What is opened outside the terminal lies in temporary folders, as copies, and is removed at the end."""

from __future__ import annotations

import errno
import tempfile
from pathlib import Path

import pytest
from PIL import Image

from tests.making import photo, untouched
from tests.pages.compare_pages import two_of
from tests.photos.raw_photos import raw_photo
from wizard.own_files import OwnFolder
from wizard.pages import outside
from wizard.pages.outside import Outside, TwoOfAGroup
from wizard.photos.picture import UnreadablePicture
from wizard.problems import CannotOpen, DriveFull
from wizard.traces import PAGES_PREFIX, sweep


@pytest.fixture
def two(tmp_path: Path) -> TwoOfAGroup:
    photo(tmp_path / "photos/a.JPG", 1)
    photo(tmp_path / "photos/-b \u202ename.png", 1)
    return two_of(tmp_path / "photos", ["a.JPG", "-b \u202ename.png"])


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What would have been shown in a window."""
    paths: list[Path] = []
    monkeypatch.setattr(outside, "open_outside", lambda *shown: paths.extend(shown))
    monkeypatch.setattr(outside, "browser_sees_only_home", lambda: False)
    return paths


def temporary() -> list[Path]:
    return sorted(Path(tempfile.gettempdir()).glob(PAGES_PREFIX + "*"))


def test_the_page_lies_in_a_folder_that_goes_at_the_end(
    two: TwoOfAGroup, opened: list[Path]
) -> None:
    looks = Outside()
    with untouched(two.folder):
        looks.open_compare_page(two)
        assert opened[0].parent == temporary()[0]
        assert opened[0].is_file()
    looks.remove()
    looks.remove()
    assert temporary() == []


def test_a_new_page_takes_the_place_of_the_one_before(two: TwoOfAGroup, opened: list[Path]) -> None:
    looks = Outside()
    looks.open_compare_page(two)
    looks.open_compare_page(two)
    assert temporary() == [opened[1].parent]
    looks.remove()


def test_the_viewer_is_given_copies_with_names_of_ours(
    two: TwoOfAGroup, opened: list[Path]
) -> None:
    looks = Outside()
    with untouched(two.folder):
        looks.open_viewer(two)
    assert [path.name for path in opened] == ["photo-1.jpg", "photo-2.png"]
    for position, path in enumerate(opened):
        assert path.read_bytes() == two.path(position).read_bytes()
        assert path.stat().st_mode & 0o222 == 0
    looks.remove()
    assert temporary() == []


def test_of_a_raw_file_the_viewer_is_given_its_picture(tmp_path: Path, opened: list[Path]) -> None:
    for name in ("a.dng", "b.dng"):
        raw_photo(tmp_path / f"photos/{name}", orientation=6)
    looks = Outside()
    looks.open_viewer(two_of(tmp_path / "photos", ["a.dng", "b.dng"]))
    assert [path.name for path in opened] == ["photo-1.jpg", "photo-2.jpg"]
    with Image.open(opened[0]) as shown:
        assert (shown.format, shown.size) == ("JPEG", (720, 960))
    looks.remove()


def test_what_is_no_picture_any_more_is_handed_to_nobody(
    two: TwoOfAGroup, opened: list[Path]
) -> None:
    two.path(1).write_bytes(b"MZ a program")
    looks = Outside()
    with pytest.raises(UnreadablePicture):
        looks.open_viewer(two)
    assert opened == []
    looks.remove()


def test_after_a_kill_the_next_start_removes_it(two: TwoOfAGroup, opened: list[Path]) -> None:
    killed = Outside()
    killed.open_compare_page(two)
    sweep()
    assert temporary() == [opened[0].parent], "while it is in use it stays"
    assert killed._page is not None
    killed._page._lock.release()  # as the system does when the process is gone
    sweep()
    assert temporary() == []


def test_for_a_browser_kept_apart_the_page_is_in_the_home_folder(
    two: TwoOfAGroup, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "browser_sees_only_home", lambda: True)
    looks = Outside()
    looks.open_compare_page(two)
    assert opened[0].parent.parent == Path.home()
    assert not opened[0].parent.name.startswith(".")
    looks.remove()
    assert list(Path.home().glob(PAGES_PREFIX + "*")) == []


def test_a_full_disk_is_told_as_that(
    two: TwoOfAGroup, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: OwnFolder, name: str, contents: bytes) -> Path:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(OwnFolder, "write_once", full)
    looks = Outside()
    with pytest.raises(DriveFull):
        looks.open_compare_page(two)
    looks.remove()
    assert temporary() == []


def test_where_nothing_opens_the_page_stays_and_its_place_is_told(
    two: TwoOfAGroup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    looks = Outside()
    with pytest.raises(CannotOpen) as told:
        looks.open_compare_page(two)
    assert told.value.path.is_file()
    looks.remove()
    assert not told.value.path.exists()
