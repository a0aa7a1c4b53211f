"""A whole session of the real wizard in a real terminal, killed at random moments from backup to put-back.

Keys are pressed as a learner would, by what stands on the screen. After each kill the wizard is
started again and goes on; at that instant every original must lie among photos or review folder.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
import tempfile
import time
from contextlib import AbstractContextManager
from pathlib import Path

from tests.faults.tally import Clock, Tally
from tests.making import Snapshot, file, files_in, photo, snapshot
from tests.terminal import BETWEEN_LOOKS, Terminal, terminal

SEED = int(os.environ.get("FAULTS_SEED", "1987"))
LONGEST = 1.5
"""Seconds between a key and the kill: longer than most of what the key sets off."""
WAY = (
    ("Welcome back.", "1", ""),
    ("What would you like to do today?", "2", ""),
    ("Is this your own computer?", "1", ""),
    ("Go on with this folder", "1", ""),
    ("Choose the drive for your backup.", "1", "back up"),
    ("A test: this photo", "1", "look"),
    ("Go on looking", "1", ""),
    ("Look-alikes are not always copies.", "1", ""),
    ("Make the review folder and go on", "1", "review folder"),
    ("Move nothing", "1", "move"),
    ("Put nothing back", "2", "put back"),
    ("I have looked enough.", "4", ""),
    ("- will be set aside", "0", ""),
    ("Put them back: one", "2", ""),
    ("Nothing is set aside.", "3", "all is back"),
    ("so it stays", "2", "inspect"),
    ("* stays", "3", ""),
)
"""Words on the screen, the key that a learner presses there, and what it sets off. The first that fits counts."""
GIVE_UP = 300.0
"""Seconds for all keys up to the next kill, on a computer that may be busy with much else."""
PATIENCE = 3.0
"""Seconds before a key is pressed again on a screen that did not change."""
ORDER = ("back up", "look", "review folder", "inspect", "move", "put back", "all is back")


def trial(kills: int, practice: bool) -> Tally:
    """The kills spread over the whole way, in its order; the moment of each is drawn from the seed."""
    clock = Clock()
    tally = Tally(f"the wizard, kill -9 at {kills} moments", "whole way", "practice photos")
    chance = random.Random(SEED)
    # The program of the last window may still be leaving when its home is removed.
    room = tempfile.TemporaryDirectory(prefix="faults-session-", ignore_cleanup_errors=True)
    with room as name:
        home = Path(name)
        photos = _lay(home / "desk/photos", practice)
        before = snapshot(photos)
        for number in range(kills):
            after = ORDER[number * (len(ORDER) - 1) // kills]
            seconds = chance.random() ** 2 * LONGEST
            moment = f"seed {SEED}, kill {number + 1}: {seconds:.3f} s after “{after}”"
            print(moment, file=sys.stderr)
            with _started(home) as shown:
                _play(shown, after)
                time.sleep(seconds)
                os.kill(shown.process(), signal.SIGKILL)
                shown.wait_for("THE END 137")
            _judge(tally, home / "desk", before, moment)
        with _started(home) as shown:
            _play(shown, "all is back")
        if snapshot(photos) != before:
            tally.reasons.append("in the end the photos are not as they were")
            tally.back = 0
    tally.seconds = clock()
    return tally


def _lay(photos: Path, practice: bool) -> Path:
    """The practice photos, or for every day a few small pairs of look-alikes with companions."""
    if practice:
        from wizard.teaching.practice import make_practice_photos

        photos.mkdir(parents=True)
        make_practice_photos(photos, photos.parent.parent / "truth.csv")
    else:
        for seed in range(5):
            photo(photos / f"{seed}/sea.jpg", seed, (200, 150))
            (photos / f"{seed}/again.jpg").write_bytes((photos / f"{seed}/sea.jpg").read_bytes())
            file(photos / f"{seed}/again.xmp", f"notes {seed}")
    return photos


def _started(home: Path) -> AbstractContextManager[Terminal]:
    return terminal([str(home / "desk")], home, module="tests.faults.the_wizard")


def _play(shown: Terminal, until: str) -> None:
    """Presses keys until one has set off what is wished, or something later on the way."""
    pressed, screen_then, then = "", "", time.monotonic()
    end = time.monotonic() + GIVE_UP
    while True:
        screen = shown.screen()
        for words, key, sets_off in WAY:
            if words in screen:
                if (words, screen) != (pressed, screen_then) or time.monotonic() > then + PATIENCE:
                    shown.press(key)
                    pressed, screen_then, then = words, screen, time.monotonic()
                    if sets_off and ORDER.index(sets_off) >= ORDER.index(until):
                        return
                break
        assert time.monotonic() < end, f"no way to {until!r} from:\n{screen}"
        time.sleep(BETWEEN_LOOKS)


def _judge(tally: Tally, desk: Path, before: Snapshot, moment: str) -> None:
    """Every original is found by its bytes, among photos and review folder alone."""
    held = {
        hashlib.sha256(contents).digest()
        for place in desk.iterdir()
        if place.name != "stick"
        for contents in files_in(place).values()
    }
    wanted = {hashlib.sha256(entry[1]).digest() for entry in before.values() if entry[0] == "file"}
    tally.runs += 1
    tally.fired += 1
    tally.lost += len(wanted - held)
    if wanted - held:
        tally.reasons.append(f"{moment}: {len(wanted - held)} lost")
    else:
        tally.back += 1
