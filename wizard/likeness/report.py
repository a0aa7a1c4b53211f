"""A scan as `scan --json` writes it: an interface that other programs read. Its form is fixed."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Iterator
from itertools import combinations, count
from typing import Any

from wizard.likeness.fingerprint import VERSION
from wizard.likeness.groups import Group
from wizard.likeness.photo import Photo
from wizard.likeness.relations import Pair, relate
from wizard.likeness.scan import THRESHOLD, Scan

ALL_PAIRS_UP_TO = 200
"""Members of a group; above, only the pairs with the best are listed and the rest is counted."""


def as_json(scan: Scan) -> Iterator[str]:
    """The report as JSON text, an entry at a time: of 100,000 photos it is many times what a look keeps.

    Paths are relative to the folder, as on disk.
    """
    facts = {"folder": str(scan.library.folder), "threshold": THRESHOLD, "fingerprint": VERSION}
    lists: dict[str, Iterable[dict[str, Any]]] = {
        "photos": map(_photo, scan.photos),
        "groups": map(_group, count(1), scan.groups),
        "problems": (_path(each.path) | {"reason": each.kind} for each in scan.problems),
        "skipped": (_path(each.path) | {"reason": each.reason} for each in scan.skipped),
    }
    yield json.dumps(facts).removesuffix("}")
    for name, entries in lists.items():
        yield f',\n"{name}": ['
        for position, entry in enumerate(entries):
            yield (",\n " if position else "\n ") + json.dumps(entry)
        yield "]"
    yield "}\n"


def pairs_of(group: Group) -> list[Pair]:
    """Every pair of a group, or for a very large group each member's pair with the best."""
    if len(group.photos) <= ALL_PAIRS_UP_TO:
        return [relate(a, b) for a, b in combinations(group.photos, 2)]
    best = group.best
    return [relate(best, photo) for photo in group.photos if photo is not best]


def _photo(photo: Photo) -> dict[str, Any]:
    facts = photo.fingerprint.metadata
    return _path(photo.path) | {
        "sha256": photo.sha256,
        "bytes": photo.bytes,
        "width": facts.width,
        "height": facts.height,
        "taken": facts.taken,
        "camera": facts.camera,
        "companions": list(photo.companions),
    }


def _group(number: int, group: Group) -> dict[str, Any]:
    pairs = pairs_of(group)
    members = len(group.photos)
    omitted = members * (members - 1) // 2 - len(pairs)
    report: dict[str, Any] = {
        "id": number,
        "members": [photo.path for photo in group.photos],
        "best": group.best.path,
        "pairs": [_pair(pair) for pair in pairs],
    }
    return report | ({"pairs_omitted": omitted} if omitted else {})


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "a": pair.a.path,
        "b": pair.b.path,
        "similarity": pair.similarity,
        "relation": pair.relation,
        "reasons": list(pair.reasons),
    }


def _path(path: str) -> dict[str, str]:
    try:
        path.encode()
    except UnicodeEncodeError:
        return {"path": path, "path_bytes": base64.b64encode(os.fsencode(path)).decode("ascii")}
    return {"path": path}
