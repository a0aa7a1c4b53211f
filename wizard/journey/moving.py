"""Decisions become moves: each photo with its companions and the proof that a checked copy of it exists."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wizard.journey.inspection import Decided, Inspection
from wizard.photos.companions import claims, companions
from wizard.photos.library import File
from wizard.problems import Problem, ProblemKind
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_record import Item
from wizard.safekeeping.setting_aside import Bundle, Leaving, Staying


@dataclass(frozen=True)
class MoveResult:
    """How many photos (with companions: files) were set aside, and which could not be."""

    photos: int
    files: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class PutBackResult:
    """How many files went back, and what is to be said of some: they could not, or had changed."""

    files: int
    problems: tuple[Problem, ...]


def paths_set_aside(review: ReviewFolder | None) -> frozenset[str]:
    """Where photos were that are in the review folder or in the trash now, relative to the photo folder."""
    if review is None:
        return frozenset()
    sent = frozenset(sent.item.path for sent in review.sent)
    return sent | {item.path for item in review.items}


def move_decided(
    inspection: Inspection, review: ReviewFolder, copies: CheckedCopies, library: Iterable[File]
) -> MoveResult:
    """Sets aside what was decided, photo by photo. Raises DriveFull, DriveGone, NotWritable.

    A photo that changed, or has no checked copy, stays and becomes a Problem. A companion of two
    photos (of all files of the `library`) leaves with the last of them.
    """
    owners = claims(companions(library))
    photos, files, problems = 0, 0, list[Problem]()
    for decided in inspection.decided:
        own = [
            path
            for path in decided.photo.companions
            if not any(
                os.path.lexists(review.photos / other)
                for other in owners.get(path, frozenset()) - {decided.photo.path}
            )
        ]
        bundle, missing = _bundle(decided, own, copies)
        found = missing or review.set_aside(bundle)
        problems += found
        if not found:
            photos, files = photos + 1, files + len(bundle.leaving)
        inspection.forget([decided.photo.path])
    return MoveResult(photos, files, tuple(problems))


def put_back(review: ReviewFolder, items: Sequence[Item]) -> PutBackResult:
    """Puts files back where they were, their companions with them. Raises DriveFull, DriveGone, NotWritable."""
    wanted = {item.bundle for item in items}
    going = [item for item in review.items if item.bundle in wanted]
    going += _companions_elsewhere(review, going)
    problems = [problem for item in going if (problem := review.put_back(item)) is not None]
    stayed = sum(problem.kind is not ProblemKind.BACK_BUT_CHANGED for problem in problems)
    return PutBackResult(len(going) - stayed, tuple(problems))


def _companions_elsewhere(review: ReviewFolder, going: Sequence[Item]) -> list[Item]:
    """What belongs to a photo that goes back, and left later, with another photo that it belongs to too."""
    files = [File(item.path, item.bytes, item.modified_ns, (0, 0)) for item in review.items]
    found = companions(files)
    wanted = {file.path for item in going for file in found.get(item.path, ())}
    return [item for item in review.items if item.path in wanted and item not in going]


def _bundle(
    decided: Decided, own: Sequence[str], copies: CheckedCopies
) -> tuple[Bundle, list[Problem]]:
    """The photo with its own companions and their checked copies; a problem for each copy that is missing."""
    photo = decided.photo
    found = {photo.path: copies.of_digest(photo.sha256)}
    found |= {path: copies.of_path(path) for path in own}
    leaving = tuple(Leaving(path, copy.sha256, copy) for path, copy in found.items() if copy)
    missing = [
        Problem(path, ProblemKind.MISSING_FROM_BACKUP) for path, copy in found.items() if not copy
    ]
    staying = Staying(decided.stays.path, decided.stays.sha256, decided.seen_at)
    return Bundle(leaving, staying), missing
