"""Looking at one group at a time: what was on the screen beside what, and what the learner decided."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from wizard.journey.record import Record
from wizard.problems import Gate, MayNotMove

if TYPE_CHECKING:
    from wizard.likeness.groups import Group, Photo

CONFIRM_AFTER = 25
"""Groups decided before the wizard asks to confirm, so that no confirmation grows too long to read."""
ENOUGH_FOR_TODAY = 15
"""Groups after which the screen says that stopping is fine. A guess: about twenty minutes."""


class Choice(StrEnum):
    """What a learner decided about one photo."""

    KEEP = "keep"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True)
class Decided:
    """A photo to be set aside, one of its group that stays, and when both were on the screen together."""

    photo: Photo
    stays: Photo
    seen_at: str


class LookFirst(MayNotMove):
    """A photo would leave that was not yet seen beside `stays`, which would be the one to stay."""

    def __init__(self, leaves: Photo, stays: Photo) -> None:
        super().__init__(Gate.NOT_SEEN_BESIDE_ONE_THAT_STAYS)
        self.leaves = leaves
        self.stays = stays


class Inspection:
    """Walks through the groups, one round each. Nothing is decided beforehand; decisions move nothing.

    Exact copies inside a group of look-alikes are a round of their own, before it. What was on the
    screen is remembered by digest: whoever saw a picture saw all its exact copies.
    """

    def __init__(
        self, groups: Sequence[Group], record: Record, set_aside: Callable[[], Collection[str]]
    ) -> None:
        """`set_aside` tells the paths that are in the review folder now."""
        self.groups = rounds(groups)
        self._original = tuple(groups)
        self._whole = {photo.path: group for group in groups for photo in group.photos}
        self._record = record
        self._set_aside = set_aside
        digests = {photo.path: photo.sha256 for group in groups for photo in group.photos}
        record.decisions = {
            path: (choice, sha256)
            for path, (choice, sha256) in record.decisions.items()
            if digests.get(path) == sha256
        }
        self._seen = {frozenset((a, b)): at for a, b, at in record.seen}
        record.group = min(record.group, max(0, len(self.groups) - 1))

    @property
    def position(self) -> int:
        """Which group is on the screen, from 0."""
        return self._record.group

    @property
    def group(self) -> Group:
        """The group on the screen."""
        return self.groups[self.position]

    def go_to(self, position: int) -> bool:
        """Shows another group; False when there is none."""
        if not 0 <= position < len(self.groups):
            return False
        self._record.group = position
        return True

    def present(self, group: Group) -> tuple[Photo, ...]:
        """The photos of a group that are still among the photos."""
        away = self._set_aside()
        return tuple(photo for photo in group.photos if photo.path not in away)

    def shown(self, group: Group) -> tuple[Photo, ...]:
        """The photos of a round: without exact copies that are to go while their twin stays."""
        present = self.present(group)
        if group.all_identical:
            return present
        staying = {photo.sha256 for photo in present if self.stays(photo)}
        return tuple(photo for photo in present if self.stays(photo) or photo.sha256 not in staying)

    def choice(self, photo: Photo) -> Choice | None:
        """What was decided about a photo, or None."""
        decision = self._record.decisions.get(photo.path)
        return Choice(decision[0]) if decision else None

    def stays(self, photo: Photo) -> bool:
        """True unless it was decided to set it aside."""
        return self.choice(photo) is not Choice.SET_ASIDE

    def saw(self, a: Photo, b: Photo) -> None:
        """Both are on the screen now, side by side."""
        if a is not b and self._seen_at(a, b) is None:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            self._record.seen.append((a.sha256, b.sha256, now))
            self._seen[frozenset((a.sha256, b.sha256))] = now

    def keep(self, photo: Photo) -> None:
        """The photo stays."""
        self._record.decisions[photo.path] = (Choice.KEEP, photo.sha256)

    def set_aside(self, photo: Photo) -> None:
        """The photo is to go to the review folder. Nothing changes when this raises.

        Raises MayNotMove for the last of the group, and LookFirst when a photo would leave that was
        not on the screen beside one that stays.
        """
        group = self._whole[photo.path]
        staying = [each for each in self.present(group) if self.stays(each) and each is not photo]
        if not staying:
            raise MayNotMove(Gate.LAST_OF_GROUP)
        for leaves in self.present(group):
            if (leaves is photo or not self.stays(leaves)) and not self._witness(leaves, staying):
                raise LookFirst(leaves, staying[0])
        self._record.decisions[photo.path] = (Choice.SET_ASIDE, photo.sha256)

    def keep_only(self, photo: Photo) -> None:
        """One decision for exact copies: this one stays, its copies go. The screen names every one of them.

        Raises MayNotMove when this picture was not on the screen.
        """
        if self._seen_at(photo, photo) is None:
            raise MayNotMove(Gate.NOT_SEEN_BESIDE_ONE_THAT_STAYS)
        self.keep(photo)
        for other in self.present(self._whole[photo.path]):
            if other is not photo and other.sha256 == photo.sha256:
                self._record.decisions[other.path] = (Choice.SET_ASIDE, other.sha256)

    def partner(self, photos: Sequence[Photo], target: int) -> int:
        """Beside which photo another is shown: the nearest before it that stays, else after it, else any."""
        order: list[int] = [*range(target - 1, -1, -1), *range(target + 1, len(photos))]
        staying = [position for position in order if self.stays(photos[position])]
        return (staying or order)[0]

    def skip_finished(self) -> None:
        """Goes on at the first group, from where the learner was, that still has something to decide."""
        for position in range(self.position, len(self.groups)):
            if len(self.shown(self.groups[position])) > 1:
                self.go_to(position)
                return

    @property
    def groups_seen(self) -> int:
        """How many groups were looked at: two of their photos were on the screen together."""
        return sum(
            any(self._seen_at(a, b) for a, b in combinations(group.photos, 2))
            for group in self.groups
        )

    def undecided(self, group: Group) -> bool:
        """True when nothing was decided about any photo of the group."""
        return all(self.choice(photo) is None for photo in group.photos)

    @property
    def decided(self) -> tuple[Decided, ...]:
        """What is to be set aside once the learner confirms, group by group."""
        found = []
        for group in self._original:
            present = self.present(group)
            staying = [photo for photo in present if self.stays(photo)]
            for photo in present:
                witness = self._witness(photo, staying)
                if not self.stays(photo) and witness is not None:
                    found.append(Decided(photo, *witness))
        return tuple(found)

    @property
    def time_to_confirm(self) -> bool:
        """True when decisions of so many groups have gathered that they should be confirmed."""
        waiting = {decided.photo.path for decided in self.decided}
        groups = sum(any(photo.path in waiting for photo in group.photos) for group in self.groups)
        return groups >= CONFIRM_AFTER

    def forget_decisions(self) -> None:
        """Takes back everything decided and not yet moved."""
        self._record.decisions.clear()

    def forget(self, paths: Collection[str]) -> None:
        """Takes back what was decided about these photos: they were moved, or put back."""
        for path in paths:
            self._record.decisions.pop(path, None)

    def _witness(self, photo: Photo, staying: Sequence[Photo]) -> tuple[Photo, str] | None:
        """A photo that stays and when it was on the screen beside this one."""
        for other in staying:
            seen_at = self._seen_at(photo, other)
            if other is not photo and seen_at is not None:
                return other, seen_at
        return None

    def _seen_at(self, a: Photo, b: Photo) -> str | None:
        return self._seen.get(frozenset((a.sha256, b.sha256)))


def rounds(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups as they are looked at: first exact copies, the largest saving first, then look-alikes."""
    exact, alike = [], []
    for group in groups:
        if not group.all_identical:
            alike.append(group)
        by_digest: dict[str, list[Photo]] = {}
        for photo in group.photos:
            by_digest.setdefault(photo.sha256, []).append(photo)
        copies = [tuple(same) for same in by_digest.values() if len(same) > 1]
        exact += [replace(group, photos=photos) for photos in copies]
    exact.sort(key=lambda group: (-group.saving, group.photos[0].path))
    return (*exact, *alike)
