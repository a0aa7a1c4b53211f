"""Looks at photos with a cache."""

from __future__ import annotations

from pathlib import Path

from tests.making import untouched
from wizard.likeness.cache import Cache
from wizard.likeness.scan import Scan, scan
from wizard.photos.library import walk


def look(photos: Path, cache: Path) -> Scan:
    """What a look tells with this cache; no photo is touched."""
    with untouched(photos):
        return scan(walk(photos), cache=Cache(cache))
