"""`trash` on the command line: what it tells, what --yes does, and what root is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.commands.running import Ran, call, run
from tests.making import file, files_in, photo, snapshot, untouched
from tests.safekeeping.desk import Desk
from tests.safekeeping.trash.trashing import home_trash, in_trash, restore_by_hand
from wizard.cli import main
from wizard.language.catalogs import speaking
from wizard.rights import as_administrator
from wizard.safekeeping import checked, setting_aside

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks into a trash as Linux lays it out")
NAMES = ("sea small.jpg", "sea small.xmp", "2024/cake.jpg")


class Yesterday(datetime):
    """A clock that is a day behind."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return datetime.now(UTC) - timedelta(days=1)


@pytest.fixture
def yesterday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_aside, "datetime", Yesterday)
    monkeypatch.setattr(checked, "datetime", Yesterday)


def tidy(desk: Desk) -> None:
    """Three files are set aside."""
    desk.back_up()
    review = desk.new_review_folder()
    desk.set_aside(review, "sea small.jpg", "sea small.xmp", stays="sea.jpg")
    desk.set_aside(review, "2024/cake.jpg", stays="cake.jpg")
    review.close()


Says = Callable[..., Ran]


@pytest.fixture
def says(
    ordinary_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Says:
    """Runs a command in this process: an ordinary user may not be able to start root's Python."""
    monkeypatch.setenv("HOME", str(ordinary_folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(ordinary_folder / "data"))

    def say(*words: object) -> Ran:
        with speaking("en"):
            code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Ran(code, out, err, warned="administrator" in err)

    return say


@pytest.fixture
def tidied(ordinary_folder: Path, yesterday: None) -> Desk:
    """It was done yesterday, by the ordinary user who runs the commands too."""
    desk = Desk(ordinary_folder / "desk")
    for name, seed, size in (
        ("sea.jpg", 1, (80, 60)),
        ("sea small.jpg", 1, (40, 30)),
        ("cake.jpg", 2, (80, 60)),
        ("2024/cake.jpg", 2, (80, 60)),
    ):
        photo(desk.photos / name, seed, size)
    file(desk.photos / "sea small.xmp", "notes")
    tidy(desk)
    return desk


def test_without_yes_nothing_moves(tidied: Desk, says: Says) -> None:
    with untouched(tidied.photos), untouched(tidied.drive):
        before = files_in(tidied.review)
        told = says("trash", tidied.review, "--backup", tidied.drive)
    assert told.code == 0 and files_in(tidied.review) == before and in_trash() == {}
    assert all(name in told.out for name in NAMES)
    assert "3 files can go to the computer's trash" in told.out and "--yes" in told.out


def test_with_yes_all_go_and_it_is_told_how_they_come_back(tidied: Desk, says: Says) -> None:
    with untouched(tidied.photos), untouched(tidied.drive):
        told = says("trash", tidied.review, "--backup", tidied.drive, "--yes")
    assert (told.code, told.warned) == (0, False)
    assert "3 files are in the computer's trash now." in told.out and "Restore" in told.out
    assert len(in_trash()) == 4 and next(home_trash().glob("files/*.txt")).name in told.out
    again = says("trash", tidied.review, "--backup", tidied.drive, "--yes")
    assert again.code == 0 and "Nothing is set aside." in again.err


@pytest.mark.parametrize(
    ("code", "words"),
    [("es", "en la papelera de la computadora"), ("ko", "컴퓨터 휴지통에 있어요")],
)
def test_it_speaks_the_learners_language(tidied: Desk, says: Says, code: str, words: str) -> None:
    told = says("trash", tidied.review, "--backup", tidied.drive, "--yes", "--lang", code)
    assert told.code == 0 and words in told.out


def test_put_back_says_what_is_in_the_trash_and_how_it_comes_back(tidied: Desk, says: Says) -> None:
    before = set(files_in(tidied.photos))
    says("trash", tidied.review, "--backup", tidied.drive, "--yes")
    listed = says("put-back", tidied.review)
    assert (
        "0 files are set aside." in listed.out and "sent to the trash as “sea small " in listed.out
    )
    asked = says("put-back", tidied.review, "sea small.jpg")
    assert asked.code == 1
    assert "sea small.jpg: It is in the computer's trash. Restore it there first." in asked.out
    assert restore_by_hand() == 3
    back = says("put-back", tidied.review, "--all")
    assert back.code == 0 and "3 files are back" in back.out
    assert set(files_in(tidied.photos)) == before | set(NAMES)


def test_put_back_says_when_the_trash_was_emptied(tidied: Desk, says: Says) -> None:
    says("trash", tidied.review, "--backup", tidied.drive, "--yes")
    shutil.rmtree(home_trash())
    told = says("put-back", tidied.review, "--all")
    assert told.code == 1 and told.out.count("Look in your backup.") == 3


def test_on_a_shared_computer_the_trash_is_not_used(tidied: Desk, says: Says) -> None:
    with untouched(tidied.photos):
        told = says("trash", tidied.review, "--backup", tidied.drive, "--yes", "--leave-no-trace")
    assert told.code == 1 and "library or shared computer" in told.err
    assert "file manager" in told.err and in_trash() == {}


def test_without_the_backup_nothing_goes(tidied: Desk, says: Says) -> None:
    told = says("trash", tidied.review, "--yes")
    assert told.code == 1 and "Plug in its drive first." in told.err and in_trash() == {}


def test_another_folder_is_a_usage_error(tidied: Desk, says: Says) -> None:
    for words in ((tidied.photos,), (tidied.review, "--backup", tidied.photos)):
        told = says("trash", *words, "--yes")
        assert told.code == 2 and "made by this program" in told.err


def test_a_file_that_stays_makes_it_not_whole(tidied: Desk, says: Says) -> None:
    (tidied.drive / "data/sea small.xmp").write_bytes(b"NOTES")
    told = says("trash", tidied.review, "--backup", tidied.drive, "--yes")
    assert told.code == 1 and "2 files stay in the review folder." in told.out
    assert "1 file is in the computer's trash now." in told.out


def test_what_was_set_aside_today_stays_today(desk: Desk) -> None:
    tidy(desk)
    told = run("trash", desk.review, "--backup", desk.drive, "--yes")
    assert told.code == 1 and in_trash() == {}
    assert ("administrator" if as_administrator() else "on a later day") in told.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to be root")
def test_root_is_told_why_that_is_unwise_and_the_work_goes_on(desk: Desk) -> None:
    for code in ("en", "es", "ko"):
        told = call("backup", desk.photos, desk.root / code, "--lang", code)
        assert told.code == 0 and told.warned
    assert not call("scan", desk.photos, "--help").warned


def test_roots_trash_is_not_used(desk: Desk, yesterday: None) -> None:
    tidy(desk)
    before = snapshot(desk.review)
    told = run("trash", desk.review, "--backup", desk.drive, "--yes")
    if told.warned:
        assert told.code == 1 and "administrator's trash" in told.err and in_trash() == {}
        assert set(files_in(desk.review)) - {"lock"} == {
            path for path, held in before.items() if held[0] == "file" and path != "lock"
        }
