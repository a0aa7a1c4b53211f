"""The workshop's kit: one folder for a USB stick with all that a room needs, without internet and without rights.

Written only into a folder of ours; a folder that holds anything else is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wizard.long_work import Progress, Report, nobody_listens
from wizard.own_files import MARK, OwnFolder
from wizard.places import shared_folder
from wizard.problems import FolderNotEmpty, NotWritable
from wizard.safekeeping.disk import told_as
from wizard.teaching.kit import start
from wizard.teaching.kit.launchers import launchers
from wizard.teaching.kit.manifest import MANIFEST, Entry, known_names, write_manifest
from wizard.teaching.kit.packages import program_files
from wizard.teaching.kit.writing import Source, compile_program, write
from wizard.teaching.practice import make_practice_photos
from wizard.teaching.practice_set import ANSWER_KEY, KEPT, keep
from wizard.traces import TracelessPlaces

__all__ = ["MadeKit", "make_kit"]

PROGRAMS = "programs"


@dataclass(frozen=True)
class MadeKit:
    """What was written: `tag` names the system and the Python that the program in it is for."""

    folder: Path
    tag: str
    files: int
    bytes: int


def make_kit(
    folder: Path,
    languages: Sequence[str],
    leaflets: dict[str, str],
    progress: Report = nobody_listens,
) -> MadeKit:
    """Writes the kit, in place of one that was there. `leaflets`: names and texts in every language.

    Raises FolderNotEmpty, NotInstalled, DriveFull, DriveGone, NotWritable.
    """
    try:
        return _make(folder, _plan(languages, leaflets), progress)
    except OSError as error:
        raise told_as(error, folder) or NotWritable(folder) from error


def _plan(languages: Sequence[str], leaflets: dict[str, str]) -> dict[str, Source]:
    """Every file of the kit by its name in it, apart from what is drawn and compiled there."""
    tag = start.tag()
    plan: dict[str, Source] = dict(leaflets)
    plan |= launchers()
    plan[f"{PROGRAMS}/start.py"] = Path(start.__file__)
    plan |= {f"{PROGRAMS}/{tag}/{name}": path for name, path in program_files()}
    for code in languages:
        for room in ("lessons", "facilitator_guide"):
            for path in sorted((shared_folder(room) / code).glob("*.md")):
                plan[f"{room.replace('_', ' ')}/{code}/{path.name}"] = path
    return plan


def _make(folder: Path, plan: dict[str, Source], progress: Report) -> MadeKit:
    own = OwnFolder.at(folder)
    known = known_names(folder)
    for path in _files(folder):
        if path.relative_to(folder).as_posix() not in known:
            raise FolderNotEmpty(folder)
    own.clear()
    own.write(MANIFEST, write_manifest(start.tag(), dict.fromkeys(plan)))
    written: dict[str, Entry | None] = {}
    for number, (name, source) in enumerate(plan.items(), 1):
        written[name] = write(folder / name, source)
        progress(Progress(number, len(plan), 0, 0))
    written |= compile_program(folder, f"{PROGRAMS}/{start.tag()}", list(plan))
    _draw(folder / KEPT)
    written |= {
        path.relative_to(folder).as_posix(): Entry.of(path) for path in _files(folder / KEPT)
    }
    own.write(MANIFEST, write_manifest(start.tag(), written))  # from here on it counts as whole
    sizes = [entry.size for entry in written.values() if entry is not None]
    return MadeKit(folder, start.tag(), len(sizes), sum(sizes))


def _draw(folder: Path) -> None:
    """Draws the practice photos in a temporary folder, so that just the whole set comes into the kit."""
    traceless = TracelessPlaces()
    try:
        places = traceless.places
        make_practice_photos(places.practice_photos, places.practice / ANSWER_KEY)
        keep(places.practice_photos, places.practice / ANSWER_KEY, folder)
    finally:
        traceless.remove()


def _files(folder: Path) -> Iterator[Path]:
    """Every file of a kit but its own marks."""
    for path in sorted(folder.rglob("*")):
        if not path.is_dir() and path.name not in (MARK, MANIFEST):
            yield path
