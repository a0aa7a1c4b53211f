"""A backup may come from anybody: what it says is not followed out of its folder, and nothing is fetched for it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.making import file, photo, sha256, snapshot, untouched
from tests.safekeeping.desk import LEAFLETS, PLENTY, Desk
from wizard.language.sentences import PROBLEMS, sentence_for
from wizard.photos.library import walk
from wizard.problems import DamagedRecord, KitError, Problem, ProblemKind
from wizard.safekeeping.backup import Backup
from wizard.safekeeping.journal import Journal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links as POSIX has them")

NOTHING = "0" * 64


@pytest.fixture
def secret(desk: Desk) -> Path:
    """A file beside the backup that no backup may reach."""
    folder = desk.root / "outside"
    folder.mkdir()
    file(folder / "secret.jpg", "not yours")
    return folder / "secret.jpg"


def manifest(desk: Desk) -> Path:
    return desk.drive / "manifest-sha256.txt"


def add_line(desk: Desk, path: str, digest: str = NOTHING) -> None:
    """One more file, says the manifest."""
    with manifest(desk).open("ab") as file_:
        file_.write(os.fsencode(f"{digest}  {path}\n"))


def test_nothing_is_fetched_whatever_a_fetch_list_says(desk: Desk, secret: Path) -> None:
    """BagIt lets a bag name files to be fetched from elsewhere. A test that reaches the network fails."""
    desk.back_up()
    wanted = file(
        desk.drive / "fetch.txt",
        "http://example.org/a.jpg 5 data/fetched.jpg\n"
        f"file://{secret} 9 data/read.jpg\n"
        "http://example.org/b.jpg - ../outside/written.jpg\n",
    )
    for name in ("data/fetched.jpg", "data/read.jpg"):
        add_line(desk, name)
    with untouched(secret.parent), untouched(desk.photos):
        result = desk.backup().check()
        assert set(result.problems) == {
            Problem("data/fetched.jpg", ProblemKind.MISSING_FROM_BACKUP),
            Problem("data/read.jpg", ProblemKind.MISSING_FROM_BACKUP),
        }
        assert desk.back_up().whole
    assert wanted.exists() and not (desk.drive / "data/fetched.jpg").exists()
    assert PROBLEMS[ProblemKind.MISSING_FROM_BACKUP]()


@pytest.mark.parametrize(
    "path",
    [
        *("data/../../outside/secret.jpg", "../outside/secret.jpg", "/etc/passwd", "data", "."),
        *("checked.jsonl", "data\\..\\..\\outside\\secret.jpg", "data/nul\0byte", ""),
    ],
)
def test_a_manifest_that_climbs_out_is_told_and_nothing_is_read(
    desk: Desk, secret: Path, path: str
) -> None:
    desk.back_up()
    add_line(desk, path, sha256(secret))
    with untouched(desk.root), pytest.raises(DamagedRecord) as told:
        desk.backup().check()
    assert "manifest-sha256.txt" in sentence_for(told.value)


@pytest.mark.parametrize("link", ["data/2024", "data/2024/b.jpg"])
def test_a_copy_behind_a_link_is_none_and_is_made_anew_inside(desk: Desk, link: str) -> None:
    """A link to the originals would pass for a backup of them, and a copy through it would lie outside."""
    desk.back_up()
    place = desk.drive / link
    shutil.move(place, desk.root / "away")
    place.symlink_to(desk.photos / Path(link).relative_to("data"))
    assert desk.backup().copies.of_path("2024/b.jpg") is None
    with untouched(desk.photos):
        problems = desk.backup().check().problems
        assert "data/2024/b.jpg" in {problem.path for problem in problems}
        made = Backup.begin(desk.drive, LEAFLETS)
        assert made.make(walk(desk.photos), room=PLENTY).whole
    copy = made.copies.of_path("2024/b.jpg")
    assert copy is not None and desk.drive / "data" in Path(os.path.realpath(copy.where)).parents


@pytest.mark.parametrize("name", ["data/_versions", "earlier", "damaged"])
def test_a_folder_of_the_backup_that_is_a_link_gets_nothing(
    desk: Desk, secret: Path, name: str
) -> None:
    desk.back_up()
    shutil.rmtree(desk.drive / name, ignore_errors=True)
    (desk.drive / name).symlink_to(secret.parent)
    photo(desk.photos / "a.jpg", 77)
    with untouched(secret.parent), pytest.raises(KitError) as told:
        Backup.begin(desk.drive, LEAFLETS).make(walk(desk.photos), room=PLENTY)
    assert sentence_for(told.value)


LINKS: dict[str, Callable[[Path, Path], object]] = {
    "a link": lambda place, secret: place.symlink_to(secret),
    "a pipe": lambda place, _secret: os.mkfifo(place),
}


@pytest.mark.parametrize("kind", LINKS)
@pytest.mark.parametrize("name", ["manifest-sha256.txt", "checked.jsonl", "README.en.txt"])
def test_a_link_or_a_pipe_in_the_place_of_a_record_is_told(
    desk: Desk, secret: Path, name: str, kind: str
) -> None:
    desk.back_up()
    (desk.drive / name).unlink()
    LINKS[kind](desk.drive / name, secret)
    before = snapshot(secret.parent)
    for work in (
        lambda: desk.backup().check(),
        lambda: Backup.begin(desk.drive, LEAFLETS).make(walk(desk.photos), room=PLENTY),
    ):
        try:
            work()
        except KitError as told:
            assert sentence_for(told)
        else:
            assert name == "README.en.txt"
    assert snapshot(secret.parent) == before


def test_a_record_that_names_files_outside_promises_nothing(desk: Desk, secret: Path) -> None:
    desk.back_up()
    Journal(desk.drive / "checked.jsonl").append(
        {
            **{"act": "checked", "path": "a.jpg", "payload": "../../outside/secret.jpg"},
            **{"bytes": 9, "modified_ns": 0, "sha256": sha256(secret), "at": "now"},
        }
    )
    with untouched(desk.root), pytest.raises(DamagedRecord) as told:
        desk.backup()
    assert "checked.jsonl" in sentence_for(told.value)
