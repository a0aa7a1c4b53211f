"""Components are what chains of near pairs connect, also where very many hashes are near-equal."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.likeness.knowing import hashes, near, neighbourhoods
from wizard.likeness import components as room
from wizard.likeness.components import components, linked
from wizard.long_work import Stopped


def by_looking_at_all(values: list[int]) -> list[int]:
    label = list(range(len(values)))
    for a, b in list(near(values)) * len(values):
        label[a] = label[b] = min(label[a], label[b])
    return label


@given(neighbourhoods())
def test_components_are_what_chains_of_near_pairs_connect(values: list[int]) -> None:
    assert components(hashes(*values)).tolist() == by_looking_at_all(values)


@given(neighbourhoods(), st.integers(1, 4), st.integers(1, 3), st.integers(1, 8))
def test_the_way_for_crowds_gives_the_same(
    values: list[int], short_run: int, neighbours: int, at_once: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "SHORT_RUN", short_run)
        patch.setattr(room, "NEIGHBOURS", neighbours)
        patch.setattr(room, "AT_ONCE", at_once)
        assert components(hashes(*values)).tolist() == by_looking_at_all(values)


def test_equal_hashes_are_one_component() -> None:
    assert components(hashes(5, 2**64 - 1, 5)).tolist() == [0, 1, 0]


def test_thousands_of_near_equal_hashes_are_one_component_and_strangers_stay_alone() -> None:
    random = np.random.default_rng(1)
    flips = np.uint64(1) << random.integers(0, 64, (3, 4000)).astype(np.uint64)
    crowd = np.unique(np.bitwise_xor.reduce(flips))
    strangers = crowd[:50] ^ np.uint64(0x5555_0000_5555_0000)
    labels = components(np.concatenate([crowd, strangers]))
    assert set(labels[: len(crowd)].tolist()) == {0}
    sizes = sorted(len(each) for each in linked(labels))
    assert sizes[-1] == len(crowd)
    assert sum(sizes) == len(labels)


def test_no_hashes_have_no_components() -> None:
    assert components(hashes()).tolist() == []


def test_the_search_can_be_stopped() -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        components(hashes(0, 1), stop)
