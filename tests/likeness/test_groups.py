"""In a group every photo is more than 90 percent like every other: chains never merge."""

from __future__ import annotations

from itertools import combinations
from threading import Event

import pytest
from hypothesis import given

from tests.likeness.knowing import hashes, known, near, neighbourhoods
from wizard.likeness import groups
from wizard.likeness.fingerprint import hamming_distance
from wizard.likeness.groups import Group, complete_linkage, group
from wizard.long_work import Stopped


def paths(found: tuple[Group, ...]) -> list[list[str]]:
    return [[photo.path for photo in each.photos] for each in found]


def assert_good_clusters(values: list[int], clusters: list[list[int]]) -> None:
    assert sorted(position for cluster in clusters for position in cluster) == list(
        range(len(values))
    )
    within = {pair for cluster in clusters for pair in combinations(sorted(cluster), 2)}
    pairs = set(near(values))
    assert within <= pairs
    for one, other in combinations(clusters, 2):
        together = {(min(a, b), max(a, b)) for a in one for b in other}
        assert not together <= pairs, "two clusters that fit together stayed apart"


@given(neighbourhoods())
def test_no_cluster_holds_a_pair_further_than_six_bits(values: list[int]) -> None:
    assert_good_clusters(values, complete_linkage(hashes(*values)))


@given(neighbourhoods())
def test_a_very_large_component_is_split_by_the_same_rule(values: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(groups, "LINKAGE_AT_MOST", 1)
        clusters = complete_linkage(hashes(*values))
    within = {pair for cluster in clusters for pair in combinations(sorted(cluster), 2)}
    assert within <= set(near(values))
    assert sorted(position for cluster in clusters for position in cluster) == list(
        range(len(values))
    )


@given(neighbourhoods())
def test_no_group_holds_a_pair_further_than_six_bits(values: list[int]) -> None:
    photos = [known(f"{number}.jpg", value) for number, value in enumerate(values)]
    found = group(photos)
    for each in found:
        assert len(each.photos) > 1
        for a, b in combinations(each.photos, 2):
            one, other = a.fingerprint.perceptual_hash, b.fingerprint.perceptual_hash
            assert one is not None and other is not None and hamming_distance(one, other) <= 6
    grouped = [path for members in paths(found) for path in members]
    assert len(grouped) == len(set(grouped))
    lonely = {f"{n}.jpg" for n in range(len(values))} - {
        f"{n}.jpg" for pair in near(values) for n in pair
    }
    assert not lonely & set(grouped)


def test_a_chain_does_not_merge() -> None:
    a, b, c = 0, 0b111111, 0b111111_111111
    found = group([known("a.jpg", a), known("b.jpg", b), known("c.jpg", c)])
    assert len(found) == 1
    assert len(found[0].photos) == 2


def test_seven_bits_are_not_alike_enough() -> None:
    assert group([known("a.jpg", 0), known("b.jpg", 0b1111111)]) == ()
    assert paths(group([known("a.jpg", 0), known("b.jpg", 0b111111)])) == [["a.jpg", "b.jpg"]]


def test_flat_pictures_pair_by_their_bytes_alone() -> None:
    photos = [
        known("a.jpg", None, "wall"),
        known("b.jpg", None, "wall"),
        known("c.jpg", None, "sky"),
    ]
    assert paths(group(photos)) == [["a.jpg", "b.jpg"]]


def test_exact_copies_come_first_and_then_what_saves_most() -> None:
    photos = [
        known("look1.jpg", 0, size=10),
        known("look2.jpg", 1, size=10),
        known("large1.jpg", 2**40 - 1, size=9000),
        known("large2.jpg", 2**40 - 2, size=9000),
        known("same1.jpg", 0xAAAA_AAAA_AAAA_AAAA, "same", size=5),
        known("same2.jpg", 0xAAAA_AAAA_AAAA_AAAA, "same", size=5),
    ]
    assert paths(group(photos)) == [
        ["same1.jpg", "same2.jpg"],
        ["large1.jpg", "large2.jpg"],
        ["look1.jpg", "look2.jpg"],
    ]


def test_groups_that_touch_are_one_moment_and_stay_together() -> None:
    chain = [0, 0b1, 0b11111100, 0b11111101]
    photos = [known(f"{n}.jpg", value, size=10) for n, value in enumerate(chain)]
    photos += [known("x.jpg", 2**60 - 1, size=15), known("y.jpg", 2**60 - 2, size=15)]
    found = group(photos)
    assert paths(found) == [["0.jpg", "1.jpg"], ["2.jpg", "3.jpg"], ["x.jpg", "y.jpg"]]
    assert found[0].moment == found[1].moment != found[2].moment


def test_the_order_of_reading_changes_nothing() -> None:
    photos = [known(f"{n}.jpg", value) for n, value in enumerate([0, 1, 2, 7, 63, 127, 2**63])]
    assert paths(group(photos)) == paths(group(photos[::-1]))


def test_the_best_is_the_largest_with_its_date() -> None:
    photos = [
        known("a.jpg", 0, size=900),
        known("b.jpg", 0, size=1000, taken="2024-05-01T10:00:00"),
        known("c.jpg", 0, size=1000),
    ]
    assert group(photos)[0].best.path == "b.jpg"
    assert group(photos)[0].saving == 1900


def test_grouping_a_crowd_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "LINKAGE_AT_MOST", 1)
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        complete_linkage(hashes(0, 1, 2), stop)
    with pytest.raises(Stopped):
        group([known("a.jpg", 0), known("b.jpg", 1)], stop)
