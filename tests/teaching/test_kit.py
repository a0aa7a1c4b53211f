"""The workshop's kit: made here, it runs elsewhere, offline, for an ordinary user, from a stick that cannot be written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.drives import small_drive
from tests.making import file, ordinary_user, snapshot
from wizard.language.catalogs import available
from wizard.own_files import OwnFolder
from wizard.pages.kit_leaflets import kit_leaflets
from wizard.problems import DriveFull, FolderNotEmpty, KitError
from wizard.teaching.kit import KitOrder, make_kit
from wizard.teaching.kit import start as kit_start
from wizard.teaching.kit.manifest import MANIFEST, changed_files, known_names
from wizard.teaching.kit.start import first_damaged, in_words, tag

SECONDS = 300
WHOLE_SESSION = ["1", "1", "1", "1", "1", "1", "2", "7", "1", "2", "2", "4"]
"""English, practice: backup, look, review folder, set exact copies aside, move, put all back, finish."""


def order(*languages: str, **more: Any) -> KitOrder:
    """What a facilitator asks for; in every language unless some are named."""
    return KitOrder(
        languages or available(),
        lambda tags: kit_leaflets(in_words(*tags)),
        **more,
    )


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One kit for all; nobody changes it."""
    folder = tmp_path_factory.mktemp("stick") / "kit"
    make_kit(folder, order())
    return folder


def start(
    kit: Path, home: Path, *words: str, answers: list[str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Opens the kit's launcher as a stranger's computer would: nothing of this environment is known to it."""
    python = Path(sys.executable).parent
    return subprocess.run(
        ["sh", str(kit / "start.sh"), *words],
        input="".join(f"{answer}\n" for answer in answers or []),
        env={"HOME": str(home), "TMPDIR": str(home), "PATH": f"{python}:/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


def test_it_holds_everything_that_a_room_needs(kit: Path) -> None:
    top = {path.name for path in kit.iterdir()}
    assert {"start.sh", "start.command", "start.cmd", "kit.json", "practice photos"} <= top
    for code in available():
        assert (kit / f"README.{code}.txt").is_file()
        for page in ("04-inspect", "01-sixty-minutes"):
            assert list((kit / "handouts").rglob(f"*{page}*.html")), page
    assert len(list((kit / "practice photos/photos").rglob("*.*"))) > 60
    assert b"\r\n" in (kit / "start.cmd").read_bytes()


def test_nothing_of_the_computer_that_made_it_is_in_it(kit: Path) -> None:
    """Not where it was installed, and not where the stick was plugged in, which often names a user."""
    secrets = [os.fsencode(each) for each in (Path(__file__).parents[2], kit.parent)]
    for path in kit.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert not [secret for secret in secrets if secret in held], path


def test_every_file_is_listed_and_whole(kit: Path) -> None:
    listed = known_names(kit)
    there = {path.relative_to(kit).as_posix() for path in kit.rglob("*") if path.is_file()}
    marks = {name for name in there if ".made-by-" in name}
    assert there - marks - {MANIFEST} == listed
    assert list(changed_files(kit)) == []
    assert first_damaged(str(kit), tag()) is None


def test_a_whole_session_leaves_nothing_on_the_computer_or_in_the_kit(
    kit: Path, tmp_path: Path
) -> None:
    before = snapshot(tmp_path), set(kit.rglob("*"))
    ran = start(kit, tmp_path, "practice", "--plain", answers=WHOLE_SESSION)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "2 photos moved." in ran.stdout
    assert "2 files are back in their old places." in ran.stdout
    assert (snapshot(tmp_path), set(kit.rglob("*"))) == before


def test_two_learners_use_one_stick_at_the_same_time(kit: Path, tmp_path: Path) -> None:
    """The second one goes all the way while the first one stands in the middle, and neither sees the other."""
    homes = [tmp_path / "first", tmp_path / "second"]
    for home in homes:
        home.mkdir()
    python = Path(sys.executable).parent
    first = subprocess.Popen(
        ["sh", str(kit / "start.sh"), "practice", "--plain"],
        env={"HOME": str(homes[0]), "TMPDIR": str(homes[0]), "PATH": f"{python}:/usr/bin:/bin"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert first.stdin is not None and first.stdout is not None
    first.stdin.write("\n".join(WHOLE_SESSION[:5]) + "\n")
    first.stdin.flush()
    for line in first.stdout:
        if "Step 5 of 7" in line:
            break
    before = snapshot(kit)
    second = start(kit, homes[1], "practice", "--plain", answers=WHOLE_SESSION)
    rest, complaints = first.communicate("\n".join(WHOLE_SESSION[5:]) + "\n", timeout=SECONDS)
    assert (first.returncode, complaints) == (second.returncode, second.stderr) == (0, "")
    for said in (rest, second.stdout):
        assert "2 photos moved." in said and "2 files are back in their old places." in said
    assert snapshot(kit) == before
    assert [list(home.iterdir()) for home in homes] == [[], []]


def test_words_after_the_launcher_go_to_the_program(kit: Path, tmp_path: Path) -> None:
    ran = start(kit, tmp_path, "scan", str(tmp_path / "no such folder"), "--lang", "ko")
    assert ran.returncode == 2 and "no such folder" in ran.stderr and "폴더" in ran.stderr


@contextmanager
def changed(kit: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the kit's start with a small program in it, to be damaged."""
    copy = tmp_path / "copy"
    for name in known_names(kit):
        if (
            name.startswith(("programs/start", "programs/words", "programs/no-p"))
            or "/" not in name
        ):
            file(copy / name, (kit / name).read_bytes())
    program = file(
        copy / "programs" / tag() / "wizard/__main__.py", "raise SystemExit('it started')"
    )
    file(program.parent / "__init__.py", "")
    listed = {f"programs/{tag()}/wizard/__main__.py": [program.stat().st_size, "0" * 64]}
    file(copy / MANIFEST, json.dumps({"files": listed}))
    yield copy


def test_a_kit_that_was_copied_halfway_says_so_in_three_languages(
    kit: Path, tmp_path: Path
) -> None:
    with changed(kit, tmp_path) as copy:
        assert "it started" in start(copy, tmp_path).stderr
        (copy / "programs" / tag() / "wizard/__main__.py").write_bytes(b"half")
        told = start(copy, tmp_path)
        assert told.returncode == 1
        assert len(told.stderr.splitlines()) == len(available())
        assert told.stderr.count("wizard/__main__.py") == len(available())
        for torn in ("[]", '{"files": 1}', '{"files": {}}', '{"fi'):
            file(copy / MANIFEST, torn)
            assert start(copy, tmp_path).stderr.count("kit.json") == len(available())
        (copy / MANIFEST).unlink()
        assert start(copy, tmp_path).stderr.count("kit.json") == len(available())


def test_a_launcher_that_was_copied_alone_says_so_in_three_languages(
    kit: Path, tmp_path: Path
) -> None:
    """As onto the desktop, to have it at hand."""
    file(tmp_path / "start.sh", (kit / "start.sh").read_bytes())
    told = start(tmp_path, tmp_path, "doctor")
    assert told.returncode == 1
    assert told.stderr.count("programs/start.py") == len(told.stderr.splitlines()) == 3
    windows = (kit / "start.cmd").read_text(encoding="utf-8")
    assert windows.count("programs/start.py") == 3


def test_another_python_than_the_kits_says_which_one_is_needed(kit: Path, tmp_path: Path) -> None:
    with changed(kit, tmp_path) as copy:
        (copy / "programs" / tag()).rename(copy / "programs" / "linux-x86_64-py3.99")
        told = start(copy, tmp_path)
    assert told.returncode == 1
    assert told.stderr.count(in_words(tag())[0]) >= len(available())
    assert "{" not in told.stderr


@pytest.mark.parametrize("here", ["linux-x86_64-py3.9", "win32-amd64-py3.13", "darwin-arm64-py2.7"])
def test_a_computer_that_the_stick_is_not_for_is_told_in_its_own_words(
    kit: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], here: str
) -> None:
    monkeypatch.setattr(kit_start, "tag", lambda: here)
    monkeypatch.setattr(kit_start, "HERE", str(kit / "programs"))
    assert kit_start.main(["--fits"]) == 1
    assert kit_start.main([]) == 1
    said = capfdbinary.readouterr().err.decode("utf-8").splitlines()
    assert len(said) == len(available())
    assert all(in_words(here)[0] in line and in_words(tag())[0] in line for line in said)


def test_programs_are_named_once_for_each_kind_of_computer() -> None:
    tags = ["linux-x86_64-py3.11", "win32-amd64-py3.13", "linux-x86_64-py3.12"]
    assert in_words(*tags) == ["Linux (x86_64), Python 3.11, 3.12", "Windows (amd64), Python 3.13"]


def test_a_python_that_is_first_and_does_not_fit_gives_way_to_one_that_does(
    kit: Path, tmp_path: Path
) -> None:
    """As on computers whose python3 is older than another one that lies beside it."""
    older = file(tmp_path / "bin/python3", '#!/bin/sh\n[ "$1" = -c ] && exit 0\nexit 1\n')
    older.chmod(0o755)
    (tmp_path / "bin" / f"python3.{sys.version_info[1]}").symlink_to(sys.executable)
    ran = subprocess.run(
        ["sh", str(kit / "start.sh"), "scan", str(tmp_path / "none"), "--lang", "en"],
        env={"PATH": f"{older.parent}:/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 2 and "There is no folder" in ran.stderr


def test_without_any_python_the_launcher_says_so(kit: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bin"
    bare.mkdir()
    for program in ("sh", "cat", "dirname"):
        (bare / program).symlink_to(shutil.which(program) or "/bin/sh")
    ran = subprocess.run(
        [str(bare / "sh"), str(kit / "start.sh"), "doctor"],
        env={"PATH": str(bare), "HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 1
    assert "This computer has no Python." in ran.stderr
    assert len(ran.stderr.splitlines()) == len(available())


def test_doctor_reads_every_file_and_names_the_one_that_changed(kit: Path, tmp_path: Path) -> None:
    photo = next((kit / "practice photos/photos").rglob("*.jpg"))
    whole = photo.read_bytes()
    photo.write_bytes(whole[:-1] + b"x")
    try:
        told = start(kit, tmp_path, "doctor", "--lang", "en")
    finally:
        photo.write_bytes(whole)
    assert told.returncode == 1
    assert f"“practice photos/photos/{photo.parent.name}/{photo.name}” is missing" in told.stdout
    assert "as it was made" in start(kit, tmp_path, "doctor", "--lang", "en").stdout


def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path) -> None:
    mine = file(tmp_path / "stick/holiday.jpg")
    before = snapshot(tmp_path)
    with pytest.raises(FolderNotEmpty):
        make_kit(mine.parent, order("en"))
    assert snapshot(tmp_path) == before


def test_what_somebody_laid_into_a_kit_is_never_cleared_away(tmp_path: Path) -> None:
    OwnFolder.at(tmp_path / "kit")
    mine = file(tmp_path / "kit/lessons/notes.txt", "my own notes")
    with pytest.raises(FolderNotEmpty):
        make_kit(tmp_path / "kit", order("en"))
    assert mine.read_text(encoding="utf-8") == "my own notes"


def test_a_stick_that_is_full_is_told_and_the_next_try_begins_anew(tmp_path: Path) -> None:
    with small_drive(tmp_path / "stick", "3m") as stick:
        for _try in range(2):
            with pytest.raises(DriveFull):
                make_kit(stick / "kit", order("en"))


def test_a_stick_that_cannot_be_written_is_told() -> None:
    with ordinary_user() as folder:
        folder.chmod(0o555)
        with pytest.raises(KitError):
            make_kit(folder / "kit", order("en"))
