"""`put-back` puts photos from a review folder back where they were."""

from __future__ import annotations

import argparse
from contextlib import closing

from wizard.commands.terminal import NOT_WHOLE, complain, say
from wizard.language.catalogs import _, ngettext
from wizard.language.formats import number, size
from wizard.language.moves import files_back
from wizard.language.names import show_name
from wizard.language.sentences import PROBLEMS
from wizard.language.trash import how_to_restore, name_in_trash
from wizard.problems import KitError, Problem, ProblemKind
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_record import Item
from wizard.safekeeping.sent_files import whereabouts


def put_back(chosen: argparse.Namespace) -> int:
    """0 when everything asked for is back; 1 when a file could not go back. Without names: the list."""
    try:
        with closing(ReviewFolder(chosen.review_folder.absolute())) as review:
            if not chosen.all and not chosen.photos:
                return _list(review)
            return _put_back(review, *_wanted(review, chosen))
    except KitError as error:
        return complain(error)


def _wanted(review: ReviewFolder, chosen: argparse.Namespace) -> tuple[list[Item], list[Problem]]:
    """What is to go back, and why the rest cannot: it is not here, or in the computer's trash."""
    known = {name for item in review.items for name in (item.path, item.where)}
    known |= {name for each in review.sent for name in (each.item.path, each.name)}
    sent = [
        each for each in review.sent if chosen.all or {each.item.path, each.name} & {*chosen.photos}
    ]
    wanted = [
        item
        for item in review.items
        if chosen.all or item.path in chosen.photos or item.where in chosen.photos
    ]
    unknown = [name for name in chosen.photos if name not in known]
    problems = [Problem(name, ProblemKind.NOT_FOUND) for name in unknown]
    return wanted, [*problems, *(whereabouts(review.path, each) for each in sent)]


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
    for sent in review.sent:
        say(name_in_trash(sent))
    if review.sent:
        say(how_to_restore())
    return 0


def _put_back(review: ReviewFolder, wanted: list[Item], absent: list[Problem]) -> int:
    bundles = {item.bundle for item in wanted}
    going = [item for item in review.items if item.bundle in bundles]
    told = [problem for item in going if (problem := review.put_back(item)) is not None]
    stayed = [problem for problem in told if problem.kind is not ProblemKind.BACK_BUT_CHANGED]
    for problem in (*absent, *told):
        say(f"{show_name(problem.path)}: {PROBLEMS[problem.kind]()}")
    say(files_back(len(going) - len(stayed)))
    if any(problem.kind is ProblemKind.IN_TRASH for problem in absent):
        say(how_to_restore())
    return NOT_WHOLE if absent or stayed else 0
