"""Lays out groups of a scan on one picture, the sentence under each, to be judged by eye.

python -m tests.benchmarks.contact_sheet SCAN.json SHEET.png [--seed 1] [--groups 20]

SCAN.json comes from `before-you-delete scan FOLDER --json`. Of each group the best photo is shown
beside the others, three at most, each with its relation, reasons and percent.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from wizard.language.relations import REASONS, RELATIONS
from wizard.likeness.relations import Reason, Relation
from wizard.photos.picture import UnreadablePicture, read_picture

SIDE, LINE, SHOWN, COLUMNS = 230, 15, 4, 2
"""Pixels of a photo, of a line of text; photos of a group; groups beside each other."""
WIDTH, HEIGHT = SHOWN * (SIDE + 8) + 24, SIDE + 5 * LINE + 24


ONE_SIDED = {
    Reason.BRIGHTER: Reason.DARKER,
    Reason.DARKER: Reason.BRIGHTER,
    Reason.SMALLER: Reason.LARGER,
    Reason.LARGER: Reason.SMALLER,
    Reason.COARSER: Reason.FINER,
    Reason.FINER: Reason.COARSER,
}
UNTOLD = (Reason.NO_COLOUR, Reason.NO_CAMERA_DATA, Reason.NO_PLACE)
TURNED_ROUND = {each: ONE_SIDED.get(each, each) for each in Reason if each not in UNTOLD}
"""A reason as it reads when the two photos change places; some are told of the right one alone."""


def main() -> None:
    """Writes the sheet and prints what stands on it."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("scan", type=Path)
    arguments.add_argument("sheet", type=Path)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--groups", type=int, default=20)
    chosen = arguments.parse_args()
    report = json.loads(chosen.scan.read_text(encoding="utf-8"))
    count = min(chosen.groups, len(report["groups"]))
    picked = random.Random(chosen.seed).sample(report["groups"], count)
    rows = -(-count // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * WIDTH, rows * HEIGHT), "white")
    for number, group in enumerate(picked):
        row, column = divmod(number, COLUMNS)
        place = column * WIDTH + 8, row * HEIGHT + 8
        draw_group(sheet, place, number + 1, group, Path(report["folder"]), chosen.seed)
    sheet.save(chosen.sheet)


def draw_group(
    sheet: Image.Image,
    place: tuple[int, int],
    number: int,
    group: Mapping[str, Any],
    folder: Path,
    seed: int,
) -> None:
    """The best photo, then up to three others, the words of each below it."""
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=11)
    best, *others = chosen_photos(group, seed)
    pen.text(place, f"{number}. {len(group['members'])} photos", "black", font)
    for position, path in enumerate([best, *others]):
        left, top = place[0] + position * (SIDE + 8), place[1] + LINE
        sheet.paste(shown(folder / path), (left, top))
        lines = [path.rpartition("/")[2][-34:]]
        if path != best:
            pair = pair_of(group, best, path)
            said = words(pair, path)
            lines += said
            print(number, best, "|", path, "|", *said)
        for line, text in enumerate(lines):
            pen.text((left, top + SIDE + line * LINE), text[:40], "black", font)


def chosen_photos(group: Mapping[str, Any], seed: int) -> Sequence[str]:
    """The best first, then others of as many relations as there are."""
    listed = {
        p["b"] if p["a"] == group["best"] else p["a"]: p
        for p in group["pairs"]
        if group["best"] in (p["a"], p["b"])
    }
    others = sorted(listed)
    random.Random(seed).shuffle(others)
    relations: dict[str, list[str]] = {}
    for path in others:
        relations.setdefault(listed[path]["relation"], []).append(path)
    first = [paths[0] for paths in relations.values()]
    return [group["best"], *[*first, *(path for path in others if path not in first)][: SHOWN - 1]]


def pair_of(group: Mapping[str, Any], a: str, b: str) -> Mapping[str, Any]:
    """What the report says of two photos."""
    pairs: Sequence[Mapping[str, Any]] = group["pairs"]
    return next(pair for pair in pairs if {pair["a"], pair["b"]} == {a, b})


def words(pair: Mapping[str, Any], right: str) -> list[str]:
    """What a learner reads who sees `right` at the right, and the percent."""
    sentence = RELATIONS[Relation(pair["relation"])]()
    reasons = [Reason(reason) for reason in pair["reasons"]]
    if pair["b"] != right:
        reasons = [TURNED_ROUND[each] for each in reasons if each in TURNED_ROUND]
    why = ", ".join(REASONS[reason]() for reason in reasons)
    return [
        f"{pair['similarity']} % {sentence}"[:40],
        f"{pair['similarity']} % {sentence}"[40:],
        why[:40],
        why[40:80],
    ]


def shown(path: Path) -> Image.Image:
    """The photo in a square."""
    square = Image.new("RGB", (SIDE, SIDE), "#dddddd")
    try:
        photo = read_picture(path, SIDE)
    except UnreadablePicture:
        return square
    square.paste(photo, ((SIDE - photo.width) // 2, (SIDE - photo.height) // 2))
    return square


if __name__ == "__main__":
    main()
