"""The command line as a whole: which command is meant, in which language, and what a wrong word gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.commands.running import Ran, call, run
from wizard.cli import main
from wizard.commands.arguments import COMMANDS, parse, split_command
from wizard.language.catalogs import speaking

LANGUAGES = pytest.mark.parametrize("code", ["en", "es", "ko"])


def ended(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    """What a command says that ends before it does anything; in this process, because that is quick."""
    with speaking("en"), pytest.raises(SystemExit) as end:
        main(words)
    said = capsys.readouterr()
    return Ran(int(end.value.code or 0), said.out, said.err)


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["scan", "photos"], "scan"),
        (["--lang", "ko", "scan", "photos"], "scan"),
        (["--lang=ko", "--leave-no-trace", "check", "b"], "check"),
        (["./scan"], None),
        (["photos", "scan"], None),
        (["--lang", "scan"], None),
        ([], None),
        (["--help"], None),
    ],
)
def test_the_first_word_is_a_command_if_it_names_one(words: list[str], command: str | None) -> None:
    assert split_command(words)[0] == command


def test_a_folder_called_like_a_command_is_named_with_a_dot() -> None:
    assert parse(["./scan"]).folder == Path("scan")
    assert parse(["scan", "scan"]).folder == Path("scan")


def test_such_a_folder_can_be_scanned(tmp_path: Path) -> None:
    (tmp_path / "scan").mkdir()
    assert run("scan", "scan", cwd=tmp_path).code == 0
    assert "terminal" in run("./scan", cwd=tmp_path).err


@LANGUAGES
@pytest.mark.parametrize("words", [(), ("practice",), ("some folder",)])
def test_without_a_terminal_the_wizard_says_so(words: tuple[str, ...], code: str) -> None:
    told = run(*words, "--lang", code)
    assert told.code == 2 and told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "put-back" in told.err
    assert ("The wizard needs a terminal" in told.err) == (code == "en")


@LANGUAGES
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_the_learners_language(
    code: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ended(capsys, *filter(None, [command]), "--help", "--lang", code)
    assert told.code == 0 and told.err == ""
    assert "before-you-delete" in told.out and "--leave-no-trace" in told.out
    assert {"en": "usage: ", "es": "uso: ", "ko": "사용법: "}[code] in told.out.lower()
    assert [line for line in told.out.splitlines() if cell_len(line) > 80] == []


def test_the_columns_of_the_help_stand_straight_beside_wide_letters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = ended(capsys, "scan", "--help", "--lang", "ko").out.splitlines()
    options = [line for line in told if line.startswith("  ")][-5:]
    begins = {cell_len(line[: line.rindex("  ")]) for line in options}
    assert len(options) == 5 and len(begins) == 1


@LANGUAGES
@pytest.mark.parametrize(
    "words",
    [("scan",), ("backup", "a"), ("check", "a", "b"), ("put-back",), ("--colour",), ("a", "b")],
)
def test_a_wrong_word_is_a_usage_error(
    code: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    told = ended(capsys, *words, "--lang", code)
    assert told.code == 2 and told.out == ""
    assert {"en": "usage: ", "es": "uso: ", "ko": "사용법: "}[code] in told.err.lower()


def test_a_language_that_is_not_there_is_a_usage_error() -> None:
    told = call("scan", ".", "--lang", "xx")
    assert told.code == 2 and "xx" in told.err


def test_the_language_of_the_computer_is_spoken(tmp_path: Path) -> None:
    assert "carpeta" in run("scan", tmp_path / "x", LANG="es_US.UTF-8").err
    assert "폴더" in run("scan", tmp_path / "x", LC_ALL="ko_KR.UTF-8").err
    assert "folder" in run("scan", tmp_path / "x", LANG="de_DE.UTF-8").err


@pytest.mark.parametrize("words", [("--help",), ("scan", "."), ("scan", "nowhere"), ()])
def test_a_terminal_that_knows_no_korean_gets_question_marks(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    told = run(*words, "--lang", "ko", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert told.code in (0, 2) and "?" in told.out + told.err


def test_help_says_what_the_percent_means() -> None:
    told = call("scan", "--help")
    assert told.code == 0 and "never a verdict" in " ".join(told.out.split())
