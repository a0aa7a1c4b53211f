"""The quick search finds exactly the pairs that looking at all pairs would find."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from hypothesis import given

from tests.likeness.knowing import hashes, near, neighbourhoods
from wizard.likeness import index
from wizard.likeness.index import bits_apart, near_pairs
from wizard.long_work import Stopped


def found(values: list[int], others: list[int]) -> set[tuple[int, int]]:
    return {
        pair
        for block in near_pairs(hashes(*values), hashes(*others))
        for pair in zip(*(positions.tolist() for positions in block), strict=True)
    }


@given(neighbourhoods())
def test_every_pair_within_six_bits_is_found_and_no_other(values: list[int]) -> None:
    both_ways = {pair for a, b in near(values) for pair in ((a, b), (b, a))}
    assert found(values, values) == both_ways | {(at, at) for at in range(len(values))}


@pytest.mark.parametrize("bits", [range(6), range(0, 48, 8), range(10, 64, 9), range(58, 64)])
def test_six_bits_are_found_wherever_they_lie(bits: range) -> None:
    other = sum(1 << bit for bit in bits)
    assert found([0], [other]) == {(0, 0)}
    free = next(bit for bit in range(64) if bit not in bits)
    assert found([0], [other | 1 << free]) == set()


def test_what_is_in_no_key_and_what_is_in_many_blocks_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(index, "AT_ONCE", 2)
    assert found([0, 2**64 - 1, 5, 7, 1], [4, 6]) == {
        (at, to) for at in (0, 2, 3, 4) for to in (0, 1)
    }


def test_a_pair_is_lost_only_where_a_crowd_shares_each_of_its_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(index, "CROWD", 1)
    assert found([0], [1, 1 << 8]) == {(0, 0), (0, 1)}
    assert found([0], [1, 2]) == set()


def test_a_search_can_be_stopped() -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        list(near_pairs(hashes(0, 1), hashes(0, 1), stop))


def test_bits_are_counted_over_all_64() -> None:
    assert bits_apart(hashes(0, 0, 2**64 - 1), hashes(0, 2**64 - 1, 1)).tolist() == [0, 64, 63]
    assert bits_apart(hashes(0, 3), np.uint64(1)).tolist() == [1, 1]
