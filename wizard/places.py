"""Where things are kept, one function per place. Photos and review folders stay on the learner's drives."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "before-you-delete"
KIT_VARIABLE = "BEFORE_YOU_DELETE_KIT"
"""Set by the launchers of a workshop's kit."""
KIT_FOLDER = "Before You Delete"
"""The folder of ours on a backup drive. The product's name, so it is the same in every language."""


@dataclass(frozen=True)
class Places:
    """The folders of this run: the user's own, or temporary ones on a computer that is not theirs."""

    cache: Path
    """May be lost at any time: what was learned about each photo."""
    state: Path
    """The unfinished journeys, one file for each photo folder."""
    practice: Path
    """Practice photos and the pretend drives."""

    @property
    def scan_cache(self) -> Path:
        """Perceptual hashes and digests of photos already read."""
        return self.cache / "scan" / "photos.sqlite"

    @property
    def practice_photos(self) -> Path:
        """The practice photos themselves."""
        return self.practice / "photos"

    @property
    def pages(self) -> Path:
        """Pages made to be opened in a browser."""
        return self.cache / "pages"


def users_own() -> Places:
    """The places in the user's profile, where each system wants them."""
    from platformdirs import user_cache_path, user_state_path

    cache = user_cache_path(APP_NAME, False)
    return Places(cache, user_state_path(APP_NAME, False), cache / "practice")


def within(folder: Path) -> Places:
    """Every place inside one folder, which is removed at the end: nothing stays in the profile."""
    return Places(folder / "cache", folder / "state", folder / "practice")


def workshop_kit() -> Path | None:
    """The folder of the workshop's kit, when the program was started by one of its launchers."""
    folder = os.environ.get(KIT_VARIABLE)
    return Path(folder) if folder and os.path.isdir(folder) else None


def kit_folder(drive: Path) -> Path:
    """Where backups lie on the learner's drive and, when the computer is not theirs, the unfinished journeys."""
    return drive / KIT_FOLDER


def pictures_folders() -> Iterator[Path]:
    """The folders where this user's pictures usually are; only those that exist."""
    from platformdirs import user_pictures_path

    seen = set()
    for folder in (user_pictures_path(), Path.home() / "Pictures", Path.home()):
        if folder not in seen and os.path.isdir(folder):
            seen.add(folder)
            yield folder


def shared_folder(name: str) -> Path:
    """`locales`, `lessons` or `facilitator_guide`: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
