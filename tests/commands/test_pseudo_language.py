"""Every command in a made-up language: what still stands in Latin letters was forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.language.pseudo import CODE, latin_words, pseudo_language
from tests.steps.photos_of_ones_own import family_photos
from wizard.cli import main
from wizard.commands.arguments import COMMANDS

NAMES = {
    *latin_words("before delete you lang all en es ko Before You Delete"),
    *latin_words("IMG jpg KB MB README txt nothing such windows macos linux ZIP"),
    *(word for command in COMMANDS for word in command.split("-")),
    CODE,
}
"""What is typed, and names of files and units: the same in every language."""
OPTION = re.compile(r"--[a-z-]+")


@pytest.fixture(autouse=True)
def made_up(tmp_path: Path) -> Iterator[None]:
    with pseudo_language(tmp_path / "words"):
        yield


def forgotten(printed: str, *given: Path) -> list[str]:
    """Latin words that are no names."""
    names = " ".join(map(str, given))
    words = latin_words(OPTION.sub(" ", printed))
    return [word for word in words if word not in NAMES and word not in names]


def run(*words: str | Path) -> int:
    try:
        return main([*map(str, words), "--lang", CODE])
    except SystemExit as ended:
        return int(ended.code or 0)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_of_each_command_is_translated(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run(*filter(None, [command]), "--help") == 0
    said = capsys.readouterr()
    assert forgotten(said.out) == []
    assert len(said.out) > 100


@pytest.mark.parametrize(
    "words",
    [
        ["backup"],
        ["backup", "--nonsense-123"],
        ["check"],
        ["scan", "nothing", "nothing"],
        ["scan", "nothing", "--json"],
        ["scan", "--leave-no-trace=nothing", "nothing"],
        ["--lang", "such"],
        ["--lang"],
    ],
)
def test_a_wrong_usage_is_told_in_translated_words(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert run(*words) == 2
    said = capsys.readouterr()
    assert forgotten(said.err, Path("nonsense")) == []
    assert said.err


def test_every_command_speaks_only_this_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photos = family_photos(tmp_path)
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing")
    backup = tmp_path / "drive"
    commands: list[list[str | Path]] = [
        ["backup", photos, backup],
        ["check", backup],
        ["scan", photos],
        ["put-back", photos],
        ["check", photos],
        ["scan", tmp_path / "nothing"],
        ["backup", tmp_path / "nothing", backup],
    ]
    for words in commands:
        run(*words)
        said = capsys.readouterr()
        assert said.out or said.err
        assert forgotten(said.out + said.err, photos, backup, *photos.rglob("*")) == [], words
