"""What does a percent tell? First the number alone, as a cleaner sees it; then the pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PIL import Image
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from wizard.language.catalogs import _
from wizard.language.formats import number, percent
from wizard.photos.picture import UnreadablePicture, read_picture
from wizard.steps.drills.exercise import Exercise
from wizard.steps.way import Way
from wizard.teaching.drills.threshold import Pair, pairs
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain
from wizard.widgets.photo_view import PhotoView

SIDE = 512
"""Pixels: twice what 120 columns can show."""
TRUTHS: dict[str, Callable[[], str]] = {
    "bracket-window": lambda: _(
        "One room, brighter and darker. Each shows what the other hides. Both stay."
    ),
    "edited-umbrella": lambda: _(
        "The same photo with its edges cut off: a copy. Going by percent, one would miss it."
    ),
    "kitchen-before-after": lambda: _(
        "One wall before and after a repair. Together they are a proof. Both stay."
    ),
}


class ThresholdLab(Exercise):
    """Pair after pair: a guess from the number, then a look."""

    DEFAULT_CSS: ClassVar[str] = """
    ThresholdLab Horizontal { height: 1fr; }
    ThresholdLab PhotoView { padding: 0 1; }
    """

    @dataclass
    class PicturesRead(Message):
        """Both pictures, or None for one that cannot be read."""

        pair: Pair
        pictures: tuple[Image.Image | None, ...]

    def __init__(self, way: Way, back: Callable[[], None]) -> None:
        super().__init__(way, back)
        scan = way.journey.scan
        self._pairs = pairs(scan.photos if scan else ())
        self._at = 0
        self._guess: bool | None = None

    @property
    def _pair(self) -> Pair | None:
        return self._pairs[self._at] if self._at < len(self._pairs) else None

    def instruction(self) -> str:
        pair = self._pair
        if pair is None:
            return _("A percent is a reason to look. It is never a verdict.")
        if self._guess is not None:
            return TRUTHS[pair.set]()
        # Translators: {n} of {all} pairs of photos, {percent} such as 95%
        return _("Pair {n} of {all}. They are {percent} alike. Is one a copy of the other?").format(
            n=number(self._at + 1), all=number(len(self._pairs)), percent=percent(pair.percent)
        )

    def body(self) -> ComposeResult:
        if self._pair is None:
            yield Plain(self._all_figures(), classes="text")
        elif self._guess is None:
            yield Plain(_("You see only the number, as a cleaner does."), classes="text")
        else:
            with Horizontal():
                yield PhotoView(id="first")
                yield PhotoView(id="second")

    def answers(self) -> Sequence[Answer]:
        if self._pair is None:
            return [self.back_answer(3)]
        if self._guess is not None:
            return [Answer(1, _("Go on"))]
        return [Answer(1, _("Yes, a copy")), Answer(2, _("No, two photos")), self.back_answer(3)]

    def answered(self, number: int) -> None:
        pair = self._pair
        if number == 3 or pair is None:
            self.go_back()
        elif self._guess is not None:
            self._at, self._guess = self._at + 1, None
            self.show_again()
        else:
            self._guess = number == 1
            right = self._guess == pair.is_copy
            self.message = _("That is right.") if right else _("The number can fool you.")
            self.show_again()

    def show_again(self) -> None:
        if self._guess is None:
            self.message = ""
        super().show_again()
        if self._guess is not None and self._pair is not None:
            self._read(self._pair)

    def _all_figures(self) -> str:
        lines = [f"{percent(pair.percent)}  {TRUTHS[pair.set]()}" for pair in self._pairs]
        return "\n\n".join(lines)

    @work(thread=True, exclusive=True, exit_on_error=False, group="pictures")
    def _read(self, pair: Pair) -> None:
        pictures = tuple(_picture(self.way, photo.path, photo.sha256) for photo in (pair.a, pair.b))
        self.post_message(self.PicturesRead(pair, pictures))

    @on(PicturesRead)
    def _draw(self, event: PicturesRead) -> None:
        if event.pair is not self._pair:
            return
        for view, picture in zip(self.query(PhotoView), event.pictures, strict=False):
            if picture is not None:
                view.show(picture)


def _picture(way: Way, path: str, sha256: str) -> Image.Image | None:
    """The picture, from its place or, where it is set aside, from the backup."""
    journey = way.journey
    copy = journey.copies.of_digest(sha256) if journey.copies is not None else None
    places = [journey.library.folder / path] if journey.library is not None else []
    for place in [*places, *([copy.where] if copy is not None else [])]:
        try:
            return read_picture(place, SIDE)
        except UnreadablePicture:
            continue
    return None
