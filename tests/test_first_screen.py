"""The first screen waits for nothing that only a later one needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEFORE_THE_FIRST_SCREEN = """
import asyncio, sys, tempfile
from pathlib import Path
import wizard.cli
from wizard.app import WizardApp
from wizard.places import within

async def until_the_first_screen():
    with tempfile.TemporaryDirectory() as home:
        async with WizardApp(within(Path(home))).run_test(size=(80, 24)):
            print(*sys.modules)

asyncio.run(until_the_first_screen())
"""
LATER = {
    "PIL.ImageFont": "numbers on frames, drawn by dots",
    "imagehash": "a test's measure of the hash, not the program's",
    "markdown": "pages to print",
    "markdown_it": "lessons beside a step",
    "numpy": "comparing and drawing photos",
    "pillow_heif": "reading HEIC",
    "pygments": "lessons beside a step",
    "scipy": "groups",
    "send2trash": "the system's trash",
    "wizard.likeness": "comparing photos",
    "wizard.pages.compare": "the compare page",
    "wizard.teaching.handouts": "pages to print",
    "wizard.teaching.practice": "practice photos",
}


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The modules that are there when the languages can be read."""
    words = [sys.executable, "-c", BEFORE_THE_FIRST_SCREEN]
    told = subprocess.run(words, check=True, capture_output=True, text=True)
    return set(told.stdout.split())


@pytest.mark.parametrize("module", LATER, ids=lambda module: f"{module}: {LATER[module]}")
def test_what_is_needed_later_is_imported_later(imported: set[str], module: str) -> None:
    assert "textual" in imported
    assert module not in imported
