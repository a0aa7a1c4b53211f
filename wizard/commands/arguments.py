"""Reads the command line. Its help and its complaints are in the learner's language."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from wizard.commands import (
    backing_up,
    examining,
    handing_out,
    putting_back,
    starting,
    summarizing,
    trashing,
)
from wizard.commands.kit_options import kit_parser
from wizard.commands.options import (
    folder_argument,
    folder_word,
    parser_for,
    photo_folder,
    review_folder,
)
from wizard.commands.wizard_options import practice_parser, reset_parser, wizard_parser
from wizard.language.argparse_words import translate_argparse
from wizard.language.catalogs import _, pgettext

HAS_A_SCREEN = (starting.wizard, starting.practice, starting.reset)
"""What says on its first screen what the others say on standard error."""
OPTIONS_WITH_VALUE = (
    "--lang",
    "--json",
    "--backup",
    "--step",
    "--summary",
    "--for",
    "--python",
    "--python-for-windows",
    "--wheels",
)


def parse(words: Sequence[str]) -> argparse.Namespace:
    """What is to be done, with `run` to do it. Exits with 2 and a sentence on wrong usage."""
    translate_argparse()
    command, rest = split_command(words)
    if command is None:
        about = [f"  {name:<9} {about()}" for name, about in ABOUT.items()]
        return wizard_parser(_("Commands:") + "\n" + "\n".join(about)).parse_args(rest)
    return COMMANDS[command]().parse_args(rest)


def split_command(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """The first word that is no option is a command if it names one; a folder of that name is ./scan."""
    skip = False
    for position, word in enumerate(words):
        if skip or word.startswith("-"):
            skip = not skip and word in OPTIONS_WITH_VALUE
        elif word in COMMANDS:
            return word, [*words[:position], *words[position + 1 :]]
        else:
            break
    return None, list(words)


def _summary() -> argparse.ArgumentParser:
    parser = parser_for("summary", ABOUT["summary"](), summarizing.summary)
    parser.add_argument(
        "folders",
        nargs="+",
        type=Path,
        metavar=folder_word(),
        help=_("folders of --summary; the page goes into the first one"),
    )
    return parser


def _backup() -> argparse.ArgumentParser:
    parser = parser_for("backup", ABOUT["backup"](), backing_up.backup)
    photo_folder(parser)
    parser.add_argument(
        "destination",
        type=Path,
        metavar=pgettext("placeholder", "DESTINATION"),
        help=_("the folder of the backup; it is made"),
    )
    return parser


def _check() -> argparse.ArgumentParser:
    parser = parser_for("check", ABOUT["check"](), backing_up.check)
    parser.add_argument(
        "backup",
        type=Path,
        metavar=pgettext("placeholder", "BACKUP"),
        help=_("the folder of the backup"),
    )
    return parser


def _scan() -> argparse.ArgumentParser:
    from wizard.commands import scanning  # compares photos with numpy: not for every start

    description = (
        ABOUT["scan"]()
        + "\n\n"
        + _(
            "The percent compares two 64-bit picture codes: 100 x (1 - bits that differ / 64). "
            "More than 90 means at most 6 bits differ. It is a reason to look, never a verdict. "
            "Other programs count differently."
        )
    )
    parser = parser_for("scan", description, scanning.scan_folder)
    photo_folder(parser)
    parser.add_argument(
        "--json",
        type=Path,
        metavar=pgettext("placeholder", "FILE"),
        help=_("write a report for other programs; - for the screen"),
    )
    return parser


def _put_back() -> argparse.ArgumentParser:
    parser = parser_for("put-back", ABOUT["put-back"](), putting_back.put_back)
    review_folder(parser)
    parser.add_argument(
        "photos",
        nargs="*",
        default=[],
        metavar=pgettext("placeholder", "PHOTO"),
        help=_("photos to put back, as the list names them"),
    )
    parser.add_argument("--all", action="store_true", help=_("put everything back"))
    return parser


def _doctor() -> argparse.ArgumentParser:
    return parser_for("doctor", ABOUT["doctor"](), examining.doctor)


def _trash() -> argparse.ArgumentParser:
    parser = parser_for("trash", ABOUT["trash"](), trashing.trash)
    review_folder(parser)
    parser.add_argument(
        "--backup",
        type=Path,
        metavar=folder_word(),
        help=_("the folder of the backup, if it is not found by itself"),
    )
    parser.add_argument("--yes", action="store_true", help=_("send them; without it nothing moves"))
    return parser


def _handouts() -> argparse.ArgumentParser:
    parser = parser_for("handouts", ABOUT["handouts"](), handing_out.handouts)
    folder_argument(parser, _("an empty or new folder for the pages, or the one of last time"))
    return parser


ABOUT: dict[str, Callable[[], str]] = {
    "practice": lambda: _("The wizard on freshly made practice photos."),
    "reset": lambda: _("Fresh practice photos and the first screen, for the next group."),
    "backup": lambda: _("Make or continue a backup, and read every copy back."),
    "check": lambda: _("Read a backup back and compare."),
    "scan": lambda: _("List the groups of photos that look alike."),
    "put-back": lambda: _("Put photos back where they were."),
    "kit": lambda: _("Write a folder for a USB stick that holds a whole workshop."),
    "doctor": lambda: _("Is this computer ready for a workshop?"),
    "trash": lambda: _("On a later day: send what was set aside to the computer's trash."),
    "summary": lambda: _("What a workshop's learners let be counted, as one page for a report."),
    "handouts": lambda: _("Lessons and guide as pages to read and to print."),
}
COMMANDS: dict[str, Callable[[], argparse.ArgumentParser]] = {
    "practice": lambda: practice_parser(ABOUT["practice"]()),
    "reset": lambda: reset_parser(ABOUT["reset"]()),
    "backup": _backup,
    "check": _check,
    "scan": _scan,
    "put-back": _put_back,
    "kit": lambda: kit_parser(ABOUT["kit"]()),
    "doctor": _doctor,
    "trash": _trash,
    "summary": _summary,
    "handouts": _handouts,
}
