"""Made-up lessons in a folder of their own, for tests of what is done with texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import file
from wizard.teaching import documents
from wizard.teaching.checks import LESSON_SECTIONS

FRONT = "---\nid: {name}\ntitle: {title}\nteaching_minutes: 5\nwizard_step: none\n---\n\n"


def lesson_text(name: str, title: str = "Made up", **texts: str) -> str:
    """A whole lesson; `texts` by section id in the place of a sentence."""
    written = FRONT.format(name=name, title=title) + f"# {title} {{#title}}\n\n"
    for section in LESSON_SECTIONS[1:]:
        written += f"## About {section} {{#{section}}}\n\n{texts.get(section, 'A sentence.')}\n\n"
    return written


def use_texts_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on lessons and guide are read from this folder."""
    monkeypatch.setattr(documents, "shared_folder", lambda name: folder / name)


def write_lesson(folder: Path, language: str, name: str, **texts: str) -> Path:
    """A lesson file; `whole` is its text where it is not to be a whole lesson."""
    written = texts.pop("whole", None) or lesson_text(name, **texts)
    return file(folder / "lessons" / language / f"{name}.md", written)
