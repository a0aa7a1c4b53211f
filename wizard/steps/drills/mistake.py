"""Make the mistake safely: press the big button of a bad cleaner, then get everything back from the backup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from wizard.language.catalogs import _, ngettext, pgettext
from wizard.language.formats import number
from wizard.language.sentences import sentence_for
from wizard.problems import KitError, expected
from wizard.steps.drills.exercise import Exercise
from wizard.steps.way import Way
from wizard.teaching.drills.cleaner import loss, one_click
from wizard.teaching.drills.mistake import ThrowAway
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain


class Phase(Enum):
    """Where the exercise is."""

    NO_BACKUP = auto()
    WORKING = auto()
    ASKED = auto()
    GONE = auto()
    BACK = auto()


class MakeTheMistake(Exercise):
    """A throw-away copy, a vague question with the worst answer marked, and the way back."""

    @dataclass
    class Done(Message):
        """The work is over, and this is what comes next."""

        phase: Phase
        count: int = 0

    @dataclass
    class Failed(Message):
        """It ended early."""

        error: KitError

    def __init__(self, way: Way, back: Callable[[], None]) -> None:
        super().__init__(way, back)
        scan, copies = way.journey.scan, way.journey.copies
        self._photos = scan.photos if scan else ()
        self._taken = one_click(scan.groups if scan else ())
        self._copies = copies
        self._copy: ThrowAway | None = None
        self._count = 0
        self._phase = Phase.WORKING if copies is not None and copies.rows else Phase.NO_BACKUP

    def on_mount(self) -> None:
        super().on_mount()
        if self._phase is Phase.WORKING:
            self._prepare()

    def instruction(self) -> str:
        match self._phase:
            case Phase.NO_BACKUP:
                return _("This exercise needs a checked backup. Make it first, in step 3.")
            case Phase.WORKING:
                return _("One moment. We are working on a throw-away copy of the practice photos.")
            case Phase.ASKED:
                return _("You have a throw-away copy here. A bad cleaner asks:")
            case Phase.GONE:
                text = ngettext(
                    "{n} photo is gone. It is in no trash.",
                    "{n} photos are gone. They are in no trash.",
                    self._count,
                )
            case Phase.BACK:
                text = ngettext(
                    "{n} photo is back, just as it was.",
                    "{n} photos are back, just as they were.",
                    self._count,
                )
        return text.format(n=number(self._count))

    def body(self) -> ComposeResult:
        match self._phase:
            case Phase.ASKED:
                yield Plain(_bad_question(len(self._taken)), classes="dialog")
            case Phase.GONE:
                yield Plain(_what_is_lost(len(loss(self._taken).only_ones)), classes="text")
            case Phase.BACK:
                yield Plain(_what_it_taught(), classes="text")

    def answers(self) -> Sequence[Answer]:
        match self._phase:
            case Phase.ASKED:
                # Translators: the two buttons of a bad cleaning app, as such apps word them
                now, later = (
                    pgettext("bad cleaner", "Clean up now"),
                    pgettext("bad cleaner", "Later"),
                )
                return [Answer(1, now), Answer(2, later), self.back_answer(3)]
            case Phase.GONE:
                return [Answer(1, _("Get them back from the backup"))]
            case Phase.BACK:
                return [Answer(1, _("Once more")), self.back_answer(3)]
        return [self.back_answer(3)]

    def answered(self, number: int) -> None:
        if number == 3:
            self.go_back()
        elif number == 2:
            self.tell(_("Well done: you read first. Nothing is gone. Press 1 to see what it does."))
        elif self._phase is Phase.ASKED:
            self._begin(self._clean)
        elif self._phase is Phase.GONE:
            self._begin(self._recover)
        else:
            self._enter(Phase.ASKED)

    def go_back(self) -> None:
        """The throw-away copy goes, whatever the exercise came to."""
        if self._phase is not Phase.WORKING:
            if self._copy is not None:
                self._copy.throw_away()
            super().go_back()

    def _begin(self, task: Callable[[], object]) -> None:
        self._enter(Phase.WORKING)
        task()

    def _enter(self, phase: Phase) -> None:
        self._phase = phase
        self.message = ""
        self.show_again()

    @work(thread=True, exclusive=True, exit_on_error=False, group="mistake")
    def _prepare(self) -> None:
        self._try(self._make_copy)

    @work(thread=True, exclusive=True, exit_on_error=False, group="mistake")
    def _clean(self) -> None:
        self._try(self._delete_for_good)

    @work(thread=True, exclusive=True, exit_on_error=False, group="mistake")
    def _recover(self) -> None:
        self._try(self._bring_back)

    def _try(self, task: Callable[[], Done]) -> None:
        try:
            self.post_message(task())
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.Failed(expected(error)))

    def _make_copy(self) -> Done:
        assert self._copies is not None, "without a backup there is nothing to do here"
        self._copy = ThrowAway.made(self.way.journey.places, self._photos, self._copies)
        return self.Done(Phase.ASKED)

    def _delete_for_good(self) -> Done:
        assert self._copy is not None
        self._copy.delete_for_good(self._taken)
        return self.Done(Phase.GONE, len(self._copy.missing()))

    def _bring_back(self) -> Done:
        assert self._copy is not None and self._copies is not None
        return self.Done(Phase.BACK, self._copy.recover(self._copy.missing(), self._copies))

    @on(Done)
    def _show_next(self, event: Done) -> None:
        self._count = event.count
        self._enter(event.phase)

    @on(Failed)
    def _say_why_not(self, event: Failed) -> None:
        self._enter(Phase.NO_BACKUP)
        self.tell(sentence_for(event.error))


def _bad_question(count: int) -> str:
    # Translators: how a bad cleaning app asks, vague on purpose. {n} counts photos
    text = ngettext(
        "Your storage is almost full!\n\n{n} similar item can be cleaned up.\n\n[x] Skip the trash (recommended)",
        "Your storage is almost full!\n\n{n} similar items can be cleaned up.\n\n[x] Skip the trash (recommended)",
        count,
    )
    return text.format(n=number(count))


def _what_is_lost(only_ones: int) -> str:
    text = ngettext(
        "{n} of them was the only one of its moment.",
        "{n} of them were the only ones of their moment.",
        only_ones,
    )
    return "\n\n".join(
        [
            text.format(n=number(only_ones)),
            _(
                "The question did not say which photos, nor where they go, nor that nothing brings "
                "them back."
            ),
            _("You have a checked backup. So this is not the end."),
        ]
    )


def _what_it_taught() -> str:
    return "\n\n".join(
        [
            _("Only the backup could do that. Without it the photos would be gone for good."),
            _("It was a throw-away copy. The practice photos are as they were."),
        ]
    )
