"""The workshop's kit: one folder for a USB stick with all that a room needs, without internet and without rights.

Written only into a folder of ours; a folder that holds anything else is left as it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wizard.long_work import Progress, Report, nobody_listens
from wizard.own_files import MARK, OwnFolder
from wizard.places import Places
from wizard.problems import CannotFetch, FolderNotEmpty, NotWritable
from wizard.safekeeping.disk import told_as
from wizard.teaching.handouts import make_handouts
from wizard.teaching.handouts.writing import MADE
from wizard.teaching.kit import start
from wizard.teaching.kit.launchers import launchers
from wizard.teaching.kit.manifest import MANIFEST, Entry, known_names, write_manifest
from wizard.teaching.kit.packages import installed_files, program_files
from wizard.teaching.kit.targets import Target
from wizard.teaching.kit.wheels import fetch, library_files
from wizard.teaching.kit.windows_python import PythonForWindows
from wizard.teaching.kit.writing import Source, compile_program, write
from wizard.teaching.practice import make_practice_photos
from wizard.teaching.practice_set import ANSWER_KEY, KEPT, keep
from wizard.traces import TracelessPlaces

__all__ = ["KitOrder", "MadeKit", "make_kit"]

PROGRAMS, HANDOUTS = "programs", "handouts"
START, WORDS = f"{PROGRAMS}/start.py", f"{PROGRAMS}/words.json"
"""What every launcher hands over to, and what that says when it cannot go on."""
Leaflets = Callable[[Sequence[str]], dict[str, str]]
Plan = dict[str, Source]


@dataclass(frozen=True)
class KitOrder:
    """What is wanted: languages of the handouts, and for which computers besides those like this one.

    `leaflets` writes names and texts for the tags of the programs in the kit, WORDS among them. Libraries for `targets`
    come from the folder `wheels`, else from the network.
    """

    languages: Sequence[str]
    leaflets: Leaflets
    targets: Sequence[Target] = ()
    wheels: Path | None = None
    python_for_windows: PythonForWindows | None = None


@dataclass(frozen=True)
class MadeKit:
    """What was written. `tags` name the systems and Pythons of its programs; `missing` could not be had."""

    folder: Path
    tags: tuple[str, ...]
    files: int
    bytes: int
    missing: tuple[CannotFetch, ...] = field(default=())


def make_kit(folder: Path, order: KitOrder, progress: Report = nobody_listens) -> MadeKit:
    """Writes the kit, in place of one that was there.

    Raises FolderNotEmpty, NotInstalled, NotATrustedZip, DriveFull, DriveGone, NotWritable.
    """
    try:
        return _make(_own_folder(folder), order, progress)
    except OSError as error:
        raise told_as(error, folder) or NotWritable(folder) from error


def _make(own: OwnFolder, order: KitOrder, progress: Report) -> MadeKit:
    traceless = TracelessPlaces()
    try:
        fetched, missing = _fetch(order, traceless.places)
        tags = (start.tag(), *(target.tag for target in fetched))
        plan = _plan(order, tags) | _handouts(order, traceless.places)
        for target, wheels in fetched.items():
            plan |= _program(target.tag, wheels)
        entries = _write(own, plan, tags, progress)
        entries |= _practice_photos(own.path, traceless.places)
        own.write(MANIFEST, write_manifest(tags, entries))  # from here on it counts as whole
    finally:
        traceless.remove()
    sizes = [entry.size for entry in entries.values() if entry is not None]
    return MadeKit(own.path, tags, len(sizes), sum(sizes), tuple(missing))


def _own_folder(folder: Path) -> OwnFolder:
    """The folder, if nothing is in it but a kit of last time. Raises FolderNotEmpty."""
    own = OwnFolder.at(folder)
    known = known_names(folder)
    for path in _files(folder):
        if path.relative_to(folder).as_posix() not in known:
            raise FolderNotEmpty(folder)
    return own


def _fetch(order: KitOrder, places: Places) -> tuple[dict[Target, list[Path]], list[CannotFetch]]:
    """The wheels of each target, before anything is written; and for which there are none."""
    fetched, missing = dict[Target, list[Path]](), list[CannotFetch]()
    for target in order.targets:
        try:
            fetched[target] = fetch(target, places.cache / target.tag, order.wheels)
        except CannotFetch as error:
            missing.append(error)
    return fetched, missing


def _plan(order: KitOrder, tags: Sequence[str]) -> Plan:
    """The files that are the same in every kit, and the program for computers like this one."""
    leaflets = order.leaflets(tags)
    not_whole = json.loads(leaflets[WORDS])["not whole"]
    plan: Plan = dict(leaflets)
    plan |= launchers([sentence.replace("{name}", START) for sentence in not_whole])
    plan[START] = Path(start.__file__)
    for files in (program_files(), installed_files()):
        plan |= {f"{PROGRAMS}/{start.tag()}/{name}": path for name, path in files}
    if order.python_for_windows is not None:
        files_of_python = order.python_for_windows.files()
        plan |= {f"{PROGRAMS}/{name}": source for name, source in files_of_python.items()}
    return plan


def _program(tag: str, wheels: Sequence[Path]) -> Plan:
    """The program for other computers."""
    plan: Plan = {f"{PROGRAMS}/{tag}/{name}": path for name, path in program_files()}
    for wheel in wheels:
        plan |= {f"{PROGRAMS}/{tag}/{name}": member for name, member in library_files(wheel)}
    return plan


def _handouts(order: KitOrder, places: Places) -> Plan:
    """Lessons, guide, agenda and sheets as pages, in the languages wished."""
    folder = places.cache / HANDOUTS
    make_handouts(folder, order.languages)
    return {
        f"{HANDOUTS}/{path.relative_to(folder).as_posix()}": path
        for path in _files(folder)
        if path.name != MADE
    }


def _write(
    own: OwnFolder, plan: Plan, tags: Sequence[str], progress: Report
) -> dict[str, Entry | None]:
    own.clear()
    own.write(MANIFEST, write_manifest(tags, dict.fromkeys(plan)))
    written: dict[str, Entry | None] = {}
    for number, (name, source) in enumerate(plan.items(), 1):
        written[name] = write(own.path / name, source)
        progress(Progress(number, len(plan), 0, 0))
    return written | compile_program(own.path, f"{PROGRAMS}/{start.tag()}", list(plan))


def _practice_photos(folder: Path, places: Places) -> dict[str, Entry | None]:
    """Drawn in a temporary folder, so that just the whole set comes into the kit."""
    make_practice_photos(places.practice_photos, places.practice / ANSWER_KEY)
    keep(places.practice_photos, places.practice / ANSWER_KEY, folder / KEPT)
    kept = _files(folder / KEPT)
    return {path.relative_to(folder).as_posix(): Entry.of(path) for path in kept}


def _files(folder: Path) -> Iterator[Path]:
    """Every file of a kit but its own marks."""
    for path in sorted(folder.rglob("*")):
        if not path.is_dir() and path.name not in (MARK, MANIFEST):
            yield path
