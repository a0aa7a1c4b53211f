"""What step 6 shows of one group: which photos, how closely, and what stands below them. Hears no key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult

from wizard.journey import Inspection
from wizard.language.catalogs import _
from wizard.likeness.groups import Photo
from wizard.photos.close_up import Box
from wizard.problems import ProblemKind
from wizard.steps.inspect.difference import Difference
from wizard.steps.inspect.looking import Layout, Looking
from wizard.steps.inspect.reading import ReadsPictures
from wizard.steps.inspect.words import facts, in_place_of, what_is_seen
from wizard.steps.way import Way
from wizard.widgets.cells import cell_shape, draws_dots
from wizard.widgets.colours import shows_colours
from wizard.widgets.compare import Compare, Pane, panes_that_fit
from wizard.widgets.frame import KeyLine, Plain
from wizard.widgets.graphics.app import GraphicsChanged
from wizard.widgets.photo_view import PhotoView, Subject
from wizard.widgets.sight import Sight, pixels_per_column, window

AHEAD = 6
"""Photos of a group that are read before they are asked for, on each side of the marked one."""


class ShowsPictures(ReadsPictures):
    """Draws the photos of the group that the journey is at, as `Looking` says."""

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self._looking = Looking()

    @property
    def _inspection(self) -> Inspection:
        inspection = self.way.journey.inspection
        assert inspection is not None, "the way leads here only after a look"
        return inspection

    @property
    def _photos(self) -> Sequence[Photo]:
        return self._inspection.shown(self._inspection.group)

    def body(self) -> ComposeResult:
        yield Compare()
        yield Plain(id="why")

    def show_photos(self) -> None:
        """Draws what is to be seen, and reads what is not there yet."""
        self._looking.stay_within(len(self._photos))
        positions = self._positions()
        for compare in self.query(Compare):
            compare.show([self._pane(position) for position in positions])
        for line in self.query("#why").results(Plain):
            said = self._said_below()
            line.update(said)
            line.display = bool(said)
        for line_of_keys in self.query(KeyLine):
            line_of_keys.show(self.keys())
        self.note_what_was_seen()
        self.read([self.path_of(self._photos[position]) for position in positions], self._ahead())
        self.call_after_refresh(self._sharpen)
        if self._looking.layout is Layout.DIFFERENCE:
            self.find_difference(self._pair_of_paths())
        if self._looking.sight.close:
            self.find_same_spot(self._pair_of_paths(), self._sizes_of_the_pair())

    def note_what_was_seen(self) -> None:
        """Two photos of which the whole is drawn side by side now were seen together."""
        positions = self._positions()
        shown = [self.shelf.get(self.path_of(self._photos[position])) for position in positions]
        whole = self._looking.layout is Layout.PAIR and not self._looking.sight.close
        both = len(positions) == 2 and whole
        if both and not any(isinstance(each, ProblemKind | None) for each in shown):
            self._inspection.saw(*(self._photos[position] for position in positions))

    def on_resize(self) -> None:
        """Another size needs other pictures."""
        self.call_after_refresh(self.show_photos)

    def _pair_of_paths(self) -> tuple[Path, Path]:
        first, second = self._looking.pair
        return self.path_of(self._photos[first]), self.path_of(self._photos[second])

    @property
    def _difference(self) -> Difference | None:
        """Where the two on the screen differ, once it was found."""
        return self.differences.get(self._pair_of_paths()) if len(self._photos) > 1 else None

    def _sizes_of_the_pair(self) -> tuple[tuple[int, int], tuple[int, int]]:
        first, second = self._looking.pair
        return size_of(self._photos[first]), size_of(self._photos[second])

    def _seen_of_the_first(self, view: PhotoView) -> Box:
        """What the first of the pair shows, or would show in the place of this view."""
        size, _second = self._sizes_of_the_pair()
        return window(size, *view.size, self._looking.sight, cell_shape(self.app)).box

    def _sight(self, position: int) -> Sight:
        """How a photo is looked at: the second of a pair at the spot of the scene that the first shows."""
        sight, pair = self._looking.sight, self._looking.pair
        if not sight.close or position != pair[1]:
            return sight
        spot = self.same_spots.get(self._pair_of_paths())
        views = self.query_one(Compare).views
        if spot is None or not views:
            return sight
        shape = cell_shape(self.app)
        one, other = (
            pixels_per_column(size, *views[0].size, shape) for size in self._sizes_of_the_pair()
        )
        return spot.in_the_second(sight, self._seen_of_the_first(views[0]), (one, other))

    def _positions(self) -> list[int]:
        return self._looking.positions(len(self._photos), panes_that_fit(self.app.size.width))

    def _ahead(self) -> list[Path]:
        """What will be asked for next: the first two of the next group, then photos near the marked one.

        In this order: to decode up to twelve near ones takes longer than some look at two photos.
        """
        near = range(
            max(0, self._looking.marked - AHEAD),
            min(len(self._photos), self._looking.marked + AHEAD + 1),
        )
        photos = [self._photos[position] for position in near]
        following = self._inspection.position + 1
        if following < len(self._inspection.groups):
            photos[:0] = self._inspection.shown(self._inspection.groups[following])[:2]
        return [self.path_of(photo) for photo in photos]

    def _sharpen(self) -> None:
        """Reads anew, closely, what the small pictures show too coarsely."""
        if not self._close_ups_are_seen:
            return
        asked = {}
        views = [view for compare in self.query(Compare) for view in compare.views]
        for position, view in zip(self._positions(), views, strict=False):
            if not view.too_coarse:
                continue
            path, part = self.path_of(self._photos[position]), (view.seen, view.longer_side)
            if self.was_read_closely(path, part):
                view.wait_no_longer()
            else:
                asked[path] = part
        self.read_closely(asked)

    @property
    def _close_ups_are_seen(self) -> bool:
        """Blocks show no more of a whole photo than the small picture has; dots do."""
        if self._looking.layout in (Layout.STRIP, Layout.DIFFERENCE):
            return False
        return self._looking.sight.close or draws_dots(self.app)

    @on(ReadsPictures.PicturesRead)
    @on(GraphicsChanged)
    def _draw(self) -> None:
        self.show_photos()

    def _pane(self, position: int) -> Pane:
        photo = self._photos[position]
        path = self.path_of(photo)
        shown = self.shelf.get(path)
        marked = position == self._looking.marked
        lines = facts(self._inspection, self._photos, position, self._looking, self.app.size.width)
        if shown is None or isinstance(shown, ProblemKind):
            return Pane(lines, None, in_place_of(shown), marked)
        if self._looking.layout is Layout.DIFFERENCE:
            return self._difference_pane(lines)
        sight = self._sight(position)
        closely = self._close_ups_are_seen
        sharp = self.shelf.close_up(path) if closely else None
        subject = Subject(shown, size_of(photo), sight, sharp, awaited=closely)
        return Pane(lines, subject, "", marked)

    def _difference_pane(self, lines: tuple[str, ...]) -> Pane:
        difference = self._difference
        if difference is None:
            return Pane(lines, None, _("Comparing the two photos ..."), True)
        if difference.picture is None:
            return Pane(lines, None, _("These two have no part in common that we can find."), True)
        picture = difference.picture
        return Pane(lines, Subject(picture, picture.size, frames=difference.frames), "", True)

    def _said_below(self) -> str:
        said = what_is_seen(self._photos, self._looking, self._difference, self.app.size.width)
        if not shows_colours(self.app) and not draws_dots(self.app):
            said.append(_("This window has few colors, so photos are gray here."))
        return "\n".join(said)


def size_of(photo: Photo) -> tuple[int, int]:
    """In pixels, as seen."""
    return photo.fingerprint.metadata.width, photo.fingerprint.metadata.height
