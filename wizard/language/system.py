"""Which language to begin in: the one asked for, else the computer's, else English."""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Sequence

from wizard.language.catalogs import SOURCE_LANGUAGE, available

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def preferred_language(words: Sequence[str]) -> str:
    """The value of --lang among the words of the command line, else the computer's language."""
    for position, word in enumerate(words):
        asked = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang" and position + 1 < len(words):
            asked = words[position + 1]
        asked = asked.partition(",")[0]  # a kit has several; the first one is spoken
        if asked in available():
            return asked
    for name in [*(os.environ.get(variable, "") for variable in VARIABLES), _windows()]:
        region = re.split(r"[.@]", name)[0]
        for code in (region, region.split("_")[0].lower()):
            if code in available():
                return code
        if name:
            break
    return SOURCE_LANGUAGE


def _windows() -> str:
    """Windows has no such variables; Python knows the user's language there."""
    return (locale.getlocale()[0] or "")[:2] if os.name == "nt" else ""
