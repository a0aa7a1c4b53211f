"""Step 4: looks for look-alikes, and step 5: the review folder, made only when the learner says so."""

from __future__ import annotations

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.language.moves import review_folder_lines
from wizard.language.names import whole
from wizard.language.scans import summary
from wizard.pages.leaflets import review_folder_leaflets, review_folder_name
from wizard.plain.way import Way


def look(way: Way) -> StepName:
    """Compares, unless it was done, and says what was found."""
    journey = way.journey
    if journey.scan is None:
        way.say(_("Comparing your photos. Nothing is changed."))
        way.attempt(lambda: journey.look(progress=way.progress()))
    if journey.scan is None:
        answers = [(1, _("Go on looking")), (2, _("Choose another folder"))]
        return StepName.LOOK if way.ask(answers) == 1 else StepName.CHOOSE
    way.say(_("This is what we found."), *summary(journey.scan, whole))
    go_on = [(1, _("Go on to step 5"))] if journey.scan.groups else []
    number = way.ask([*go_on, (2, _("Choose another folder"))])
    return StepName.REVIEW if number == 1 else StepName.CHOOSE


def review(way: Way) -> StepName:
    """Says what the folder is, and makes it."""
    journey = way.journey
    place = journey.place_for_review_folder(review_folder_name())
    way.say(_("Photos you set aside will wait in a review folder."))
    way.say(*review_folder_lines(place, journey.closed_gate(), False, whole), "")
    make = [(1, _("Make the review folder and go on"))] if not journey.look_only else []
    if way.ask([*make, (2, _("Not now. Go on and only look."))]) == 2:
        return StepName.INSPECT
    made = way.attempt(
        lambda: journey.open_review_folder(review_folder_name(), review_folder_leaflets())
    )
    return StepName.REVIEW if made is None else StepName.INSPECT
