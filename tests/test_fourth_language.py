"""A fourth language by adding files only: wizard, plain lines, commands and handouts speak it, half done as it is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.language.pseudo import CODE, in_pseudo, write_catalog
from tests.programs import need
from tests.steps.photos_of_ones_own import family_photos
from tests.terminal import PROJECT, terminal
from wizard.language.catalogs import own_name

ROOMS = ("wizard", "locales", "lessons", "facilitator_guide")
LESSON, WITHOUT = "00-welcome.md", "{#check}"
"""The one lesson that is there, and the section that it lacks."""
THIS_PAGE = in_pseudo("This page is not translated yet. You read it in English.")
THIS_PART = in_pseudo("This part is not translated yet. You read it in English.")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program to which files were added, and nothing was changed."""
    project = tmp_path / "project"
    for room in ROOMS:  # with what is compiled
        shutil.copytree(PROJECT / room, project / room)
    return project


@pytest.fixture
def fourth(copy: Path) -> Path:
    """With a catalog, one lesson without one of its sections, and one page of the guide."""
    write_catalog(copy / "locales")
    lesson = (copy / "lessons/en" / LESSON).read_text(encoding="utf-8")
    section = re.compile(rf"^## [^\n]*{re.escape(WITHOUT)}.*?(?=^## )", re.MULTILINE | re.DOTALL)
    half = re.sub(
        r"^# .*(?= {#title})", f"# {in_pseudo('Welcome')}", section.sub("", lesson), flags=re.M
    )
    assert WITHOUT not in half
    for name, text in (
        (f"lessons/{CODE}/{LESSON}", half),
        (f"facilitator_guide/{CODE}/00-start-here.md", ""),
    ):
        (copy / name).parent.mkdir()
        (copy / name).write_text(text or in_pseudo("Start here"), encoding="utf-8")
    return copy


def run(project: Path, *words: str | Path, said: str = "") -> subprocess.CompletedProcess[str]:
    """A command of the copy, with lines typed into it."""
    return subprocess.run(
        [sys.executable, "-m", "wizard", *map(str, words)],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(project), "PYTHONUTF8": "1"},
        input=said,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_commands_speak_it(fourth: Path, tmp_path: Path) -> None:
    assert in_pseudo("usage: ") in run(fourth, "--help", "--lang", CODE).stdout
    scan = run(fourth, "scan", family_photos(tmp_path), "--lang", CODE)
    assert scan.returncode == 0
    look = "Look-alikes are not always copies. Look before you decide."
    assert in_pseudo(look) in scan.stdout


def test_plain_lines_speak_it_and_say_what_is_english(fourth: Path) -> None:
    told = run(fourth, "--plain", said="4\n").stdout
    assert f"4 {own_name(CODE)}" in " ".join(told.split()).replace("4. ", "4 ").replace("4: ", "4 ")
    assert in_pseudo("What would you like to do today?") in told


def test_the_wizard_speaks_it_and_its_lessons_say_what_is_english(
    fourth: Path, tmp_path: Path
) -> None:
    need("tmux", "tmux")
    with terminal([], tmp_path, size=(100, 40), project=fourth) as shown:
        assert f"4  {own_name(CODE)}" in shown.wait_for(own_name(CODE))
        shown.press("4")
        shown.wait_for(in_pseudo("What would you like to do today?"))
        shown.press("F1")
        shown.wait_for(in_pseudo("Welcome"))
        shown.press("Escape")
        shown.wait_for(in_pseudo("What would you like to do today?"))
        shown.press("F2")
        shown.wait_for(THIS_PAGE[:40])


def test_handouts_are_made_in_it_and_say_what_is_english(fourth: Path, tmp_path: Path) -> None:
    made = run(fourth, "handouts", tmp_path / "site", "--lang", CODE)
    assert made.returncode == 1, "a language that is not whole is told"
    assert f"{CODE}/04-inspect.md" in made.stderr
    pages = tmp_path / "site" / CODE
    translated = (pages / "00-welcome.html").read_text(encoding="utf-8")
    assert in_pseudo("Welcome") in translated and f'lang="{CODE}"' in translated
    assert THIS_PAGE not in translated
    assert translated.count(THIS_PART) == 1
    assert (
        translated.index('id="do"') < translated.index(THIS_PART) < translated.index('id="trouble"')
    )
    assert THIS_PAGE in (pages / "04-inspect.html").read_text(encoding="utf-8")


def test_the_lesson_beside_a_step_says_what_is_english(fourth: Path) -> None:
    script = (
        "from wizard.teaching.lessons import lesson\n"
        f"print(lesson('00-welcome', {CODE!r}).text); print('THE OTHER'); print(lesson('04-inspect', {CODE!r}).text)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        cwd=fourth,
        env=os.environ | {"PYTHONPATH": str(fourth), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    translated, _between, english = ran.stdout.partition("THE OTHER")
    assert translated.count(THIS_PART) == 1 and THIS_PAGE not in translated
    assert english.strip().startswith(f"> {THIS_PAGE}")


def test_what_the_chapter_for_translators_says_is_enough(copy: Path) -> None:
    """Its commands, letter for letter, but for where the programs are; the last one would ask for a terminal."""
    chapter = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = chapter.partition("**A new language, by adding files only**")[2].split("```")[1]
    commands = block.removeprefix("sh\n").strip().splitlines()
    assert commands.pop() == ".venv/bin/before-you-delete --lang vi"
    programs = Path(sys.executable).parent
    subprocess.run(
        ["sh", "-e", "-c", "\n".join(commands).replace(".venv/bin", str(programs))],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy)},
        capture_output=True,
        check=True,
    )
    told = run(copy, "--plain", "--lang", "vi").stdout
    assert "What would you like to do today?" in told, "nothing is translated yet"
    assert "Tiếng Việt" in run(copy, "--plain").stdout
