"""Lessons as they are shown beside a step, and how long services keep what was deleted."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.making import file
from wizard.language.catalogs import FORMAT_LOCALES, available, speaking
from wizard.places import shared_folder
from wizard.steps.names import ALREADY_LOST, CLOUD_AND_APPS, LESSONS
from wizard.teaching import documents
from wizard.teaching.lessons import lesson, lesson_ids, page_in_english, part_in_english
from wizard.teaching.recovery import checked_line, recovery_windows, window_line
from wizard.teaching.stamps import stamp

BESIDE_A_STEP = sorted({*LESSONS.values(), ALREADY_LOST, CLOUD_AND_APPS})
ALL = pytest.mark.parametrize("code", available())
WRITTEN = """---
id: 00-made-up
title: "A day: at sea"
---

# A day at sea {#title}

## Waves {#waves-1}

A {brace} stays. So does {#this} inside a line.
"""


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of lessons with one in English."""
    monkeypatch.setattr(documents, "shared_folder", lambda name: tmp_path / name)
    return file(tmp_path / "lessons/en/00-made-up.md", WRITTEN)


@pytest.mark.parametrize("lesson_id", BESIDE_A_STEP)
def test_the_lesson_of_every_step_is_there_in_english(lesson_id: str) -> None:
    assert lesson_id in lesson_ids()
    assert lesson(lesson_id, "en").language == "en"


@ALL
@pytest.mark.parametrize("lesson_id", BESIDE_A_STEP)
def test_what_is_shown_is_the_lesson_alone(code: str, lesson_id: str) -> None:
    shown = lesson(lesson_id, code)
    assert shown.title and shown.title != lesson_id
    assert shown.text.startswith("# ") and shown.text.endswith("\n")
    assert not shown.text.endswith("\n\n")
    assert "{#" not in shown.text
    assert not re.search(r"^(id|status|wizard_step):", shown.text, re.MULTILINE)


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_front_matter_names_the_lesson_as_its_file_does(lesson_id: str) -> None:
    assert f"\nid: {lesson_id}\n" in lesson(lesson_id, "en").path.read_text(encoding="utf-8")


def test_front_matter_and_section_ids_are_not_shown(made_up: Path) -> None:
    shown = lesson("00-made-up", "en")
    assert (shown.id, shown.title, shown.path) == ("00-made-up", "A day: at sea", made_up)
    assert shown.text == (
        "# A day at sea\n\n## Waves\n\nA {brace} stays. So does {#this} inside a line.\n"
    )


def test_a_lesson_without_front_matter_is_shown_all_the_same(made_up: Path) -> None:
    made_up.write_text("# Sea\n\n---\n\nA line above.\n", encoding="utf-8")
    shown = lesson("00-made-up", "en")
    assert (shown.title, shown.text) == ("00-made-up", "# Sea\n\n---\n\nA line above.\n")


@pytest.mark.usefixtures("made_up")
def test_a_lesson_that_is_not_translated_is_shown_in_english_and_told() -> None:
    shown = lesson("00-made-up", "ko")
    assert shown.language == "en"
    assert shown.text.startswith(f"> {page_in_english('ko')}\n\n# ")


def test_a_translated_lesson_is_shown_in_its_language(made_up: Path) -> None:
    text = "---\ntitle: 바다\n---\n# 바다 {#title}\n\n## 파도 {#waves-1}\n"
    stamp(file(made_up.parents[1] / "ko/00-made-up.md", text))
    shown = lesson("00-made-up", "ko")
    assert (shown.language, shown.title, shown.text) == ("ko", "바다", "# 바다\n\n## 파도\n")


def test_a_section_that_is_not_translated_is_shown_in_english_and_told(made_up: Path) -> None:
    stamp(file(made_up.parents[1] / "ko/00-made-up.md", "# 바다 {#title}\n"))
    shown = lesson("00-made-up", "ko").text
    assert shown.startswith(
        f"# 바다\n\n## Waves\n\n> {part_in_english('ko')}\n\nA {{brace}} stays."
    )


@pytest.mark.usefixtures("made_up")
def test_a_lesson_that_nobody_wrote_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        lesson("99-nobody", "en")


def test_every_language_has_no_lesson_that_english_has_not() -> None:
    known = {f"{lesson_id}.md" for lesson_id in lesson_ids()}
    for code in available():
        folder = shared_folder("lessons") / code
        assert {path.name for path in folder.glob("[0-9]*.md")} <= known


def test_every_service_has_its_window_its_source_and_how_sure_it_is() -> None:
    windows = recovery_windows()
    assert len(windows) >= 8
    assert len({window.service for window in windows}) == len(windows)
    for window in windows:
        assert window.sure in ("official", "press", "unknown")
        assert (window.days is None) == (window.sure == "unknown")
        assert window.days is None or (0 < window.days <= 366 and window.source)


def test_a_service_is_called_as_its_app_calls_itself_in_the_language_in_use() -> None:
    with speaking("ko"):
        korean = {window.service for window in recovery_windows()}
    with speaking("en"):
        english = {window.service for window in recovery_windows()}
    assert {"Google 포토", "Dropbox"} <= korean
    assert {"Google Photos", "Dropbox"} <= english


def test_every_condition_is_in_three_languages() -> None:
    for window in recovery_windows():
        assert set(window.conditions) >= set(FORMAT_LOCALES)
        assert len({window.conditions[code] for code in FORMAT_LOCALES}) == 3


def test_no_window_was_last_read_more_than_a_year_ago() -> None:
    for window in recovery_windows():
        read = date.fromisoformat(window.checked_on)
        assert date.today() - read <= timedelta(days=365), "read the sources again"
        assert read <= date.today() + timedelta(days=1)


@ALL
def test_a_window_is_told_as_often_about_and_never_as_a_promise(code: str) -> None:
    with speaking(code):
        for window in recovery_windows():
            line = window_line(window)
            assert line.startswith(window.service) and "{" not in line
            assert window.days is None or str(window.days) in line
        told = checked_line()
    assert recovery_windows()[0].checked_on[:4] in told


def test_the_words_often_and_about_are_there() -> None:
    for window in recovery_windows():
        assert window.days is None or "often about" in window_line(window)
