"""Which photo may be another one turned, cropped or framed is told by hashes alone, and never by too many."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.making import scene
from wizard.likeness import candidates as room
from wizard.likeness.candidates import Candidate, candidates
from wizard.likeness.fingerprint import fingerprint
from wizard.likeness.photo import Photo
from wizard.likeness.turns import inverse

TURNED = {
    Image.Transpose.FLIP_LEFT_RIGHT,
    Image.Transpose.FLIP_TOP_BOTTOM,
    Image.Transpose.ROTATE_90,
    Image.Transpose.ROTATE_180,
    Image.Transpose.ROTATE_270,
    Image.Transpose.TRANSPOSE,
    Image.Transpose.TRANSVERSE,
}


def saved(folder: Path, name: str, picture: Image.Image) -> Photo:
    picture.save(folder / name)
    return Photo(name, 1, 0, fingerprint(folder / name))


@pytest.fixture
def original(tmp_path: Path) -> Photo:
    return saved(tmp_path, "original.png", scene(1, (400, 300)))


@pytest.mark.parametrize("turn", TURNED)
def test_a_turned_copy_is_named_with_its_turn(
    tmp_path: Path, original: Photo, turn: Image.Transpose
) -> None:
    copy = saved(tmp_path, "copy.png", scene(1, (400, 300)).transpose(turn))
    found = next(candidates([original, copy]))
    assert {found.original, found.copy} == {original, copy}
    assert found.turn and found.box is None and found.distance <= 6
    other = found.turned_round()
    assert (other.original, other.copy, other.turn) == (
        found.copy,
        found.original,
        inverse(found.turn),
    )


def test_a_cropped_copy_is_named_with_its_part(tmp_path: Path, original: Photo) -> None:
    copy = saved(tmp_path, "crop.png", scene(1, (400, 300)).crop((0, 0, 360, 270)))
    found = [each for each in candidates([original, copy]) if each.box]
    assert found and found[0].original is original


def test_a_framed_copy_is_named(tmp_path: Path, original: Photo) -> None:
    framed = Image.new("RGB", (600, 500), "white")
    framed.paste(scene(1, (400, 300)), (100, 100))
    found = list(candidates([original, saved(tmp_path, "framed.png", framed)]))
    assert [(each.original.path, each.copy.path) for each in found] == [
        ("original.png", "framed.png")
    ]


def test_each_pair_is_named_once_the_likeliest_first(tmp_path: Path, original: Photo) -> None:
    turned = [
        saved(tmp_path, f"{turn}.png", scene(1, (400, 300)).transpose(turn)) for turn in TURNED
    ]
    found = list(candidates([original, *turned]))
    pairs = [frozenset((each.original.path, each.copy.path)) for each in found]
    assert len(pairs) == len(set(pairs)) > len(TURNED)
    assert [each.distance for each in found] == sorted(each.distance for each in found)


def crowd(original: Photo, count: int) -> list[Photo]:
    """Photos whose hash is that of the original, each with other bytes."""
    prints = original.fingerprint
    return [
        replace(original, path=f"{n}.png", fingerprint=replace(prints, sha256=f"{n:064x}"))
        for n in range(count)
    ]


def test_in_a_crowd_nothing_is_named_and_beside_it_everything(
    tmp_path: Path, original: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "CROWD", 10)
    one = saved(tmp_path, "one.png", scene(2))
    turned = saved(tmp_path, "turned.png", scene(2).transpose(Image.Transpose.ROTATE_180))
    found = list(candidates([*crowd(original, 11), one, turned]))
    assert [(each.copy, each.original) for each in found] in ([(one, turned)], [(turned, one)])


def test_of_each_photo_the_nearest_are_kept_however_they_are_gathered(
    tmp_path: Path, original: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned = saved(
        tmp_path, "turned.png", scene(1, (400, 300)).transpose(Image.Transpose.ROTATE_90)
    )
    photos = [*crowd(original, 9), turned]
    in_one_go = list(candidates(photos))
    assert sum(turned in (each.original, each.copy) for each in in_one_go) == 9
    monkeypatch.setattr(room, "AT_ONCE", 1)
    assert names(candidates(photos)) == names(in_one_go)


def names(found: object) -> list[tuple[str, str, int]]:
    assert hasattr(found, "__iter__")
    return [(e.original.path, e.copy.path, e.turn) for e in found if isinstance(e, Candidate)]
