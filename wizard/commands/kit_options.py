"""What `kit` takes on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from wizard.commands import making_a_kit
from wizard.commands.options import bare_parser, folder_argument, folder_word
from wizard.language.catalogs import _, available
from wizard.language.names import show_name


def kit_parser(about: str) -> argparse.ArgumentParser:
    """Of `kit`, whose --lang takes several."""
    parser = bare_parser("kit", about, making_a_kit.kit)
    parser.add_argument(
        "--lang",
        type=_languages,
        metavar=",".join(available()),
        help=_("the languages of lessons and guide in the kit; the first one is spoken"),
    )
    folder_argument(parser, _("an empty or new folder for the kit"))
    _add_other_computers(parser)
    return parser


def _add_other_computers(parser: argparse.ArgumentParser) -> None:
    from wizard.teaching.kit.targets import PYTHONS, SYSTEMS  # draws pictures: not for every start

    parser.add_argument(
        "--for",
        dest="systems",
        type=partial(_several_of, tuple(SYSTEMS)),
        default=[],
        metavar=",".join(SYSTEMS),
        help=_("for other computers too; asks before anything is fetched from the internet"),
    )
    parser.add_argument(
        "--python",
        type=partial(_several_of, PYTHONS),
        default=list(PYTHONS),
        metavar=",".join(PYTHONS),
        help=_("the Pythons of the other computers"),
    )
    parser.add_argument(
        "--python-for-windows",
        type=Path,
        metavar="ZIP",
        help=_("the embeddable Python for 64-bit Windows, as python.org has it"),
    )
    parser.add_argument(
        "--wheels",
        type=Path,
        metavar=folder_word(),
        help=_("take the libraries of other computers from this folder, without internet"),
    )
    parser.add_argument("--yes", action="store_true", help=_("fetch without asking"))


def _several_of(known: Sequence[str], words: str) -> list[str]:
    """Words from a list such as windows,macos. Raises ArgumentTypeError."""
    for word in words.split(","):
        if word not in known:
            # Translators: {word} is what was typed, {choices} such as windows, macos, linux
            text = _("“{word}” is not known here (choose from {choices})")
            told = text.format(word=show_name(word), choices=", ".join(known))
            raise argparse.ArgumentTypeError(told)
    return words.split(",")


def _languages(codes: str) -> list[str]:
    """Codes from a list such as en,es. Raises ArgumentTypeError."""
    for code in codes.split(","):
        if code not in available():
            choices = ", ".join(available())
            # Translators: {code} is what was typed, {choices} such as en, es, ko
            text = _("there is no language “{code}” (choose from {choices})")
            raise argparse.ArgumentTypeError(text.format(code=show_name(code), choices=choices))
    return codes.split(",")
