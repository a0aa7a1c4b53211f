"""The lessons as files: found, split into front matter and text, ready to be shown beside a step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from wizard.journey import StepName
from wizard.language.catalogs import SOURCE_LANGUAGE
from wizard.places import shared_folder

LESSONS = {
    StepName.WELCOME: "00-welcome",
    StepName.CHOOSE: "09-phone-cloud-and-library-apps",
    StepName.BACK_UP: "01-back-up",
    StepName.LOOK: "02-look-alikes",
    StepName.REVIEW: "03-review-folder",
    StepName.INSPECT: "04-inspect",
    StepName.FINISH: "05-after-the-workshop",
}
"""Which lesson stands beside each step."""
ALREADY_LOST = "06-already-lost-photos"
CLOUD_AND_APPS = "09-phone-cloud-and-library-apps"

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_SECTION_ID = re.compile(r"[ \t]*\{#[\w-]+\}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Lesson:
    """One lesson in one language. `text` is Markdown without front matter and section ids."""

    id: str
    language: str
    title: str
    text: str
    path: Path


def lesson(lesson_id: str, language: str) -> Lesson:
    """The lesson, or the English one where this language has none yet. Raises FileNotFoundError."""
    for spoken in (language, SOURCE_LANGUAGE):
        path = shared_folder("lessons") / spoken / f"{lesson_id}.md"
        if path.is_file():
            return _read(path, lesson_id, spoken)
    raise FileNotFoundError(lesson_id)


def lesson_ids() -> list[str]:
    """Every lesson that there is in English, in order."""
    return sorted(path.stem for path in (shared_folder("lessons") / SOURCE_LANGUAGE).glob("*.md"))


def _read(path: Path, lesson_id: str, language: str) -> Lesson:
    written = path.read_text(encoding="utf-8")
    front = _FRONT_MATTER.match(written)
    facts = dict(
        line.split(":", 1) for line in (front.group(1) if front else "").splitlines() if ":" in line
    )
    text = written[front.end() :] if front else written
    return Lesson(
        lesson_id,
        language,
        facts.get("title", lesson_id).strip().strip('"'),
        _SECTION_ID.sub("", text).strip() + "\n",
        path,
    )
