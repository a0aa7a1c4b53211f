"""Reads the command line. Its help and its complaints are in the learner's language."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from wizard.commands import (
    backing_up,
    examining,
    handing_out,
    making_a_kit,
    putting_back,
    scanning,
    starting,
    summarizing,
    trashing,
)
from wizard.journey import StepName
from wizard.language.argparse_words import translate_argparse
from wizard.language.catalogs import _, available, pgettext
from wizard.language.names import show_name
from wizard.places import APP_NAME

Run = Callable[[argparse.Namespace], int]
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
        return _wizard().parse_args(rest)
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


def _parser(usage: str, description: str, run: Run) -> argparse.ArgumentParser:
    parser = _bare_parser(usage, description, run)
    parser.add_argument(
        "--lang",
        choices=available(),
        metavar="|".join(available()),
        help=_("the language of everything"),
    )
    return parser


def _bare_parser(usage: str, description: str, run: Run) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{APP_NAME} {usage}".strip(),
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    parser.add_argument(
        "--leave-no-trace",
        action="store_true",
        help=_("keep nothing about you on this computer"),
    )
    return parser


def _folder() -> str:
    # Translators: stands for a folder's path in the help of commands, in capitals where there are any
    return pgettext("placeholder", "FOLDER")


def _folder_argument(
    parser: argparse.ArgumentParser, meaning: str, nargs: str | None = None
) -> None:
    parser.add_argument("folder", nargs=nargs, type=Path, metavar=_folder(), help=meaning)


def _photo_folder(parser: argparse.ArgumentParser, nargs: str | None = None) -> None:
    _folder_argument(parser, _("the folder with your photos"), nargs)


def _review_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "review_folder",
        type=Path,
        metavar=pgettext("placeholder", "REVIEW_FOLDER"),
        help=_("the review folder"),
    )


def _wizard_parser(usage: str, description: str, run: Run) -> argparse.ArgumentParser:
    parser = _parser(usage, description, run)
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


def _wizard() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:<9} {about()}" for name, about in ABOUT.items())
    parser = _wizard_parser(
        "", _("Tidy photos that look alike, without losing one."), starting.wizard
    )
    parser.epilog = _("Commands:") + "\n" + commands
    _photo_folder(parser, nargs="?")
    return parser


def _practice() -> argparse.ArgumentParser:
    parser = _wizard_parser("practice", ABOUT["practice"](), starting.practice)
    _folder_argument(parser, _("an empty or new folder for the practice photos"), nargs="?")
    parser.add_argument(
        "--step",
        choices=[str(step.number) for step in StepName],
        default=str(StepName.CHOOSE.number),
        metavar="1-7",
        help=_("begin at this step, with all that comes before it done by the program"),
    )
    _collecting(parser)
    return parser


def _reset() -> argparse.ArgumentParser:
    parser = _wizard_parser("reset", ABOUT["reset"](), starting.reset)
    _folder_argument(parser, _("the folder used for practice"), nargs="?")
    _collecting(parser)
    return parser


def _collecting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--summary",
        type=Path,
        metavar=_folder(),
        help=_("ask learners at the end if they may be counted; keep what they allow here"),
    )


def _summary() -> argparse.ArgumentParser:
    parser = _parser("summary", ABOUT["summary"](), summarizing.summary)
    parser.add_argument(
        "folders",
        nargs="+",
        type=Path,
        metavar=_folder(),
        help=_("folders of --summary; the page goes into the first one"),
    )
    return parser


def _backup() -> argparse.ArgumentParser:
    parser = _parser("backup", ABOUT["backup"](), backing_up.backup)
    _photo_folder(parser)
    parser.add_argument(
        "destination",
        type=Path,
        metavar=pgettext("placeholder", "DESTINATION"),
        help=_("the folder of the backup; it is made"),
    )
    return parser


def _check() -> argparse.ArgumentParser:
    parser = _parser("check", ABOUT["check"](), backing_up.check)
    parser.add_argument(
        "backup",
        type=Path,
        metavar=pgettext("placeholder", "BACKUP"),
        help=_("the folder of the backup"),
    )
    return parser


def _scan() -> argparse.ArgumentParser:
    description = (
        ABOUT["scan"]()
        + "\n\n"
        + _(
            "The percent compares two 64-bit picture codes: 100 x (1 - bits that differ / 64). "
            "More than 90 means\nat most 6 bits differ. It is a reason to look, never a verdict. "
            "Other programs count differently."
        )
    )
    parser = _parser("scan", description, scanning.scan_folder)
    _photo_folder(parser)
    parser.add_argument(
        "--json",
        type=Path,
        metavar=pgettext("placeholder", "FILE"),
        help=_("write a report for other programs; - for the screen"),
    )
    return parser


def _put_back() -> argparse.ArgumentParser:
    parser = _parser("put-back", ABOUT["put-back"](), putting_back.put_back)
    _review_folder(parser)
    parser.add_argument(
        "photos",
        nargs="*",
        default=[],
        metavar=pgettext("placeholder", "PHOTO"),
        help=_("photos to put back, as the list names them"),
    )
    parser.add_argument("--all", action="store_true", help=_("put everything back"))
    return parser


def _kit() -> argparse.ArgumentParser:
    from wizard.teaching.kit.targets import PYTHONS, SYSTEMS  # draws pictures: not for every start

    parser = _bare_parser("kit", ABOUT["kit"](), making_a_kit.kit)
    parser.add_argument(
        "--lang",
        type=_languages,
        metavar=",".join(available()),
        help=_("the languages of lessons and guide in the kit; the first one is spoken"),
    )
    _folder_argument(parser, _("an empty or new folder for the kit"))
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
        metavar=_folder(),
        help=_("take the libraries of other computers from this folder, without internet"),
    )
    parser.add_argument("--yes", action="store_true", help=_("fetch without asking"))
    return parser


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


def _doctor() -> argparse.ArgumentParser:
    return _parser("doctor", ABOUT["doctor"](), examining.doctor)


def _trash() -> argparse.ArgumentParser:
    parser = _parser("trash", ABOUT["trash"](), trashing.trash)
    _review_folder(parser)
    parser.add_argument(
        "--backup",
        type=Path,
        metavar=_folder(),
        help=_("the folder of the backup, if it is not found by itself"),
    )
    parser.add_argument("--yes", action="store_true", help=_("send them; without it nothing moves"))
    return parser


def _handouts() -> argparse.ArgumentParser:
    parser = _parser("handouts", ABOUT["handouts"](), handing_out.handouts)
    _folder_argument(parser, _("an empty or new folder for the pages, or the one of last time"))
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
    "practice": _practice,
    "reset": _reset,
    "backup": _backup,
    "check": _check,
    "scan": _scan,
    "put-back": _put_back,
    "kit": _kit,
    "doctor": _doctor,
    "trash": _trash,
    "summary": _summary,
    "handouts": _handouts,
}
