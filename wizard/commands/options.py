"""What several commands take: the parser they begin with, and the folders they name."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from wizard.commands.help_in_cells import HelpInCells
from wizard.language.catalogs import _, available, pgettext
from wizard.places import APP_NAME

Run = Callable[[argparse.Namespace], int]


def parser_for(usage: str, description: str, run: Run) -> argparse.ArgumentParser:
    """A parser of one command, with --lang and --leave-no-trace."""
    parser = bare_parser(usage, description, run)
    parser.add_argument(
        "--lang",
        choices=available(),
        metavar="|".join(available()),
        help=_("the language of everything"),
    )
    return parser


def bare_parser(usage: str, description: str, run: Run) -> argparse.ArgumentParser:
    """The same without --lang."""
    parser = argparse.ArgumentParser(
        prog=f"{APP_NAME} {usage}".strip(),
        description=description,
        formatter_class=HelpInCells,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    parser.add_argument(
        "--leave-no-trace",
        action="store_true",
        help=_("keep nothing about you on this computer"),
    )
    return parser


def folder_word() -> str:
    """FOLDER, as the language says it."""
    # Translators: stands for a folder's path in the help of commands, in capitals where there are any
    return pgettext("placeholder", "FOLDER")


def folder_argument(
    parser: argparse.ArgumentParser, meaning: str, nargs: str | None = None
) -> None:
    """The argument `folder`, meaning this."""
    parser.add_argument("folder", nargs=nargs, type=Path, metavar=folder_word(), help=meaning)


def photo_folder(parser: argparse.ArgumentParser, nargs: str | None = None) -> None:
    """The argument that names the learner's photos."""
    folder_argument(parser, _("the folder with your photos"), nargs)


def review_folder(parser: argparse.ArgumentParser) -> None:
    """The argument that names a review folder."""
    parser.add_argument(
        "review_folder",
        type=Path,
        metavar=pgettext("placeholder", "REVIEW_FOLDER"),
        help=_("the review folder"),
    )
