"""The percent is what it says: cut, never rounded up, and 100 only for the same bytes."""

from __future__ import annotations

from pathlib import Path

import imagehash
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.likeness.knowing import known
from tests.making import camera_data, file, photo, scene, sha256
from wizard.likeness.fingerprint import eight_hashes, fingerprint, hamming_distance, similarity
from wizard.likeness.turns import turned
from wizard.photos.picture import UnreadablePicture
from wizard.problems import ProblemKind


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_the_percent_is_cut_to_one_decimal(a: int, b: int) -> None:
    exact = 100 * (64 - bin(a ^ b).count("1")) / 64
    told = similarity(known("a", a).fingerprint, known("b", b).fingerprint)
    assert told <= exact
    assert exact - told < 0.1 or (told == 99.9 and exact == 100)


@pytest.mark.parametrize(
    ("bits", "percent"), [(0, 99.9), (1, 98.4), (5, 92.1), (6, 90.6), (7, 89.0)]
)
def test_the_percents_of_the_scale(bits: int, percent: float) -> None:
    assert similarity(known("a", 0).fingerprint, known("b", 2**bits - 1).fingerprint) == percent


def test_a_hundred_is_said_only_of_the_same_bytes() -> None:
    a, b = known("a", 5, "same").fingerprint, known("b", 5, "same").fingerprint
    assert similarity(a, b) == 100
    assert similarity(known("a", None, "x").fingerprint, known("b", None, "x").fingerprint) == 100


def test_a_flat_picture_is_like_nothing() -> None:
    assert similarity(known("a", None).fingerprint, known("b", None).fingerprint) == 0
    assert similarity(known("a", 0).fingerprint, known("b", None).fingerprint) == 0


def test_the_hash_is_that_of_imagehash() -> None:
    for seed in range(10):
        expected = int(str(imagehash.phash(scene(seed))), 16)
        assert eight_hashes(scene(seed))[0] == expected


def test_a_smaller_or_turned_or_resaved_copy_is_alike(tmp_path: Path) -> None:
    original = fingerprint(photo(tmp_path / "a.jpg", 1, (1200, 900), quality=95))
    turned = scene(1, (1200, 900)).transpose(Image.Transpose.ROTATE_90)
    turned.save(tmp_path / "turned.jpg", exif=camera_data("2024:05:01 10:00:00", Orientation=6))
    copies = [
        photo(tmp_path / "small.jpg", 1, (320, 240)),
        photo(tmp_path / "poor.jpg", 1, (1200, 900), quality=30),
        photo(tmp_path / "b.png", 1, (1200, 900)),
        photo(tmp_path / "b.webp", 1, (800, 600)),
        tmp_path / "turned.jpg",
    ]
    for copy in copies:
        assert similarity(original, fingerprint(copy)) > 90, copy.name


def test_other_scenes_are_not_alike(tmp_path: Path) -> None:
    seen = [fingerprint(photo(tmp_path / f"{seed}.jpg", seed)) for seed in range(12)]
    hashes = [each.perceptual_hash for each in seen]
    for n, a in enumerate(hashes):
        for b in hashes[:n]:
            assert a is not None and b is not None and hamming_distance(a, b) > 6


@pytest.mark.parametrize("colour", ["black", "white", "grey", "#102030"])
def test_a_picture_of_nothing_has_no_hash(tmp_path: Path, colour: str) -> None:
    Image.new("RGB", (300, 200), colour).save(tmp_path / "a.jpg")
    assert fingerprint(tmp_path / "a.jpg").perceptual_hash is None


def test_night_sky_and_its_noise_have_no_hash() -> None:
    noise = np.random.default_rng(1).integers(10, 20, (200, 300), dtype=np.uint8)
    assert eight_hashes(Image.fromarray(noise)) == ()


def test_a_strip_of_pixels_has_no_hash() -> None:
    assert eight_hashes(scene(1, (2000, 5))) == ()


def test_digest_and_facts_come_with_it(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", exif=camera_data("2024:05:01 10:00:00"))
    seen = fingerprint(path)
    assert seen.sha256 == sha256(path)
    assert (seen.metadata.taken, seen.metadata.camera) == ("2024-05-01T10:00:00", "Pixel 8")


def test_a_bad_picture_has_no_fingerprint(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePicture) as raised:
        fingerprint(file(tmp_path / "a.jpg", "not a picture"))
    assert raised.value.kind is ProblemKind.NOT_A_PICTURE


def test_the_hashes_of_the_other_orientations_are_those_of_the_turned_picture() -> None:
    for seed in range(5):
        pixels = np.asarray(scene(seed, (240, 240)).convert("L"))
        for turn, hash_ in enumerate(eight_hashes(scene(seed, (240, 240)))):
            (seen, *_) = eight_hashes(Image.fromarray(np.ascontiguousarray(turned(pixels, turn))))
            assert hamming_distance(hash_, seen) <= 2
