"""What the wizard itself takes on the command line, and `practice` and `reset`, which begin it on practice photos."""

from __future__ import annotations

import argparse
from pathlib import Path

from wizard.commands import starting
from wizard.commands.options import Run, folder_argument, folder_word, parser_for, photo_folder
from wizard.journey import StepName
from wizard.language.catalogs import _


def wizard_parser(commands: str) -> argparse.ArgumentParser:
    """Of the program without a command; `commands` tells at the end of its help what others there are."""
    parser = _parser("", _("Tidy photos that look alike, without losing one."), starting.wizard)
    parser.epilog = commands
    photo_folder(parser, nargs="?")
    return parser


def practice_parser(about: str) -> argparse.ArgumentParser:
    """Of `practice`."""
    parser = _parser("practice", about, starting.practice)
    folder_argument(parser, _("an empty or new folder for the practice photos"), nargs="?")
    parser.add_argument(
        "--step",
        choices=[str(step.number) for step in StepName],
        default=str(StepName.CHOOSE.number),
        metavar="1-7",
        help=_("begin at this step, with all that comes before it done by the program"),
    )
    _collecting(parser)
    return parser


def reset_parser(about: str) -> argparse.ArgumentParser:
    """Of `reset`."""
    parser = _parser("reset", about, starting.reset)
    folder_argument(parser, _("the folder used for practice"), nargs="?")
    _collecting(parser)
    return parser


def _parser(usage: str, about: str, run: Run) -> argparse.ArgumentParser:
    parser = parser_for(usage, about, run)
    parser.add_argument(
        "--plain",
        action="store_true",
        help=_("questions and answers line by line, for screen readers"),
    )
    parser.add_argument(
        "--blocks",
        action="store_true",
        help=_("draw photos with blocks, even where the window can show them sharp"),
    )
    return parser


def _collecting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--summary",
        type=Path,
        metavar=folder_word(),
        help=_("ask learners at the end if they may be counted; keep what they allow here"),
    )
