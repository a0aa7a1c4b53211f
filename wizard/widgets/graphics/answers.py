"""What the terminal says about itself, taken out of what comes in, so that it is not mistaken for keys. Pure.

The answers look like what keys send: "Esc [ ? 6 4 ; 4 c". Whatever is none of them is passed on, letter
for letter and in order. An answer that arrives in two pieces is waited for, but not longer than a key may.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SECONDS_FOR_THE_REST = 0.1
"""As long as Textual waits before an Esc is the key and no beginning."""


@dataclass(frozen=True)
class Attributes:
    """The last of the first answers: every terminal gives it. 4 among `numbers` means Sixel (xterm's ctlseqs, DA1)."""

    numbers: tuple[int, ...]


@dataclass(frozen=True)
class SpeaksKitty:
    """It draws pictures by Kitty's protocol."""


@dataclass(frozen=True)
class Colours:
    """With so many colours Sixel pictures are drawn."""

    count: int


@dataclass(frozen=True)
class LargestPicture:
    """In dots."""

    width: int
    height: int


Answer = Attributes | SpeaksKitty | Colours | LargestPicture

ANSWER = re.compile(
    r"\x1b\[\?(?P<attributes>[\d;]+)c"
    r"|\x1b_G(?P<kitty>[^\x1b]*)\x1b\\"
    r"|\x1b\[\?1;0;(?P<colours>\d+)S"
    r"|\x1b\[\?2;0;(?P<width>\d+);(?P<height>\d+)S"
    r"|\x1b\[\?[12];[1-3][\d;]*S"  # it knows no such thing, and says so
)
BEGUN = re.compile(r"\x1b(\[(\?[\d;]*)?|_(G[^\x1b]*\x1b?)?)?\Z")
"""What could become an answer."""


class Answers:
    """Stands between the terminal and the keys."""

    def __init__(self) -> None:
        self._kept = ""
        self._since = 0.0
        self._expected = True

    def parted(self, text: str, now: float) -> tuple[str, list[Answer]]:
        """What came in at `now` (seconds) as keys for whoever reads them, and the answers that were among them."""
        if not text:
            return "", []
        text, self._kept = self._kept + text, ""
        found = [answer for match in ANSWER.finditer(text) if (answer := _answer(match))]
        keys = ANSWER.sub("", text)
        if any(isinstance(answer, Attributes) for answer in found):
            self._expected = False
        begun = BEGUN.search(keys)
        # After the answers a single Esc is a key, which must not wait.
        if begun and (self._expected or len(begun.group()) > len("\x1b[")):
            keys, self._kept, self._since = keys[: begun.start()], begun.group(), now
        return keys, found

    def overdue(self, now: float) -> str:
        """What was kept back and became no answer."""
        if not self._kept or now - self._since < SECONDS_FOR_THE_REST:
            return ""
        kept, self._kept = self._kept, ""
        return kept


def _answer(match: re.Match[str]) -> Answer | None:
    if match["attributes"]:
        return Attributes(tuple(int(each) for each in match["attributes"].split(";") if each))
    if match["kitty"] is not None:
        return SpeaksKitty() if match["kitty"].endswith(";OK") else None
    if match["colours"]:
        return Colours(int(match["colours"]))
    if match["width"]:
        return LargestPicture(int(match["width"]), int(match["height"]))
    return None
