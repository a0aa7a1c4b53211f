"""Wheel and sdist hold all that the program says and shows: installed elsewhere, it speaks Korean."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_an_index_would_take_them(built: Path) -> None:
    command = [sys.executable, "-m", "twine", "check", "--strict", *map(str, built.iterdir())]
    checked = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert checked.returncode == 0, checked.stdout


def test_the_wheel_installed_elsewhere_speaks_korean(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    # Only the program comes from the wheel; the libraries it needs are those of this environment.
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site"), "PYTHONUTF8": "1"}
    code = (
        "import wizard, sys; print(wizard.__file__); from wizard.cli import main;"
        "sys.exit(main(['--lang', 'ko', '--help']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert str(tmp_path) in done.stdout
    assert "사진" in done.stdout


def test_the_wheel_holds_catalogs_lessons_and_guide(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    for language in ("en", "es", "ko"):
        assert f"wizard/locales/{language}/LC_MESSAGES/messages.po" in names
        assert f"wizard/lessons/{language}/04-inspect.md" in names
        assert f"wizard/facilitator_guide/{language}/01-sixty-minutes.md" in names
    assert "wizard/teaching/handouts/style.css" in names
    assert "wizard/lessons/pictures/inspect-ko.png" in names
    assert not [name for name in names if "tests/" in name or name.endswith(".mo")]


def test_the_sdist_holds_what_the_wheel_is_made_of(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    wanted = {"README.md", "LICENSE", "pyproject.toml", "locales/ko/LC_MESSAGES/messages.po"}
    wanted |= {"lessons/recovery_windows.toml", "wizard/cli.py", "tests/conftest.py"}
    assert wanted <= names
    assert not [name for name in names if name.startswith(".venv")]
