"""The facilitator's guide by blocks: which one belongs to the step on the screen, how long it takes, when it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from wizard.journey import StepName
from wizard.language.catalogs import SOURCE_LANGUAGE
from wizard.places import shared_folder

GUIDE = "01-sixty-minutes.md"
BLOCKS = {
    StepName.WELCOME: "block-welcome",
    StepName.CHOOSE: "block-start",
    StepName.BACK_UP: "block-back-up",
    StepName.LOOK: "block-look",
    StepName.REVIEW: "block-review",
    StepName.INSPECT: "block-inspect",
    StepName.FINISH: "block-put-back",
}
"""The ids of the guide's sections, the same in every language."""
SNAGS_AND_LATE = ("snags", "late")
_SECTION = re.compile(r"^## (?P<title>.*?)[ \t]*\{#(?P<id>[\w-]+)\}[ \t]*$", re.MULTILINE)
_MINUTES = re.compile(r"\d+")


@dataclass(frozen=True)
class Block:
    """One part of the workshop. `begins` and `minutes` count from the first minute; 0 where none are given."""

    id: str
    title: str
    text: str
    minutes: int
    begins: int

    @property
    def ends(self) -> int:
        """The minute at which the next block should begin."""
        return self.begins + self.minutes


def blocks(language: str) -> tuple[Block, ...]:
    """Every section of the guide in its order, in English where the language has none. Raises FileNotFoundError."""
    for spoken in (language, SOURCE_LANGUAGE):
        path = _path(spoken)
        if path.is_file():
            return _blocks_of(path.read_text(encoding="utf-8"))
    raise FileNotFoundError(GUIDE)


def in_english(language: str) -> bool:
    """True where this language has no guide yet, so that the English one is read."""
    return language != SOURCE_LANGUAGE and not _path(language).is_file()


def block_for(step: StepName, language: str) -> Block | None:
    """The block of a step, or None where the guide has none of its own."""
    return next((block for block in blocks(language) if block.id == BLOCKS[step]), None)


def when_late(language: str) -> str:
    """What the guide says for every block: snags, and what to skip."""
    found = [block for block in blocks(language) if block.id in SNAGS_AND_LATE]
    return "\n\n".join(f"## {block.title}\n\n{block.text}" for block in found)


def _path(language: str) -> Path:
    return shared_folder("facilitator_guide") / language / GUIDE


def _blocks_of(written: str) -> tuple[Block, ...]:
    found: list[Block] = []
    begins = 0
    heads = list(_SECTION.finditer(written))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        text = written[head.end() : following.start() if following else None].strip()
        minutes = _minutes(head["title"]) if head["id"].startswith("block-") else 0
        found.append(Block(head["id"], head["title"], text, minutes, begins))
        begins += minutes
    return tuple(found)


def _minutes(title: str) -> int:
    """The last number of a title such as “Back up: 10 minutes”."""
    numbers = _MINUTES.findall(title)
    return int(numbers[-1]) if numbers else 0
