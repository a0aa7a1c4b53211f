"""Lays the help of commands out by what a terminal draws: a Korean letter takes two cells, where argparse counts one."""

from __future__ import annotations

import argparse
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable

from wizard.language.catalogs import _

SECOND_CELL = "\0"
"""Stands after a wide letter while argparse counts, and is never shown."""
NAMED = re.compile(r"  \S+ +")
"""How a line of the list of commands begins."""


class HelpInCells(argparse.RawDescriptionHelpFormatter):
    """Columns stand straight and no line is longer than the window, in every language."""

    def format_help(self) -> str:
        """As it is shown."""
        return super().format_help().replace(SECOND_CELL, "")

    def _format_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None,
    ) -> str:
        return super()._format_usage(usage, actions, groups, _counted(prefix or _("usage: ")))

    def _metavar_formatter(
        self, action: argparse.Action, default_metavar: str
    ) -> Callable[[int], tuple[str, ...]]:
        names = super()._metavar_formatter(action, default_metavar)
        return lambda count: tuple(_counted(name) for name in names(count))

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Lines stay as they are; what is too long for the window goes on under its own text."""
        lines = []
        for line in map(_counted, text.splitlines()):
            named = NAMED.match(line)
            under = " " * (named.end() if named else 0)
            lines += textwrap.wrap(line, width, subsequent_indent=under) or [""]
        return "\n".join(lines)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return super()._split_lines(_counted(text), width)


def _counted(text: str) -> str:
    """As many letters as the text has cells."""
    return "".join(
        letter + SECOND_CELL if unicodedata.east_asian_width(letter) in "WF" else letter
        for letter in text
    )
