"""A copy the learner made earlier: read whole and matched by digest. What matches counts as checked."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from threading import Event

from wizard.long_work import Progress, Report, nobody_listens, stop_if_asked
from wizard.photos.library import File, Library, problem_of, walk
from wizard.problems import NotWritable, Problem, ProblemKind
from wizard.safekeeping import disk
from wizard.safekeeping.backup import BackupResult, keep_apart
from wizard.safekeeping.checked import CheckedCopies


def match(
    library: Library,
    copy: Path,
    record: Path,
    *,
    stop: Event | None = None,
    progress: Report = nobody_listens,
) -> tuple[CheckedCopies, BackupResult]:
    """Looks in the folder `copy` for each file of the library, whatever its name there.

    The outcome is recorded in the folder `record` on the same drive, which is made. Files without
    an equal one are problems of kind MISSING_FROM_BACKUP. Raises Stopped, OneInsideTheOther,
    FolderMissing, NotWritable, DriveGone, DriveFull.
    """
    keep_apart(library.folder, copy)
    there = walk(copy, stop=stop)
    try:
        disk.make_folders(record)
        copies = CheckedCopies(record, copy)
        problems = _match(library, there, copies, stop, progress)
    except OSError as error:
        raise disk.told_as(error, copy) or NotWritable(record) from error
    matched = len(library.files) - len(problems)
    missing = {problem.path for problem in problems}
    size = sum(file.bytes for file in library.files if file.path not in missing)
    return copies, BackupResult(
        seen=len(library.files) + len(library.problems) + len(library.skipped),
        checked=matched,
        copied=0,
        bytes=size,
        skipped=library.skipped,
        problems=(*library.problems, *problems),
    )


def _match(
    library: Library,
    there: Library,
    copies: CheckedCopies,
    stop: Event | None,
    progress: Report,
) -> list[Problem]:
    by_size: dict[int, list[File]] = defaultdict(list)
    for file in there.files:
        by_size[file.bytes].append(file)
    digests: dict[str, str | None] = {}
    problems, read = [], 0
    for number, file in enumerate(library.files):
        stop_if_asked(stop)
        progress(Progress(number, len(library.files), read, library.bytes))
        read += file.bytes
        if copies.is_current(file):
            continue
        try:
            wanted = disk.digest_from_drive(library.path_of(file), stop)
        except OSError as error:
            problems.append(Problem(file.path, problem_of(error)))
            continue
        for candidate in _likeliest_first(file, by_size[file.bytes]):
            if candidate.identity == file.identity:
                continue  # a second name of the original, no copy
            if candidate.path not in digests:
                digests[candidate.path] = _digest(there.path_of(candidate), stop)
            if digests[candidate.path] == wanted:
                copies.add(file, candidate.path, wanted)
                break
        else:
            problems.append(Problem(file.path, ProblemKind.MISSING_FROM_BACKUP))
    progress(Progress(len(library.files), len(library.files), read, library.bytes))
    return problems


def _likeliest_first(file: File, candidates: list[File]) -> list[File]:
    return sorted(candidates, key=lambda other: (other.name != file.name, other.path))


def _digest(path: Path, stop: Event | None) -> str | None:
    try:
        return disk.digest_from_drive(path, stop) if not os.path.islink(path) else None
    except OSError:
        return None
