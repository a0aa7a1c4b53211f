"""What a one-click cleaner takes from the practice photos, measured by their answer key. Nothing is removed here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard.likeness.groups import Group

if TYPE_CHECKING:
    from wizard.teaching.practice.photo import PracticePhoto


@dataclass(frozen=True)
class Loss:
    """Photos that are gone from their places, and those of them that were the only one of their moment."""

    photos: tuple[str, ...]
    only_ones: tuple[str, ...]


def answers() -> tuple[PracticePhoto, ...]:
    """The answer key, as it is written beside the practice photos."""
    from wizard.teaching.practice.collection import every_set  # not for the first screen

    return tuple(answer for practice_set in every_set() for answer in practice_set.answers())


def one_click(groups: Iterable[Group]) -> tuple[str, ...]:
    """What a cleaner takes that keeps the first photo of each group and asks nothing."""
    taken = (photo.path for group in groups for photo in group.photos[1:])
    return tuple(dict.fromkeys(taken))


def loss(gone: Collection[str], key: Iterable[PracticePhoto] | None = None) -> Loss:
    """What it means that these photos are gone: a moment is lost when no file of its capture stays."""
    known = answers() if key is None else tuple(key)
    staying = {answer.capture for answer in known if answer.path not in gone}
    lost = {answer.capture: answer.path for answer in reversed(known) if answer.path in gone}
    only_ones = sorted(path for capture, path in lost.items() if capture not in staying)
    return Loss(tuple(sorted(gone)), tuple(only_ones))
