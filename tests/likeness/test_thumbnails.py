"""A thumbnail saves time, and never decides what is nearly a question."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.likeness.knowing import known
from tests.making import photo
from wizard.likeness import learning
from wizard.likeness.cache import Cache
from wizard.likeness.fingerprint import Fingerprint, whole_fingerprint_and_picture
from wizard.likeness.relations import Relation, relate
from wizard.likeness.scan import scan
from wizard.likeness.small_picture import SmallPicture
from wizard.likeness.thumbnails import in_doubt
from wizard.photos.library import walk


def by_thumbnail(hash_: int | None) -> Fingerprint:
    seen = known("a", hash_).fingerprint
    return replace(seen, metadata=replace(seen.metadata, from_thumbnail=True))


@pytest.mark.parametrize("bits", range(14))
def test_only_what_is_near_the_limit_is_in_doubt(bits: int) -> None:
    seen = {"a.heic": by_thumbnail(0), "b.jpg": known("b", 2**bits - 1).fingerprint}
    assert in_doubt(seen) == (["a.heic"] if 5 <= bits <= 10 else [])


def test_whole_pictures_and_flat_ones_are_not_in_doubt() -> None:
    seen = {
        "a.jpg": known("a", 0).fingerprint,
        "b.jpg": known("b", 63).fingerprint,
        "c.heic": by_thumbnail(None),
    }
    assert in_doubt(seen) == []
    assert in_doubt({}) == []


def test_of_many_thumbnails_the_few_in_doubt_are_found() -> None:
    random = np.random.default_rng(1)
    alone = random.integers(0, 2**63, 20_000, dtype=np.uint64).tolist()
    seen = {f"{number}.heic": by_thumbnail(hash_) for number, hash_ in enumerate(alone)}
    seen |= {
        f"near {number}.jpg": known("", alone[number] ^ 0b111111).fingerprint for number in (5, 9)
    }
    assert {"5.heic", "9.heic"} <= set(in_doubt(seen))
    assert len(in_doubt(seen)) < 100


def test_a_thumbnail_in_doubt_is_decoded_whole_once_and_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoded: list[str] = []

    def noted(path: Path, *, with_picture: bool) -> tuple[Fingerprint, SmallPicture | None]:
        decoded.append(path.name)
        return whole_fingerprint_and_picture(path, with_picture=with_picture)

    monkeypatch.setattr(learning, "whole_fingerprint_and_picture", noted)
    monkeypatch.setattr("wizard.likeness.thumbnails.DOUBT", (0, 10))
    photo(tmp_path / "x/a.heic", 1, (960, 720), thumbnails=[320])
    photo(tmp_path / "x/b.jpg", 1, (960, 720))
    photo(tmp_path / "x/other.heic", 2, (960, 720), thumbnails=[320])
    cache = Cache(tmp_path / "cache/scan.sqlite")
    first = scan(walk(tmp_path / "x"), cache=cache)
    assert set(decoded) == {"a.heic", "other.heic"}  # each is at no distance from itself
    decoded.clear()
    assert scan(walk(tmp_path / "x"), cache=cache).groups == first.groups
    assert decoded == []


def test_a_copy_is_told_by_the_whole_pictures(tmp_path: Path) -> None:
    photo(tmp_path / "a.heic", 1, (960, 720), thumbnails=[320], quality=90)
    photo(tmp_path / "b.jpg", 1, (960, 720), quality=90)
    ((a, b),) = [group.photos for group in scan(walk(tmp_path)).groups]
    assert relate(a, b).relation is Relation.SAME_PICTURE
