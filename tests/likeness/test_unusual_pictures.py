"""Whatever a file holds, there is a relation, and nothing breaks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.likeness.telling import detailed, saved, told
from tests.making import photo, untouched
from wizard.likeness import pictures
from wizard.likeness.cache import Cache
from wizard.likeness.relations import Reason, Relation, relate
from wizard.likeness.scan import scan
from wizard.likeness.small_picture import SmallPicture
from wizard.photos.library import walk
from wizard.photos.picture import UnreadablePicture
from wizard.problems import ProblemKind


def test_what_was_seen_is_remembered_and_names_play_no_part(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    saved(tmp_path / "x/a.jpg", detailed(1), quality=95)
    saved(tmp_path / "x/b.png", detailed(1))
    cache = tmp_path / "cache/scan.sqlite"
    first = scan(walk(tmp_path / "x"), cache=Cache(cache)).groups
    assert scan(walk(tmp_path / "x"), cache=Cache(cache)).groups == first
    (tmp_path / "x/a.jpg").rename(tmp_path / "x/z.jpg")
    (again,) = scan(walk(tmp_path / "x"), cache=Cache(cache)).groups
    assert relate(*again.photos).relation is Relation.SAME_PICTURE


def test_a_picture_that_cannot_be_read_again_is_a_look_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path) -> SmallPicture:
        raise UnreadablePicture(ProblemKind.GONE)

    monkeypatch.setattr(pictures, "ROOM", 0)
    monkeypatch.setattr(pictures, "read_small", gone)
    photo(tmp_path / "a.jpg", 1)
    photo(tmp_path / "b.png", 1)
    pair = told(tmp_path)
    assert (pair.relation, pair.reasons) == (Relation.LOOK_ALIKE, (Reason.OTHER_FORMAT,))


@pytest.mark.parametrize("mode", ["I;16", "CMYK", "1", "P", "LA"])
def test_unusual_pictures_have_a_relation(tmp_path: Path, mode: str) -> None:
    kind = {"I;16": "b.png", "CMYK": "b.tif", "1": "b.png", "P": "b.gif", "LA": "b.png"}[mode]
    picture = detailed(1).convert("L") if mode == "I;16" else detailed(1)
    if mode == "I;16":
        deep = Image.fromarray(np.asarray(picture).astype(np.uint16) * 257)
        deep.save(tmp_path / kind)
    else:
        picture.convert(mode).save(tmp_path / kind)
    saved(tmp_path / "a.jpg", detailed(1), quality=95)
    assert isinstance(told(tmp_path).relation, Relation)


def test_long_thin_and_tiny_pictures_break_nothing(tmp_path: Path) -> None:
    for number, size in enumerate([(1, 1), (2, 1), (30_000, 40), (40, 3000)]):
        for copy in "ab":
            shades = np.random.default_rng(number).integers(0, 255, (9, 9), dtype=np.uint8)
            picture = Image.fromarray(shades).resize(size)
            saved(tmp_path / f"{number}{copy}.jpg", picture, quality=90 if copy == "a" else 80)
    moving = [detailed(seed).resize((64, 48)) for seed in (1, 2)]
    moving[0].save(tmp_path / "moving.gif", save_all=True, append_images=moving[1:])
    with untouched(tmp_path):
        assert not scan(walk(tmp_path)).problems
