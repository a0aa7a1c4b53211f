"""The facilitator's guide by blocks: each step has one in every language, and their minutes add up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import file
from wizard.journey import StepName
from wizard.language.agendas import clock_line
from wizard.language.catalogs import available, speaking
from wizard.teaching import agenda
from wizard.teaching.agenda import BLOCKS, block_for, blocks, when_late

GUIDE = """---
id: 01-sixty-minutes
---

# A workshop {#title}

## Before {#before}

Come early.

## Welcome, 2 of us: 5 minutes {#block-welcome}

Say hello.

## Back up: 10 minutes {#block-back-up}

**Say.** "Hold the stick."

## When you are late {#late}

Skip the small drive.
"""


@pytest.fixture
def small_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A guide in English only."""
    file(tmp_path / "en/01-sixty-minutes.md", GUIDE)
    monkeypatch.setattr(agenda, "shared_folder", lambda _name: tmp_path)
    yield tmp_path


def test_a_step_has_its_block_with_its_minutes(small_guide: Path) -> None:
    block = block_for(StepName.BACK_UP, "en")
    assert block is not None
    assert (block.title, block.minutes, block.begins, block.ends) == (
        "Back up: 10 minutes",
        10,
        5,
        15,
    )
    assert block.text == '**Say.** "Hold the stick."'


def test_a_step_without_a_block_has_none_and_english_stands_in(small_guide: Path) -> None:
    assert block_for(StepName.LOOK, "ko") is None
    assert "Skip the small drive." in when_late("ko")


def test_every_language_has_the_same_blocks_and_minutes() -> None:
    english = [(block.id, block.minutes) for block in blocks("en")]
    for code in available():
        assert [(block.id, block.minutes) for block in blocks(code)] == english


def test_a_guide_that_has_blocks_has_one_for_every_step() -> None:
    for code in available():
        here = {block.id for block in blocks(code) if block.id.startswith("block-")}
        assert not here or set(BLOCKS.values()) <= here


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (6, "9 minutes are left."),
        (14, "1 minute is left."),
        (15, "0 minutes are left."),
        (20, "5 minutes late."),
    ],
)
def test_the_clock_says_how_late_it_is(now: int, said: str) -> None:
    with speaking("en"):
        line = clock_line(now, 5, 15)
    assert line.startswith(f"Minute {now}. Planned for this step: minute 5 to 15.")
    assert line.endswith(said)
