"""Fixity: reads every file of a backup from its drive again and compares digests. Only reads."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from wizard.long_work import Progress, Report, nobody_listens, stop_if_asked
from wizard.photos.library import problem_of
from wizard.plain_files import no_link_on_the_way
from wizard.problems import Problem, ProblemKind
from wizard.safekeeping import disk


@dataclass(frozen=True)
class CheckResult:
    """How many files of a backup were read and equal, of how many bytes all are, and which were not equal."""

    checked: int
    bytes: int
    problems: tuple[Problem, ...] = ()


def check(
    folder: Path,
    manifest: Mapping[str, str],
    *,
    stop: Event | None = None,
    progress: Report = nobody_listens,
) -> CheckResult:
    """Compares what is in `folder` with its manifest: SHA-256 in hex by path. Raises Stopped."""
    sizes = {path: _size(folder / path) for path in manifest}
    problems: list[Problem] = []
    whole, read = sum(sizes.values()), 0
    for number, (path, digest) in enumerate(manifest.items()):
        stop_if_asked(stop)
        progress(Progress(number, len(manifest), read, whole))
        kind = _difference(folder, path, digest, stop)
        if kind is not None:
            problems.append(Problem(path, kind))
        read += sizes[path]
    progress(Progress(len(manifest), len(manifest), whole, whole))
    return CheckResult(len(manifest) - len(problems), read, tuple(problems))


def _difference(folder: Path, payload: str, sha256: str, stop: Event | None) -> ProblemKind | None:
    """Why a file of the backup is not what it should be, or None when it is. Raises Stopped."""
    if not no_link_on_the_way(folder, payload):
        return ProblemKind.LINK_ON_THE_WAY
    path = folder / payload
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return ProblemKind.NOT_EQUAL
        return None if disk.digest_from_drive(path, stop) == sha256 else ProblemKind.NOT_EQUAL
    except FileNotFoundError:
        return ProblemKind.MISSING_FROM_BACKUP
    except OSError as error:
        return problem_of(error)


def _size(path: Path) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0
