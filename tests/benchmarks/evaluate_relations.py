"""Scores a scan against the truth about its photos: what is found, and what would be lost by trust.

python -m tests.benchmarks.evaluate_relations SCAN.json TRUTH [--half 0|1]

SCAN.json comes from `before-you-delete scan FOLDER --json`; TRUTH.json holds `files`: by path the
`capture` (one press of the shutter), the `set` and `set_kind` it belongs to, the `relation` by which
it was made and what it was `derived_from`. For practice photos TRUTH is their answer key, a CSV file:
what they show is drawn, so their brackets, bursts and portraits are simulated ones. `--half` scores one
half of the source pictures: the limits in `likeness` were chosen on half 0, half 1 was left out. A
measurement, not a test: it always ends well.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SPLIT_SEED = 2026
"""Names the split into halves; it was drawn before any limit was chosen on one of them."""
CERTAIN = ("identical_file", "same_picture")
RESAVED = [
    "byte_copy",
    "reencode_95",
    "reencode_60",
    "reencode_30",
    "resize_2048",
    "resize_1024",
    "resize_640",
    "messenger_twice",
    "format_png",
    "format_webp",
    "format_heic",
    "exif_stripped",
    "exif_orientation",
]
TURNED = ["rotated_90", "rotated_180", "mirrored"]
CROPS_AND_FRAMES = [
    "crop_2",
    "crop_5",
    "crop_10",
    "white_frame",
    "screenshot",
    "date_stamp",
    "watermark",
]
RESCANS = ["rescan_a", "rescan_b"]
PROVEN = (*CERTAIN, "edited_copy", "rescan")
KINDS = {
    "re-saved, resized, reformatted": RESAVED,
    "turned, mirrored": TURNED,
    "cropped to 10 percent, framed, screenshot, stamped": CROPS_AND_FRAMES,
    "scanned again (simulated)": RESCANS,
}

Files = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Told:
    """One pair of the report and whether it is one press of the shutter."""

    a: str
    b: str
    relation: str
    same_capture: bool
    kind: str
    """How the copy was made, or what kind of set the two different pictures belong to."""


def main() -> None:
    """Prints the figures."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("scan", type=Path)
    arguments.add_argument("truth", type=Path)
    arguments.add_argument("--half", type=int, choices=(0, 1))
    chosen = arguments.parse_args()
    files = truth_of(chosen.truth)
    if chosen.half is not None:
        files = {path: each for path, each in files.items() if half_of(path, files) == chosen.half}
    told = list(pairs_told(json.loads(chosen.scan.read_text(encoding="utf-8"))["groups"], files))
    print(f"{len(files)} files, {len(told)} pairs told")
    print_dangers(told, files)
    print_found(told, files)
    print_table(told)


def truth_of(path: Path) -> Files:
    """By path what is true of a file, from a truth.json or from the practice photos' answer key."""
    if path.suffix != ".csv":
        files: Files = json.loads(path.read_text(encoding="utf-8"))["files"]
        return files
    with path.open(encoding="utf-8", newline="") as answers:
        rows = list(csv.DictReader(answers))
    return {
        row["path"]: {
            "capture": row["capture"],
            "set": row["set"],
            "set_kind": row["relation"],
            "relation": row["relation"],
            "derived_from": None,
        }
        for row in rows
    }


def half_of(path: str, files: Files) -> int:
    """Which half a photo and all its copies are in: 0, on which limits are chosen, or 1, left out.

    Pictures of one moment stay together, so that no pair of different pictures is lost; the rest is
    split picture by picture.
    """
    source = files[path].get("set") or files[path]["capture"]
    return hashlib.sha256(f"{SPLIT_SEED}/{source}".encode()).digest()[0] % 2


def pairs_told(groups: Iterable[Mapping[str, Any]], files: Files) -> Iterable[Told]:
    """Every pair of the report whose two files the truth knows."""
    for group in groups:
        for pair in group["pairs"]:
            one, other = files.get(pair["a"]), files.get(pair["b"])
            if one is not None and other is not None:
                same = one["capture"] == other["capture"]
                kind = _kind_of_copy(one, other) if same else _kind_of_set(one, other)
                yield Told(pair["a"], pair["b"], pair["relation"], same, kind)


def print_dangers(told: Iterable[Told], files: Files) -> None:
    """What somebody would lose who trusts `same_picture` and keeps one of each."""
    wrong = [each for each in told if not each.same_capture and each.relation in CERTAIN]
    unrelated = [each for each in told if each.kind == "unrelated"]
    changed = [
        each
        for each in told
        if not each.same_capture
        and each.relation in ("edited_copy", "rescan")
        and each.relation
        != each.kind  # two scans of one print are two captures, and said to be that
    ]
    captures = {each["capture"] for each in files.values()}
    lost = len(captures) - len({files[path]["capture"] for path in kept(told, files)})
    print(f"different pictures told the same: {len(wrong)}")
    print(f"different pictures told edited_copy or rescan: {len(changed)}")
    print(f"unrelated pictures in one group: {len(unrelated)}")
    print(f"captures lost when one of each is kept: {lost} of {len(captures)}")
    for each in (wrong + changed + unrelated)[:8]:
        print(f"  {each.relation}: {each.a} | {each.b}")


def kept(told: Iterable[Told], files: Files) -> set[str]:
    """The files that stay when of everything told the same only the first is kept."""
    first = {path: path for path in files}

    def root(path: str) -> str:
        while first[path] != path:
            path = first[path]
        return path

    for each in told:
        if each.relation in CERTAIN:
            one, other = sorted((root(each.a), root(each.b)))
            first[other] = one
    return {path for path in files if root(path) == path}


def print_found(told: Iterable[Told], files: Files) -> None:
    """Of the copies made, how many are told with their own original, and as what."""
    by_copy: dict[str, str] = {}
    for each in told:
        for copy, original in ((each.a, each.b), (each.b, each.a)):
            if files[copy].get("derived_from") == original:
                by_copy[copy] = each.relation
    for name, kinds in KINDS.items():
        print_kind(
            name, [path for path, each in files.items() if each["relation"] in kinds], by_copy
        )
        for kind in kinds:
            made = [path for path, each in files.items() if each["relation"] == kind]
            print_kind(f"  {kind}", made, by_copy)


def print_kind(name: str, made: Sequence[str], by_copy: Mapping[str, str]) -> None:
    """One line: made, told the same, proven to be of one press of the shutter."""
    if made:
        certain = sum(by_copy.get(path) in CERTAIN for path in made)
        proven = sum(by_copy.get(path) in PROVEN for path in made)
        print(
            f"{name}: {len(made)} made, {sum(path in by_copy for path in made)} in a group, "
            f"told the same {_percent(certain, len(made))}, proven {_percent(proven, len(made))}"
        )


def print_table(told: Iterable[Told]) -> None:
    """For each kind of pair how often each relation was told."""
    table: dict[tuple[bool, str], Counter[str]] = defaultdict(Counter)
    for each in told:
        table[not each.same_capture, each.kind][each.relation] += 1
    for (different, kind), counted in sorted(table.items()):
        words = ", ".join(f"{relation} {count}" for relation, count in counted.most_common())
        print(f"{'DIFFERENT ' if different else ''}{kind}: {words}")


def _kind_of_copy(one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    kinds = sorted({one["relation"], other["relation"]} - {"original"})
    return kinds[0] if len(kinds) == 1 else "two copies"


def _kind_of_set(one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    together = one["set"] is not None and one["set"] == other["set"]
    return str(one["set_kind"]) if together else "unrelated"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"


if __name__ == "__main__":
    main()
