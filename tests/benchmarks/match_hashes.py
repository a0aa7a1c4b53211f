"""What matching costs: python -m tests.benchmarks.match_hashes

A million hashes without order; 30,000 near-equal ones among 100,000, of three kinds; groups of crowds;
and 100,000 photos with all their hashes, as the search for turned, cropped and framed copies has them.
Each in a process of its own; processor seconds, and the process's memory at its highest.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable

import numpy as np

from tests.benchmarks.memory import highest, in_a_process_of_its_own, seconds
from wizard.likeness.candidates import candidates
from wizard.likeness.components import components
from wizard.likeness.fingerprint import Fingerprint
from wizard.likeness.groups import complete_linkage, group
from wizard.likeness.index import Hashes
from wizard.likeness.photo import Photo
from wizard.likeness.views import Views
from wizard.photos.metadata import Metadata

random = np.random.default_rng(1)


def strangers(count: int) -> Hashes:
    """Hashes without order."""
    return random.integers(0, 2**64, count, dtype=np.uint64)


def near_equal(count: int, flips: int) -> Hashes:
    """Hashes of which each differs from one middle in at most so many bits."""
    bits = np.uint64(1) << random.integers(0, 64, (flips, count * 3)).astype(np.uint64)
    return np.unique(np.bitwise_xor.reduce(bits) ^ strangers(1))[:count]


def with_free_bits(count: int, free: int) -> Hashes:
    """Hashes that differ in the lowest bits alone, as pages of one form do."""
    return np.unique(strangers(1) ^ random.integers(0, 2**free, count, dtype=np.uint64))


def mixed(crowd: Hashes) -> Hashes:
    """The crowd among 70,000 others."""
    return np.unique(np.concatenate([crowd, strangers(70_000)]))


def photos(count: int, crowd: int) -> list[Photo]:
    """Photos with a hash and 23 others each, of which so many are near-equal in all of them."""
    wholes, views = strangers(count), strangers(count * 23).reshape(count, 23)
    wholes[:crowd] = np.resize(near_equal(crowd, 3), crowd)
    views[:crowd] = np.resize(near_equal(crowd, 3), (crowd, 23))
    facts = Metadata(4000, 3000, "JPEG")
    return [
        Photo(
            f"{n}.jpg", 1, 0,
            Fingerprint(
                hashlib.sha256(b"%d" % n).hexdigest(), int(wholes[n]), facts,
                Views(views[n].astype(">u8").tobytes()),
            ),
        )
        for n in range(count)
    ]  # fmt: skip


WORK: dict[str, Callable[[], tuple[object, Callable[[], object]]]] = {
    "1,000,000 hashes linked": lambda: _on(strangers(1_000_000), components),
    "30,000 within 3 bits of a middle, among 100,000": lambda: _on(
        mixed(near_equal(30_000, 3)), components
    ),
    "30,000 within 6 bits": lambda: _on(mixed(near_equal(30_000, 6)), components),
    "30,000 with 24 free bits": lambda: _on(mixed(with_free_bits(30_000, 24)), components),
    "complete linkage of 30,000 within 3 bits": lambda: _on(
        near_equal(30_000, 3), complete_linkage
    ),
    "complete linkage of 30,000 within 6 bits": lambda: _on(
        near_equal(30_000, 6), complete_linkage
    ),
    "complete linkage of 50,000 within 12 bits": lambda: _on(
        near_equal(50_000, 12), complete_linkage
    ),
    "100,000 photos grouped, 30,000 of them near-equal": lambda: _on(
        photos(100_000, 30_000), group
    ),
    "all hashes of 100,000 photos searched": lambda: _on(photos(100_000, 0), _all_candidates),
    "the same, 30,000 of them near-equal": lambda: _on(photos(100_000, 30_000), _all_candidates),
}


def _all_candidates(each: list[Photo]) -> int:
    return sum(1 for _ in candidates(each))


def _on(values: object, work: Callable[..., object]) -> tuple[object, Callable[[], object]]:
    return values, lambda: work(values)


def measure(name: str) -> None:
    """Prints one row."""
    values, work = WORK[name]()
    before = highest()
    used = seconds(work)
    print(f"{name:50s} {used:6.2f} s {highest():6.0f} MB ({before:.0f} MB before)", flush=True)
    del values


def main() -> None:
    """Prints all rows, or the one that is named."""
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    for name in WORK:
        in_a_process_of_its_own("tests.benchmarks.match_hashes", name)


if __name__ == "__main__":
    main()
