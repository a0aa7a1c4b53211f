"""What may go to the computer's trash, and why the rest may not. Looks at the record, the clock and the backup."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from wizard.photos.companions import claims, companions
from wizard.photos.library import File
from wizard.plain_files import no_link_on_the_way
from wizard.problems import MayNotTrash, TrashDoubt
from wizard.rights import as_administrator
from wizard.safekeeping import bins
from wizard.safekeeping.checked import CheckedCopies, CheckedCopy
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_record import Item

FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""This program is not older: an earlier date comes from a clock that was wrong."""
LONGEST = timedelta(days=3650)
"""Ten years since a record was written: more, and we think that the clock has jumped. A guess."""
PARTS_OF_A_PLACE = 3
"""Day, slot and name: where set aside files lie in a review folder, and nothing of ours does."""

Bundle = tuple[Item, ...]


@dataclass(frozen=True)
class Plan:
    """Photos, each with its companions, that may go to the trash now; the files that may not, each with its reason."""

    bundles: tuple[Bundle, ...]
    staying: tuple[tuple[Item, TrashDoubt], ...]

    @property
    def items(self) -> Bundle:
        """Every file that may go."""
        return tuple(item for bundle in self.bundles for item in bundle)

    @property
    def bytes(self) -> int:
        """The size of all that may go."""
        return sum(item.bytes for item in self.items)


def plan(
    review: ReviewFolder, copies: Sequence[CheckedCopies], now: datetime, *, shared_computer: bool
) -> Plan:
    """What may go at this moment; reads no photo. `now` has a time zone, the learner's.

    Raises MayNotTrash when nothing may, with the first reason.
    """
    doubt = _doubt_about_all(review, copies, now, shared_computer)
    if doubt is not None:
        raise MayNotTrash(doubt)
    left = left_their_places(review)
    bundles: dict[str, list[Item]] = {}
    for item in review.items:
        bundles.setdefault(item.bundle, []).append(item)
    going, staying = [], []
    for items in map(tuple, bundles.values()):
        doubts = [_doubt(review, item, left, copies, now) for item in items]
        first = next(filter(None, doubts), None)
        if first is None:
            going.append(items)
        else:
            staying += [(item, own or first) for item, own in zip(items, doubts, strict=True)]
    made = _with_all_owners(going, staying)
    doubt = bins.doubt_about(review.path, made.bytes) if going else staying[0][1]
    if doubt is not None:
        raise MayNotTrash(doubt)
    return made


def copies_of(
    item: Item, copies: Iterable[CheckedCopies], review: ReviewFolder
) -> Iterator[CheckedCopy]:
    """Checked copies of these bytes on drives that are plugged in; none that lies in the review folder itself."""
    for each in copies:
        copy = each.of_digest(item.sha256)
        if copy is not None and review.path not in Path(os.path.realpath(copy.where)).parents:
            yield copy


Left = Mapping[tuple[str, str], Item]
"""What is not in its place among the photos, by path and digest."""


def left_their_places(review: ReviewFolder) -> Left:
    """Everything that was set aside from the photos: here now, or sent to the trash."""
    items = (*review.items, *(sent.item for sent in review.sent))
    return {(item.path, item.sha256): item for item in items}


def witnesses(item: Item, left: Left) -> list[tuple[str, str]]:
    """The photos, by path and digest, of which one must be in its place: the one that stayed beside this one.

    Where that one was set aside later, beside a third, the third counts as well.
    """
    found: list[tuple[str, str]] = []
    leaving: Item | None = item
    while leaving is not None and (leaving.stays, leaving.stays_sha256) not in found:
        found.append((leaving.stays, leaving.stays_sha256))
        leaving = left.get(found[-1])
    return found


def _doubt_about_all(
    review: ReviewFolder, copies: Sequence[CheckedCopies], now: datetime, shared_computer: bool
) -> TrashDoubt | None:
    if shared_computer:
        return TrashDoubt.SHARED_COMPUTER
    if not review.items:
        return TrashDoubt.NOTHING_HERE
    if as_administrator():
        return TrashDoubt.ADMINISTRATOR
    if _clock_is_off(review, copies, now):
        return TrashDoubt.CLOCK
    return bins.doubt_about(review.path, 0)


def _clock_is_off(review: ReviewFolder, copies: Iterable[CheckedCopies], now: datetime) -> bool:
    """True when any record of ours is from later than now, from before this program, or from too long ago."""
    written = [item.set_aside_at for item in review.items]
    written += [each.last_checked for each in copies if each.last_checked is not None]
    moments = [_moment(each) for each in written]
    return any(
        when is None or not FIRST_DAY <= when <= now or now - when > LONGEST for when in moments
    )


def _doubt(
    review: ReviewFolder, item: Item, left: Left, copies: Sequence[CheckedCopies], now: datetime
) -> TrashDoubt | None:
    """Why one file may not go, as far as that can be told without reading it."""
    set_aside = datetime.fromisoformat(item.set_aside_at).astimezone(now.tzinfo)
    if set_aside.date() >= now.date():
        return TrashDoubt.TOO_SOON
    if item.where.count("/") != PARTS_OF_A_PLACE - 1 or not _there(review.path, item.where):
        return TrashDoubt.NOT_HERE
    if not any(_there(review.photos, path) for path, _ in witnesses(item, left)):
        return TrashDoubt.NONE_STAYS
    return None if any(copies_of(item, copies, review)) else TrashDoubt.NO_BACKUP


def _there(folder: Path, path: str) -> bool:
    return os.path.lexists(folder / path) and no_link_on_the_way(folder, path)


def _moment(iso: str) -> datetime | None:
    """None for what is no moment with a time zone."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return when if when.tzinfo is not None else None


def _with_all_owners(going: list[Bundle], staying: list[tuple[Item, TrashDoubt]]) -> Plan:
    """A companion of two photos does not go before both: its bundle waits for the other photo."""
    items = [item for bundle in going for item in bundle] + [item for item, _ in staying]
    owners = claims(companions(File(item.path, item.bytes, 0, (0, 0)) for item in items))
    here = {item.path: doubt for item, doubt in staying}

    def doubt_of(bundle: Bundle) -> TrashDoubt | None:
        needed = (owner for item in bundle for owner in owners.get(item.path, ()))
        return next((here[owner] for owner in needed if owner in here), None)

    while waiting := [(bundle, doubt) for bundle in going if (doubt := doubt_of(bundle))]:
        for bundle, doubt in waiting:
            going.remove(bundle)
            staying += [(item, doubt) for item in bundle]
            here |= dict.fromkeys((item.path for item in bundle), doubt)
    return Plan(tuple(going), tuple(staying))
