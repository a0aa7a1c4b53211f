"""What a one-click cleaner would have taken, beside what the learner set aside; what was unique goes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from wizard.language.catalogs import _, ngettext
from wizard.language.formats import number
from wizard.language.names import shorten
from wizard.language.sentences import sentence_for
from wizard.likeness.scan import Scan
from wizard.problems import KitError
from wizard.steps.drills.exercise import Exercise
from wizard.teaching.drills.cleaner import Loss, loss, one_click
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain

NAMES_SHOWN = 4
NAME_CELLS = 34


class CleanerOutcome(Exercise):
    """Two columns: the cleaner, and the learner."""

    DEFAULT_CSS: ClassVar[str] = """
    CleanerOutcome Horizontal { height: auto; }
    CleanerOutcome Horizontal > Plain { width: 1fr; height: auto; padding: 0 1; }
    """

    def instruction(self) -> str:
        return _("What a one-click cleaner would have taken")

    def body(self) -> ComposeResult:
        scan = self.way.journey.scan
        with Horizontal():
            cleaner, mine = loss(one_click(scan.groups if scan else ())), self._mine()
            taken = ngettext("{n} photo taken away.", "{n} photos taken away.", len(cleaner.photos))
            aside = ngettext("{n} photo set aside.", "{n} photos set aside.", len(mine.photos))
            yield Plain(_column(_("The cleaner"), taken, cleaner))
            yield Plain(_column(_("You"), aside, mine))

    def answers(self) -> Sequence[Answer]:
        count = len(self._mine().only_ones)
        back = ngettext(
            "Put back the {n} that was unique", "Put back the {n} that were unique", count
        )
        answers = [Answer(1, back.format(n=number(count)))] if count else []
        return [*answers, self.back_answer(2)]

    def answered(self, number: int) -> None:
        if number == 1:
            self._put_unique_back()
        else:
            self.go_back()

    def _mine(self) -> Loss:
        review = self.way.journey.review
        return loss([item.path for item in review.items] if review is not None else [])

    def _put_unique_back(self) -> None:
        review, unique = self.way.journey.review, self._mine().only_ones
        items = [item for item in review.items if item.path in unique] if review else []
        try:
            result = self.way.journey.put_back(items)
        except KitError as error:
            self.tell(sentence_for(error))
            return
        said = ngettext(
            "{n} file is back in its old place.",
            "{n} files are back in their old places.",
            result.files,
        )
        self.message = said.format(n=number(result.files))
        self.show_again()


def told_in_one_line(scan: Scan) -> str:
    """What the cleaner would have taken, for the last step."""
    lost = loss(one_click(scan.groups))
    # Translators: {n} photos; {only} of them had no other file of the same moment
    text = ngettext(
        "A cleaner would have taken {n} photo, {only} of them unique. See choice 6.",
        "A cleaner would have taken {n} photos, {only} of them unique. See choice 6.",
        len(lost.photos),
    )
    return text.format(n=number(len(lost.photos)), only=number(len(lost.only_ones)))


def _column(title: str, counted: str, lost: Loss) -> str:
    """Who, how many photos, how many of them were the only one of their moment, and their names."""
    only = len(lost.only_ones)
    lines = [title, counted.format(n=number(len(lost.photos)))]
    if not only:
        return "\n".join([*lines, _("No moment is lost.")])
    text = ngettext(
        "{n} of them was the only one of its moment:",
        "{n} of them were the only ones of their moment:",
        only,
    )
    lines.append(text.format(n=number(only)))
    lines += [f"  {shorten(path, NAME_CELLS)}" for path in lost.only_ones[:NAMES_SHOWN]]
    if only > NAMES_SHOWN:
        more = only - NAMES_SHOWN
        text = ngettext("  and {n} more", "  and {n} more", more)
        lines.append(text.format(n=number(more)))
    return "\n".join(lines)
