"""A lesson as lines to be read aloud: the same text, without the marks of its form."""

from __future__ import annotations

import re

from wizard.language.catalogs import language
from wizard.teaching.lessons import lesson

IMAGE_OR_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"^(#+|>)\s+|\*\*|`|(?<!\w)_|_(?!\w)", re.MULTILINE)
TABLE_RULE = re.compile(r"^\|?[\s:|-]+\|[\s:|-]*$")
COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)


def lesson_lines(lesson_id: str) -> list[str]:
    """The lesson's title and text. A picture is its description, a table row its cells."""
    written = lesson(lesson_id, language())
    text = IMAGE_OR_LINK.sub(r"\1", COMMENT.sub("", written.text))
    lines = [_cells(line) for line in MARKS.sub("", text).splitlines() if not _is_rule(line)]
    return [written.title, "", *lines, ""]


def _is_rule(line: str) -> bool:
    return line.startswith("|") and TABLE_RULE.match(line) is not None


def _cells(line: str) -> str:
    if not line.startswith("|"):
        return line
    return "; ".join(cell.strip() for cell in line.strip("|").split("|"))
