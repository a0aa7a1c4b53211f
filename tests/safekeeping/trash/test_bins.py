"""Finding the trash: on another drive, from its notes, and on other systems as far as that can be tried here."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import file, files_in, photo
from tests.programs import skip_for
from tests.safekeeping.desk import Desk
from tests.safekeeping.trash.trashing import (
    TEST_TEXT,
    home_trash,
    in_trash,
    restore_by_hand,
    sends,
)
from wizard.problems import MayNotTrash, TrashDoubt
from wizard.safekeeping import bins_linux, bins_windows
from wizard.safekeeping.drives_linux import mounted_inside
from wizard.safekeeping.review_folder import ReviewFolder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks into a trash as Linux lays it out")


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """Another drive than the home folder's."""
    place = tmp_path / "stick"
    place.mkdir()
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "none", place], capture_output=True, check=False
        ).returncode
    )
    if not mounted:
        skip_for("may not mount a drive of its own: needs root")
    yield place
    subprocess.run(["umount", place], check=True)


def on_the_stick(stick: Path) -> tuple[Desk, ReviewFolder]:
    desk = Desk(stick)
    photo(desk.photos / "sea.jpg", 1, (80, 60))
    photo(desk.photos / "small.jpg", 1, (40, 30))
    desk.back_up()
    review = desk.new_review_folder()
    desk.set_aside(review, "small.jpg", stays="sea.jpg")
    return desk, review


def test_on_another_drive_the_trash_is_at_its_top(stick: Path) -> None:
    desk, review = on_the_stick(stick)
    held = (review.path / review.items[0].where).read_bytes()
    assert len(sends(desk, review).sent) == 1
    trash = stick / f".Trash-{os.getuid()}"
    assert set(in_trash(trash).values()) == {held, TEST_TEXT.encode()} and in_trash() == {}
    review.close()
    assert restore_by_hand(trash) == 1
    again = ReviewFolder(desk.review)
    assert again.put_back(again.items[0]) is None
    again.close()


def test_a_drive_whose_trash_is_a_link_elsewhere_gets_no_photo(stick: Path, tmp_path: Path) -> None:
    desk, review = on_the_stick(stick)
    (tmp_path / "elsewhere").mkdir()
    (stick / f".Trash-{os.getuid()}").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(MayNotTrash) as told:
        sends(desk, review)
    assert told.value.doubt is TrashDoubt.TEST_NOT_SEEN
    assert len(review.items) == 1 and (review.path / review.items[0].where).exists()
    review.close()


def test_a_drive_where_no_trash_can_be_made_gets_no_photo(stick: Path) -> None:
    desk, review = on_the_stick(stick)
    file(stick / f".Trash-{os.getuid()}", "a file in the place of the folder")
    with pytest.raises(MayNotTrash) as told:
        sends(desk, review)
    assert told.value.doubt is TrashDoubt.TEST_NOT_SEEN
    review.close()


def test_nothing_goes_while_another_drive_is_mounted_inside(stick: Path, tmp_path: Path) -> None:
    """A rename from there would become a copy, and the original would be removed."""
    assert mounted_inside(tmp_path) and not mounted_inside(stick)
    assert bins_linux.doubt_about(tmp_path, 0) is TrashDoubt.NO_TRASH
    assert bins_linux.doubt_about(stick, 0) is None


def test_a_file_without_its_note_is_not_in_the_trash(tmp_path: Path) -> None:
    """No file manager would show it, and nobody could restore it."""
    place = tmp_path / "review/a 1234.jpg"
    file(home_trash() / "files" / place.name)
    (home_trash() / "info").mkdir()
    assert bins_linux.find(place) is None
    note = file(home_trash() / "info" / f"{place.name}.trashinfo", "[Trash Info]\nPath=/b.jpg\n")
    assert bins_linux.find(place) is None
    note.write_text("[Trash Info]\nPath=/any/a%201234.jpg\n")
    assert bins_linux.find(place) == home_trash() / "files" / place.name


def test_a_trash_that_cannot_be_looked_at_is_not_taken_for_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: object) -> os.stat_result:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "lstat", fail)
    with pytest.raises(OSError, match="Input/output"):
        bins_linux.find(tmp_path / "a.jpg")


@pytest.mark.parametrize("version", [1, 2])
def test_a_windows_note_says_where_a_file_was(version: int) -> None:
    path = "C:\\Users\\Kim\\사진\\a 1234.jpg"
    letters = path.encode("utf-16-le")
    head = struct.pack("<qqq", version, 5, 7)
    count = struct.pack("<i", len(path) + 1)
    body = letters.ljust(520, b"\0") if version == 1 else count + letters + b"\0\0"
    assert bins_windows.was_at(head + body) == path
    assert bins_windows.was_at(head) == bins_windows.was_at(b"") == ""
    assert bins_windows.was_at(struct.pack("<qqq", 9, 5, 7) + body) == ""


TWO_AT_ONCE = """
import sys
from pathlib import Path
from tests.safekeeping.desk import Desk
from tests.safekeeping.trash.trashing import sends
from wizard.safekeeping import trash_rules
from wizard.safekeeping.review_folder import ReviewFolder
trash_rules.as_administrator = lambda: False
desk = Desk(Path(sys.argv[1]))
review = ReviewFolder(desk.review)
print("ready", flush=True)
sys.stdin.readline()
result = sends(desk, review)
print(len(result.sent), result.stopped_by, flush=True)
"""


def test_two_programs_that_send_equal_names_at_once_lose_none(tmp_path: Path) -> None:
    """send2trash's own way lost up to 93 of 800 files in the same trial (measured)."""
    for part in ("files", "info"):
        (home_trash() / part).mkdir(parents=True)
    wanted: set[bytes] = set()
    started = []
    for who in ("one", "two"):
        desk = Desk(tmp_path / who)
        photo(desk.photos / "stays.jpg", 1)
        for number in range(60):
            file(desk.photos / f"{number}/IMG_1.jpg", f"{who} {number}")
        desk.back_up()
        review = desk.new_review_folder()
        for number in range(60):
            desk.set_aside(review, f"{number}/IMG_1.jpg", stays="stays.jpg")
        review.close()
        wanted |= {held for path, held in files_in(desk.review).items() if path.endswith(".jpg")}
        started.append(
            subprocess.Popen(
                [sys.executable, "-c", TWO_AT_ONCE, desk.root],
                env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
    for process in started:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [process.communicate()[0] for process in started] == ["60 None\n"] * 2
    assert len(wanted) == 120 and wanted <= set(in_trash().values())
