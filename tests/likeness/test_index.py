"""The quick search finds exactly the pairs that looking at all pairs would find."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.likeness.knowing import hashes, near, neighbourhoods
from wizard.likeness.index import bits_apart, components, near_pairs


def found(values: list[int]) -> set[tuple[int, int]]:
    return {
        (min(a, b), max(a, b))
        for block in near_pairs(hashes(*values))
        for a, b in zip(*(positions.tolist() for positions in block), strict=True)
    }


@given(neighbourhoods())
def test_every_pair_within_six_bits_is_found_and_no_other(values: list[int]) -> None:
    assert found(values) == set(near(values))


@pytest.mark.parametrize("bits", [range(6), range(0, 48, 8), range(10, 64, 9), range(58, 64)])
def test_six_bits_are_found_wherever_they_lie(bits: range) -> None:
    other = sum(1 << bit for bit in bits)
    assert found([0, other]) == {(0, 1)}
    free = next(bit for bit in range(64) if bit not in bits)
    assert found([0, other | 1 << free]) == set()


@given(neighbourhoods())
def test_components_are_what_chains_of_near_pairs_connect(values: list[int]) -> None:
    label = list(range(len(values)))
    for a, b in list(near(values)) * len(values):
        label[a] = label[b] = min(label[a], label[b])
    assert components(hashes(*values)).tolist() == label


def test_bits_are_counted_over_all_64() -> None:
    assert bits_apart(hashes(0, 0, 2**64 - 1), hashes(0, 2**64 - 1, 1)).tolist() == [0, 64, 63]


def test_equal_hashes_are_near() -> None:
    assert found([5, 5]) == {(0, 1)}
