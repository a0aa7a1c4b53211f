"""Gathers photos into groups in which every pair is more than 90 percent alike: chains never merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Event

import numpy as np

from wizard.likeness.components import components, linked
from wizard.likeness.index import MAX_DISTANCE, Hashes, bits_apart
from wizard.likeness.photo import Made
from wizard.likeness.photo import Photo as Photo
from wizard.long_work import stop_if_asked

LINKAGE_AT_MOST = 2_000
"""Hashes in one component that scipy links pair by pair (2,000 take 32 MB); above, greedily."""


@dataclass(frozen=True)
class Group:
    """At least two photos, every pair of them above the threshold. `moment`: groups that touch share it."""

    photos: tuple[Photo, ...]
    moment: int

    @property
    def all_identical(self) -> bool:
        """True when every file holds the same bytes."""
        return len({photo.sha256 for photo in self.photos}) == 1

    @property
    def best(self) -> Photo:
        """Most pixels, then least compressed, then with date and place: a fact, never a choice made.

        Pixels of a border or of a phone's screen are none of the picture's.
        """
        return max(
            self.photos,
            key=lambda photo: (
                photo.looks is None or photo.looks.made not in (Made.FRAMED, Made.SCANNED),
                photo.pixels,
                -_coarseness(photo),
                photo.bytes,
                photo.fingerprint.metadata.taken is not None,
                photo.fingerprint.metadata.place,
                [-ord(letter) for letter in photo.path],
            ),
        )

    @property
    def saving(self) -> int:
        """Bytes of all but the largest."""
        sizes = sorted(photo.bytes for photo in self.photos)
        return sum(sizes[:-1])


LOSSLESS = ("PNG", "TIFF", "BMP", "GIF", "RAW")
LIKE_A_GOOD_JPEG = 8.0
"""JPEG at quality 93 or so: what HEIC, WebP and AVIF count as, which do not say how coarse (a guess)."""


def _coarseness(photo: Photo) -> float:
    """How coarsely its light was saved; 0 where nothing was lost."""
    facts = photo.fingerprint.metadata
    if facts.coarseness is not None:
        return facts.coarseness
    return 0.0 if facts.format in LOSSLESS else LIKE_A_GOOD_JPEG


def group(photos: Sequence[Photo], stop: Event | None = None) -> tuple[Group, ...]:
    """All groups among `photos`: exact copies first, each kind by what it would save; moments together.

    One photo of each press of the shutter decides; its proven copies go where it goes, whatever
    percent they have, so that a turned copy neither leaves its original nor parts a burst. Raises Stopped.
    """
    presses: dict[str, list[Photo]] = defaultdict(list)
    for photo in photos:
        presses[photo.capture].append(photo)
    by_hash: dict[int, list[str]] = defaultdict(list)
    found: list[Group] = []
    for capture, members in presses.items():
        first = next((each for each in members if each.sha256 == capture), members[0])
        if (hash_ := first.fingerprint.perceptual_hash) is not None:
            by_hash[hash_].append(capture)
        elif len(members) > 1:
            found.append(_group(members, -len(found) - 1))
    return _in_order([*found, *_alike(by_hash, presses, stop)])


def _alike(
    by_hash: Mapping[int, Sequence[str]],
    presses: Mapping[str, Sequence[Photo]],
    stop: Event | None,
) -> list[Group]:
    hashes = np.array(sorted(by_hash), dtype=np.uint64)
    found = []
    labels = components(hashes, stop)
    for positions in linked(labels):
        for cluster in complete_linkage(hashes[positions], stop):
            members = [
                photo
                for position in positions[cluster]
                for capture in by_hash[int(hashes[position])]
                for photo in presses[capture]
            ]
            if len(members) > 1:
                found.append(_group(members, int(labels[positions[0]])))
    return found


def complete_linkage(hashes: Hashes, stop: Event | None = None) -> list[list[int]]:
    """Splits distinct hashes into clusters whose every pair is at most MAX_DISTANCE apart.

    Complete-linkage clustering as in scipy (Müllner 2011); greedy where a component is too large. Raises Stopped.
    """
    if len(hashes) == 1:
        return [[0]]
    if len(hashes) > LINKAGE_AT_MOST:
        return _greedy_cliques(hashes, stop)
    rows = [bits_apart(hashes[at + 1 :], hashes[at]) for at in range(len(hashes) - 1)]
    distances = np.concatenate(rows, dtype=np.float64)
    if distances.max() <= MAX_DISTANCE:
        return [list(range(len(hashes)))]  # as most are: scipy's part for this takes 13 MB
    from scipy.cluster.hierarchy import fcluster, linkage

    labels = fcluster(linkage(distances, "complete"), MAX_DISTANCE, "distance")
    clusters: dict[int, list[int]] = defaultdict(list)
    for position, label in enumerate(labels):
        clusters[int(label)].append(position)
    return list(clusters.values())


def _greedy_cliques(hashes: Hashes, stop: Event | None) -> list[list[int]]:
    """Takes the first hash left, then every other that is near to all taken so far, and begins again.

    A pass over what is left for each cluster, and over what is near for each member: of 30,000 at most
    450 million comparisons, none of them kept.
    """
    left, clusters = np.arange(len(hashes)), []
    while len(left):
        stop_if_asked(stop)
        alike = bits_apart(hashes, hashes[0]) <= MAX_DISTANCE
        near, values, cluster = left[alike], hashes[alike], []
        while len(near):
            cluster.append(int(near[0]))
            fits = bits_apart(values[1:], values[0]) <= MAX_DISTANCE
            near, values = near[1:][fits], values[1:][fits]
        clusters.append(cluster)
        stay = np.ones(len(left), dtype=bool)
        stay[np.searchsorted(left, cluster)] = False
        left, hashes = left[stay], hashes[stay]
    return clusters


def _group(members: Sequence[Photo], moment: int) -> Group:
    return Group(tuple(sorted(members, key=lambda photo: photo.path)), moment)


def _in_order(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Exact copies before look-alikes; within each the moment that saves most first; moments stay together."""
    saving: dict[tuple[bool, int], int] = defaultdict(int)
    for each in groups:
        saving[each.all_identical, each.moment] += each.saving
    return tuple(
        sorted(
            groups,
            key=lambda each: (
                not each.all_identical,
                -saving[each.all_identical, each.moment],
                each.moment,
                each.photos[0].path,
            ),
        )
    )
