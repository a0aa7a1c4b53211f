"""Step 6: one group at a time. Each photo is told by its facts, each pair by what differs; nothing is chosen beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.journey import Inspection, StepName
from wizard.journey.inspection import LookFirst
from wizard.language.catalogs import _, pgettext
from wizard.language.formats import number
from wizard.language.inspecting import aside_answer, group_line, keep_answer, look_first_words
from wizard.language.photos import decision_line
from wizard.language.sentences import sentence_for
from wizard.likeness.groups import Photo
from wizard.plain.confirm_move import confirm_move
from wizard.plain.describe import describe_copies, describe_pair
from wizard.plain.way import Way
from wizard.problems import MayNotMove

KEEP, ASIDE, NEXT_GROUP, NEXT_PHOTO, GROUP_BEFORE, ENOUGH = 1, 2, 3, 5, 6, 7
"""1 to 3 as on the screen; 4 is for the eyes there."""


def inspect(way: Way) -> StepName:
    """Group after group, until the learner has looked enough."""
    inspection = way.journey.inspection
    if inspection is None:
        return StepName.LOOK
    inspection.skip_finished()
    while True:
        step = _Group(way, inspection).look()
        if step is None:
            return StepName.FINISH
        is_another = inspection.go_to(inspection.position + step)
        if not is_another and step > 0 and confirm_move(way):
            return StepName.FINISH
        way.journey.save()


class _Group:
    """The group that is looked at: which photo is asked about, and which one is beside it."""

    def __init__(self, way: Way, inspection: Inspection) -> None:
        self._way = way
        self._inspection = inspection
        self._marked = 0
        self._beside = 1

    @property
    def _photos(self) -> Sequence[Photo]:
        return self._inspection.shown(self._inspection.group)

    @property
    def _others(self) -> int | None:
        """For exact copies how many go together when one is kept."""
        same = self._inspection.group.all_identical and len(self._photos) > 1
        return len(self._photos) - 1 if same else None

    def look(self) -> int | None:
        """How many groups to go on by, or None when the learner leaves the step."""
        while True:
            self._way.say(group_line(self._inspection))
            if len(self._photos) > 1:
                self._describe()
            match self._ask():
                case 1 | 2 as decision:
                    if self._decide(keep=decision == KEEP) and not self._mark_undecided():
                        return 1
                case 3:
                    return 1
                case 5:
                    self._mark((self._marked + 1) % len(self._photos))
                case 6:
                    return -1
                case _enough:
                    if confirm_move(self._way):
                        return None

    def _ask(self) -> int:
        answers = [(NEXT_GROUP, pgettext("inspect", "Next group"))]
        if len(self._photos) > 1:
            decide = [(KEEP, keep_answer(self._others)), (ASIDE, aside_answer(self._others))]
            answers = [*decide, *answers, (NEXT_PHOTO, _("Next photo of this group"))]
        if self._inspection.position:
            answers.append((GROUP_BEFORE, _("Group before")))
        enough = _("I have looked enough. Go to the last step.")
        return self._way.ask([*answers, (ENOUGH, enough)])

    def _describe(self) -> None:
        photos = self._photos
        self._marked = min(self._marked, len(photos) - 1)
        if self._beside >= len(photos) or self._beside == self._marked:
            self._beside = self._inspection.partner(photos, self._marked)
        first, second = sorted((self._marked, self._beside))
        if self._others is None:
            seen = describe_pair(self._way, self._inspection, photos, (first, second))
        else:
            seen = describe_copies(self._way, self._inspection, photos, self._marked)
        if seen:
            self._inspection.saw(photos[first], photos[second])
        # Translators: {n} is the number of a photo in its group
        self._way.say(_("Your answer is about photo {n}.").format(n=number(self._marked + 1)))

    def _decide(self, *, keep: bool) -> bool:
        """False when a gate is shut; then the learner is told what is to be done first."""
        photos, inspection = self._photos, self._inspection
        photo = photos[self._marked]
        try:
            if keep:
                for each in [photo] if self._others is None else photos:
                    inspection.keep(each)
            elif self._others is None:
                inspection.set_aside(photo)
            else:
                inspection.keep_only(photo)
        except LookFirst as look:
            self._marked, self._beside = photos.index(look.leaves), photos.index(look.stays)
            self._way.say(look_first_words(self._marked + 1, self._beside + 1))
            return False
        except MayNotMove as shut:
            self._way.say(sentence_for(shut))
            return False
        self._way.say(decision_line(inspection, photo), "")
        self._way.journey.save()
        if inspection.time_to_confirm:
            confirm_move(self._way)
        return True

    def _mark(self, target: int) -> None:
        self._beside = self._inspection.partner(self._photos, target)
        self._marked = target

    def _mark_undecided(self) -> bool:
        """Asks about the next photo without a decision; False when there is none."""
        photos = self._photos
        open_ = [place for place, photo in enumerate(photos) if not self._inspection.choice(photo)]
        if len(photos) < 2 or not open_:
            return False
        if self._marked not in open_:
            self._mark(next((place for place in open_ if place > self._marked), open_[0]))
        return True
