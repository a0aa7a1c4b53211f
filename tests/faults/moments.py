"""What may come in between at any step of a piece of work: its end, another program's hand, another session.

Run as a program, it prints one row as JSON; so a row can run under `faketime`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from tests.faults import scene
from tests.faults.tally import Clock, Tally, at_calls
from tests.making import Snapshot, files_in, snapshot
from tests.safekeeping.desk import Desk
from tests.safekeeping.power_cut import before_each_step, killed
from wizard.problems import AnotherSession
from wizard.safekeeping.backup import Backup
from wizard.safekeeping.review_folder import ReviewFolder

CLOCKS = {"1980": "@1980-01-01 00:00:00", "2099": "@2099-12-31 23:59:58"}
WRITERS: dict[str, Callable[[Path, bytes], None]] = {
    "writes over it": lambda path, new: _write(path, new),
    "puts another in its place": lambda path, new: _replace(path, new),
    "adds to it": lambda path, new: _add(path, new),
}
"""How another program changes a photo. Each looks for the photo first: it does not make one anew."""


def ended(work: str, library: str, step: int = 1, name: str = "ended by itself") -> Tally:
    """The process ends before each of its steps: what can be tried on every system."""
    clock = Clock()
    tally = Tally(name, work, library)
    for at in at_calls(step):
        with scene.laid(library, work) as (desk, before):
            tally.runs += 1
            if not killed(lambda each: scene.DO[work](each, library), desk, at):
                break
            tally.judge(desk, before, f"{name} at {at} of {work} ({library})")
    tally.seconds = clock()
    return tally


def clock_wrong(year: str, work: str, library: str, step: int = 1) -> Tally:
    """The same while the clock says another year."""
    name = f"clock in {year}, ended"
    words = (work, library, str(step), name)
    ran = subprocess.run(
        ["faketime", "-f", CLOCKS[year], sys.executable, "-m", __name__, *words],
        env=os.environ | {"NO_FAKE_STAT": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Tally(**json.loads(ran.stdout))


def raced(writer: str, work: str, library: str, step: int = 1) -> Tally:
    """Another program changes a photo at each step: the old bytes and the new ones are kept."""
    clock = Clock()
    tally = Tally(f"another program {writer}", work, library)
    for at in at_calls(step):
        with scene.laid(library, work) as (desk, before):
            tally.runs += 1
            if not _with_a_writer(writer, work, library, desk, at):
                break
            tally.fired += 1
            where = f"{writer} at {at} of {work} ({library})"
            _judge_race(tally, desk, before, library, where)
    tally.seconds = clock()
    return tally


def _with_a_writer(writer: str, work: str, library: str, desk: Desk, step: int) -> bool:
    """True when the other program found the photo and changed it."""
    changed = desk.root / "changed"

    def interfere(number: int) -> None:
        name = scene.LIBRARIES[library][0].leaving[0]
        path = desk.photos / name
        if number != step or not path.exists():
            if number == step:
                (desk.root / "too late").touch()
            return
        WRITERS[writer](path, b"edited by another program")
        changed.write_bytes(path.read_bytes())

    child = os.fork()
    if child == 0:
        before_each_step(interfere)
        os._exit(scene.told_by(lambda: scene.DO[work](desk, library)))
    os.waitpid(child, 0)
    return changed.exists()


def _judge_race(tally: Tally, desk: Desk, before: Snapshot, library: str, where: str) -> None:
    """Photos, review folder and backup together hold all; what can go back goes, edited or not."""
    name = scene.LIBRARIES[library][0].leaving[0]
    edited = (desk.root / "changed").read_bytes()
    wanted = {entry[1] for entry in before.values() if entry[0] == "file"} | {edited}
    if not scene.is_move(tally.work):
        wanted -= {before[name][1]}  # overwritten by others before it could be copied
    places = (desk.photos, desk.review, desk.drive / "data")
    missing = wanted - {
        held for place in places if place.is_dir() for held in files_in(place).values()
    }
    tally.lost += len(missing)
    if scene.is_move(tally.work):
        scene.put_back(desk, library)
    else:
        scene.promises_hold(desk)
    after = snapshot(desk.photos)
    asis = {path: entry for path, entry in before.items() if path != name}
    if {path: entry for path, entry in after.items() if path != name} != asis:
        tally.reasons.append(f"{where}: another file is not as it was")
    elif after.get(name, ("", b"", 0))[1] != edited:
        tally.reasons.append(f"{where}: the edited photo did not go back")
    else:
        tally.back += 1


def second_session(work: str, library: str, step: int = 1) -> Tally:
    """Another window begins at each step; it is refused, and the first goes on undisturbed."""
    clock = Clock()
    tally = Tally("a second session", work, library)
    for at in at_calls(step):
        with scene.laid(library, work) as (desk, before):
            tally.runs += 1
            refused = _with_another(work, library, desk, at)
            if refused is None:
                break
            if refused:
                tally.judge(desk, before, f"second session at {at} of {work} ({library})")
    tally.seconds = clock()
    return tally


def _with_another(work: str, library: str, desk: Desk, step: int) -> bool | None:
    """Whether the second session was refused; None when the work has no such step."""

    def come_in(number: int) -> None:
        if number == step:
            try:
                if scene.is_move(work):
                    ReviewFolder(desk.review).close()
                else:
                    with Backup(desk.drive)._alone():
                        pass
                word = "let in"
            except AnotherSession:
                word = "refused"
            except Exception:  # noqa: BLE001 - the folder is not there yet
                word = "too early"
            (desk.root / word).touch()

    child = os.fork()
    if child == 0:
        before_each_step(come_in)
        os._exit(scene.told_by(lambda: scene.DO[work](desk, library)))
    os.waitpid(child, 0)
    if any((desk.root / word).exists() for word in ("let in", "too early")):
        return False
    return (desk.root / "refused").exists() or None


def _write(path: Path, new: bytes) -> None:
    with open(path, "r+b") as photo:
        photo.write(new)


def _replace(path: Path, new: bytes) -> None:
    fresh = path.parent.parent / "fresh"
    fresh.write_bytes(new)
    os.replace(fresh, path)


def _add(path: Path, new: bytes) -> None:
    with open(path, "ab") as photo:
        photo.write(new)


if __name__ == "__main__":
    print(json.dumps(asdict(ended(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]))))
