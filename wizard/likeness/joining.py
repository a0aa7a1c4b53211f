"""Brings a turned, cropped or framed copy to its original's press of the shutter, once pixels prove it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from threading import Event

import numpy as np
from PIL import Image

from wizard.likeness.candidates import Candidate, candidates
from wizard.likeness.captures import looks, trust
from wizard.likeness.copies import CERTAINLY, Copy, placed_copy, turned_copy
from wizard.likeness.evidence import other_press
from wizard.likeness.frames import Box
from wizard.likeness.photo import Looks, Made, Photo, Seen
from wizard.likeness.pictures import Pictures
from wizard.likeness.pixel_check import QUICK, quick_look
from wizard.likeness.rough_place import Greys
from wizard.likeness.small_picture import COLOUR_SIDE, SmallPicture
from wizard.likeness.turns import turned
from wizard.long_work import stop_if_asked
from wizard.photos.picture import UnreadablePicture

TRIED_AT_MOST = 3
"""Originals tried for one copy, the likeliest first: a trial that has to lay one over the other costs
as much as reading a picture."""
QUICK_PART = 0.7
"""As QUICK, for a part that is only roughly known."""
OTHER_WAY = {
    Made.WHOLE: Made.WHOLE,
    Made.CROPPED: Made.FRAMED,
    Made.FRAMED: Made.CROPPED,
    Made.SCANNED: Made.SCANNED,
}
"""What the first is to the second when this is what the second is to the first."""
SAME = "same"
"""Stands for the original's picture, which may itself be found to be a copy."""


@dataclass(frozen=True)
class Trial:
    """One copy, and the originals that it may be of, the likeliest first."""

    candidates: tuple[Candidate, ...]

    @property
    def copy(self) -> Photo:
        """What may be a copy."""
        return self.candidates[0].copy

    @property
    def name(self) -> str:
        """By the contents of its photos, wherever they lie."""
        originals = (candidate.original.sha256[:16] for candidate in self.candidates)
        return f"{self.copy.sha256[:16]}<{'<'.join(originals)}"

    @property
    def weight(self) -> int:
        """How many photos are looked at."""
        return 1

    def see(self, pictures: Pictures, stop: Event | None) -> Seen:
        """What the copy and its original show: the original of which least differs. Nothing unproven.

        Raises Stopped.
        """
        best: tuple[Copy, Seen] | None = None
        for candidate in self.candidates:
            stop_if_asked(stop)
            try:
                proof = _proof(candidate, pictures)
            except UnreadablePicture:
                continue  # it was readable a moment ago; nothing is claimed of it
            if proof and (best is None or _better(proof[0], best[0])):
                best = proof
            if best and (best[0].same or CERTAINLY <= best[0].detail < 1):
                break
        return best[1] if best else {}


def _better(one: Copy, other: Copy) -> bool:
    return (one.same, one.detail) > (other.same, other.detail)


def trials(photos: Sequence[Photo], stop: Event | None = None) -> list[Trial]:
    """Candidates among the photos that stand for a press, unless the cameras' facts speak against it.

    Raises Stopped.
    """
    by_press = _by_press(photos)

    def company(photo: Photo) -> tuple[int, bool]:
        """Of two that are each other turned, the one among more photos is where the other one belongs."""
        return len(by_press[photo.capture]), photo.looks is not None

    by_copy: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates([members[0] for members in by_press.values()], stop):
        if candidate.box is None and company(candidate.original) < company(candidate.copy):
            candidate = candidate.turned_round()
        presses = by_press[candidate.original.capture], by_press[candidate.copy.capture]
        facts = [[each.fingerprint.metadata for each in members] for members in presses]
        tried = by_copy[candidate.copy.sha256]
        if len(tried) < TRIED_AT_MOST and not any(other_press(a, b) for a, b in product(*facts)):
            tried.append(candidate)
    return [Trial(tuple(tried)) for tried in by_copy.values() if tried]


def joined(
    photos: Sequence[Photo], tried: Sequence[Trial], seen: Mapping[str, Seen]
) -> tuple[Photo, ...]:
    """The photos, each proven copy with all that show its press now of its original's press."""
    by_press = _by_press(photos)
    now = {photo.path: photo for photo in photos}
    of_press = {press: [photo.path for photo in members] for press, members in by_press.items()}
    for trial in tried:
        shown = seen.get(trial.name, {})
        if trial.copy.sha256 not in shown:
            continue
        proof = shown[trial.copy.sha256]
        original, copy = (by_press[name][0] for name in (proof.capture, trial.copy.capture))
        for each in (original, copy):
            for photo in by_press[each.capture]:
                if now[photo.path].looks is None:
                    now[photo.path] = replace(photo, looks=_alone(shown[each.sha256], photo))
        one, other = now[original.path].looks, now[copy.path].looks
        if one is None or other is None or one.capture == other.capture:
            continue
        if len(of_press[one.capture]) < len(of_press[other.capture]):
            one, other, proof = other, one, replace(proof, made=OTHER_WAY[proof.made])
        moving = of_press.pop(other.capture)
        of_press[one.capture] += moving
        for path in moving:
            photo = now[path]
            if photo.looks is not None:
                now[path] = replace(photo, looks=_moved(photo.looks, one, other, proof))
    return tuple(now[photo.path] for photo in photos)


def _alone(looks: Looks, photo: Photo) -> Looks:
    """What a photo shows that nothing was like so far."""
    return replace(looks, picture=photo.sha256, capture=photo.sha256, turn=0, made=Made.WHOLE)


def _moved(own: Looks, original: Looks, copy: Looks, proof: Looks) -> Looks:
    """What a photo of the copy's press shows, as it stands to the original's."""
    same = proof.picture == SAME and own.picture == copy.picture
    return replace(
        own,
        capture=original.capture,
        picture=original.picture if same else own.picture,
        turn=own.turn ^ proof.turn ^ original.turn,
        made=proof.made if own.made is Made.WHOLE else own.made,
    )


def _proof(candidate: Candidate, pictures: Pictures) -> tuple[Copy, Seen] | None:
    original, copy = candidate.original, candidate.copy
    one, other = pictures.get(original.path), pictures.get(copy.path)
    if not _plausible(one, other, candidate):
        return None
    if candidate.box is None:

        def larger(pixels: int) -> tuple[SmallPicture, SmallPicture]:
            return pictures.larger(original.path, pixels), pictures.larger(copy.path, pixels)

        proven = turned_copy(one, other, candidate.turn, larger)
    else:
        proven = placed_copy(one, other, candidate.box, trust(original, copy))
    if proven is None:
        return None
    first = looks(one, original.sha256, original.capture)
    picture = SAME if proven.same else copy.sha256
    shown = looks(other, picture, original.capture, proven.turn, proven.made)
    return proven, {original.sha256: first, copy.sha256: shown}


def _by_press(photos: Sequence[Photo]) -> dict[str, list[Photo]]:
    """By press of the shutter its photos; first one that shows what most of them show.

    Copies are made of the original, seldom of what was changed.
    """
    found: dict[str, list[Photo]] = defaultdict(list)
    for photo in photos:
        found[photo.capture].append(photo)
    for members in found.values():
        shown = Counter(_picture(photo) for photo in members)
        members.sort(
            key=lambda each: (-shown[_picture(each)], each.sha256 != _picture(each), each.path)
        )
    return found


def _picture(photo: Photo) -> str:
    return photo.looks.picture if photo.looks else photo.sha256


def _plausible(original: SmallPicture, copy: SmallPicture, candidate: Candidate) -> bool:
    """A glance at both in tiny, which spares most wrong candidates the costly look."""
    if candidate.box is None:
        return quick_look(original.tiny, turned(copy.tiny, candidate.turn)) >= QUICK
    left, top, width, height = (
        getattr(candidate.box, each) for each in ("left", "top", "width", "height")
    )
    if width <= 1 and height <= 1:
        return quick_look(_part(original, candidate.box), copy.tiny) >= QUICK_PART
    inside = Box(-left / width, -top / height, 1 / width, 1 / height)
    return quick_look(original.tiny, _part(copy, inside)) >= QUICK_PART


def _part(picture: SmallPicture, box: Box) -> Greys:
    """A part in tiny."""
    height, width = picture.greys.shape
    edges = (
        max(0.0, box.left) * width,
        max(0.0, box.top) * height,
        min(1.0, box.left + box.width) * width,
        min(1.0, box.top + box.height) * height,
    )
    square = (COLOUR_SIDE, COLOUR_SIDE)
    part = Image.fromarray(picture.greys).resize(square, Image.Resampling.BILINEAR, edges)
    return np.asarray(part).astype(np.float32)
