"""`put-back` puts photos from a review folder back where they were."""

from __future__ import annotations

import argparse
from pathlib import Path

from wizard.commands.terminal import NOT_WHOLE, complain, say
from wizard.language.catalogs import _, ngettext
from wizard.language.formats import number, size
from wizard.language.names import show_name
from wizard.language.sentences import PROBLEMS
from wizard.problems import KitError, Problem, ProblemKind
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_record import Item


def put_back(chosen: argparse.Namespace) -> int:
    """0 when everything asked for is back; 1 when a file could not go back. Without names: the list."""
    folder: Path = chosen.review_folder.absolute()
    try:
        review = ReviewFolder(folder)
    except KitError as error:
        return complain(error)
    try:
        if not chosen.all and not chosen.photos:
            return _list(review)
        return _put_back(review, *_wanted(review, chosen))
    except KitError as error:
        return complain(error)
    finally:
        review.close()


def _wanted(review: ReviewFolder, chosen: argparse.Namespace) -> tuple[list[Item], list[Problem]]:
    """What is to go back, and the names that stand for nothing here."""
    known = {name for item in review.items for name in (item.path, item.where)}
    wanted = [
        item
        for item in review.items
        if chosen.all or item.path in chosen.photos or item.where in chosen.photos
    ]
    unknown = [name for name in chosen.photos if name not in known]
    return wanted, [Problem(name, ProblemKind.NOT_FOUND) for name in unknown]


def _list(review: ReviewFolder) -> int:
    for item in review.items:
        say(f"{show_name(item.path)}  {size(item.bytes)}")
    count = len(review.items)
    say(
        ngettext("{n} file is set aside.", "{n} files are set aside.", count).format(
            n=number(count)
        )
    )
    if count:
        say(_("To put all of them back, add --all."))
    return 0


def _put_back(review: ReviewFolder, wanted: list[Item], unknown: list[Problem]) -> int:
    bundles = {item.bundle for item in wanted}
    going = [item for item in review.items if item.bundle in bundles]
    told = [problem for item in going if (problem := review.put_back(item)) is not None]
    stayed = [problem for problem in told if problem.kind is not ProblemKind.BACK_BUT_CHANGED]
    for problem in (*unknown, *told):
        say(f"{show_name(problem.path)}: {PROBLEMS[problem.kind]()}")
    back = len(going) - len(stayed)
    text = ngettext(
        "{n} file is back in its old place.", "{n} files are back in their old places.", back
    )
    say(text.format(n=number(back)))
    return NOT_WHOLE if unknown or stayed else 0
