"""A kit for computers of another kind: what is fetched after a yes only, what a zip may hold, and where it all lies."""

from __future__ import annotations

import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.commands.running import call
from tests.drawn_once import as_if_drawn
from tests.making import file, snapshot
from tests.teaching import wheels as made
from tests.teaching.test_kit import order
from wizard.cli import main
from wizard.language.catalogs import available, speaking
from wizard.problems import CannotFetch, NotAPythonForWindows, NotATrustedZip
from wizard.teaching import kit as kits
from wizard.teaching.kit import make_kit
from wizard.teaching.kit.archives import opened
from wizard.teaching.kit.manifest import changed_files
from wizard.teaching.kit.start import first_damaged, tag
from wizard.teaching.kit.targets import PYTHONS, SYSTEMS, Target, other_targets
from wizard.teaching.kit.wheels import fetch, library_files
from wizard.teaching.kit.windows_python import PythonForWindows

WINDOWS = Target(SYSTEMS["windows"][0], "3.13")


@pytest.fixture(autouse=True)
def kits_are_made_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kit in earnest, with photos drawn for it and its program compiled, is made in `test_kit`."""
    monkeypatch.setattr(kits, "make_practice_photos", as_if_drawn)
    monkeypatch.setattr(kits, "compile_program", lambda *_words: {})


def test_every_system_has_a_program_for_every_python_and_this_one_is_not_fetched() -> None:
    targets = other_targets(SYSTEMS, PYTHONS)
    tags = {target.tag for target in targets}
    assert {"win32-amd64-py3.11", "darwin-arm64-py3.14", "darwin-x86_64-py3.12"} <= tags
    assert tag() not in tags and len(tags) == len(targets)


def test_with_a_python_brought_along_windows_needs_no_other() -> None:
    tags = [target.tag for target in other_targets([], PYTHONS, "3.13")]
    assert tags == ["win32-amd64-py3.13"]


def test_pip_finds_the_wheels_of_another_system_in_a_folder(tmp_path: Path) -> None:
    """The real pip, without the network."""
    folder = made.wheels_for(tmp_path / "wheels", "cp313-cp313-win_amd64")
    found = {path.name for path in fetch(WINDOWS, tmp_path / "fetched", folder)}
    assert found == {path.name for path in folder.iterdir()}


def test_wheels_of_this_system_are_not_taken_for_another(tmp_path: Path) -> None:
    folder = made.wheels_for(tmp_path / "wheels", "cp311-cp311-manylinux_2_17_x86_64")
    with pytest.raises(CannotFetch) as told:
        fetch(WINDOWS, tmp_path / "fetched", folder)
    assert told.value.tag == WINDOWS.tag and told.value.what


def test_of_a_wheel_comes_what_an_installation_would_hold(tmp_path: Path) -> None:
    extra = {
        "pillow_heif-99.0.data/platlib/_pillow_heif.pyd": "code",
        "pillow_heif-99.0.data/scripts/show.py": "no",
    }
    path = made.wheel(tmp_path, "pillow-heif", "cp313-cp313-win_amd64", extra)
    names = {name for name, _member in library_files(path)}
    assert names == {
        "pillow_heif/__init__.py",
        "_pillow_heif.pyd",
        "pillow_heif-99.0.dist-info/METADATA",
        "pillow_heif-99.0.dist-info/WHEEL",
    }


def test_a_kit_for_windows_holds_its_program_its_python_and_says_so(tmp_path: Path) -> None:
    folder = made.wheels_for(tmp_path / "wheels", "cp313-cp313-win_amd64")
    python = PythonForWindows.read(made.embeddable(tmp_path / "python.zip"))
    ordered = order("en", targets=[python.target], wheels=folder, python_for_windows=python)
    kit = make_kit(tmp_path / "kit", ordered)
    assert kit.tags == (tag(), WINDOWS.tag) and kit.missing == ()
    program = tmp_path / "kit/programs" / WINDOWS.tag
    assert "win_amd64" in (program / "numpy/__init__.py").read_text(encoding="utf-8")
    assert (program / "wizard/locales/ko/LC_MESSAGES/messages.po").is_file()
    assert not list(program.rglob("tests"))
    bundled = tmp_path / "kit/programs/python-for-windows"
    paths = (bundled / "python313._pth").read_text(encoding="utf-8").split()
    assert paths == ["python313.zip", ".", f"..\\{WINDOWS.tag}"]
    assert (bundled / paths[2].replace("\\", "/") / "wizard/cli.py").is_file()
    assert list(changed_files(tmp_path / "kit")) == []
    assert first_damaged(str(tmp_path / "kit"), WINDOWS.tag) is None
    for code in available():
        leaflet = (tmp_path / f"kit/README.{code}.txt").read_text(encoding="utf-8")
        assert "Windows (amd64), Python 3.13" in leaflet


def test_what_cannot_be_had_is_named_and_the_rest_of_the_kit_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = made.wheels_for(tmp_path / "wheels", "cp313-cp313-win_amd64", without="pillow")
    words = ["--for", "windows", "--python", "3.13", "--wheels", str(folder), "--lang", "en"]
    with speaking("en"):
        code = main(["kit", str(tmp_path / "kit"), *words])
    said = capsys.readouterr()
    assert code == 1 and f"The libraries for {WINDOWS.tag} could not be fetched" in said.err
    assert "pillow" in said.err
    assert (tmp_path / "kit/programs" / tag()).is_dir()
    assert not (tmp_path / "kit/programs" / WINDOWS.tag).exists()


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_nothing_is_fetched_where_nobody_can_say_yes(tmp_path: Path, code: str) -> None:
    ran = call("kit", tmp_path / "kit", "--for", "windows,macos", "--lang", code)
    assert ran.code == 1 and "12" in ran.out and "--yes" in ran.out and "--wheels" in ran.out
    assert not (tmp_path / "kit").exists()


def test_after_a_no_nothing_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def never(*_words: object, **_more: object) -> subprocess.CompletedProcess[str]:
        raise AssertionError("pip was started")

    monkeypatch.setattr("wizard.teaching.kit.wheels.subprocess.run", never)
    monkeypatch.setattr("wizard.commands.making_a_kit.os.isatty", lambda _number: True)
    monkeypatch.setattr(sys.stdin, "readline", lambda: "2\n")
    with speaking("en"):
        assert main(["kit", str(tmp_path / "kit"), "--for", "macos", "--lang", "en"]) == 1
    assert "Nothing was fetched, and no kit was made." in capsys.readouterr().out
    assert not (tmp_path / "kit").exists()


@pytest.mark.parametrize("words", [["--for", "amiga"], ["--for", "linux", "--python", "3.9"]])
def test_systems_and_pythons_that_we_do_not_know_are_a_usage_error(
    tmp_path: Path, words: list[str]
) -> None:
    ran = call("kit", tmp_path / "kit", *words, "--lang", "en")
    assert ran.code == 2 and words[-1] in ran.err
    assert not (tmp_path / "kit").exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"python__exe": None},
        {"python__exe": made.windows_program(0x14C)},
        {"python__exe": b"MZ"},
        {"python313__dll": None},
        {"python313___pth": None},
        {"python312___pth": b""},
    ],
)
def test_what_is_no_embeddable_python_for_windows_is_refused(
    tmp_path: Path, changed: dict[str, bytes | None]
) -> None:
    with pytest.raises(NotAPythonForWindows):
        PythonForWindows.read(made.embeddable(tmp_path / "python.zip", "313", **changed))


@pytest.mark.parametrize("version", ["38", "310", "315"])
def test_a_python_that_the_program_does_not_run_on_is_refused(tmp_path: Path, version: str) -> None:
    with pytest.raises(NotAPythonForWindows):
        PythonForWindows.read(made.embeddable(tmp_path / "python.zip", version))


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_the_command_names_the_file_that_is_no_python(tmp_path: Path, code: str) -> None:
    given = file(tmp_path / "holiday.zip", "no zip at all")
    before = snapshot(tmp_path)
    ran = call("kit", tmp_path / "kit", "--python-for-windows", given, "--lang", code)
    assert ran.code == 1 and "holiday.zip" in ran.err and "3.14" in ran.err
    assert snapshot(tmp_path) == before


def zip_with(path: Path, *entries: zipfile.ZipInfo | str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for entry in entries:
            archive.writestr(entry, "x")
    return path


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    "entries",
    [
        ("../start.cmd",),
        ("lib/../../start.cmd",),
        ("/etc/passwd",),
        ("C:/start.cmd",),
        ("lib\\..\\start.cmd",),
        ("python.exe", "PYTHON.exe"),
        (link("python.exe"),),
        ("con?.txt",),
    ],
)
def test_a_zip_that_would_write_elsewhere_is_not_opened(
    tmp_path: Path, entries: tuple[zipfile.ZipInfo | str, ...]
) -> None:
    with pytest.raises(NotATrustedZip):
        opened(zip_with(tmp_path / "a.zip", *entries))


def test_a_zip_bomb_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.teaching.kit.archives.MOST_BYTES", 2)
    opened(zip_with(tmp_path / "small.zip", "a", "b")).close()
    with pytest.raises(NotATrustedZip):
        opened(zip_with(tmp_path / "large.zip", "a", "b", "c"))


def test_a_wheel_that_was_changed_on_its_way_is_not_taken(tmp_path: Path) -> None:
    path = made.wheel(tmp_path, "numpy")
    held = path.read_bytes()
    path.write_bytes(held.replace(b"here = ", b"gone = "))
    files = dict(library_files(path))
    with pytest.raises(NotATrustedZip):
        files["numpy/__init__.py"].read()
