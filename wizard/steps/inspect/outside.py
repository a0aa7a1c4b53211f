"""The part of Inspect that opens pictures outside the terminal: the compare page, the computer's viewer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from wizard.language.catalogs import _
from wizard.language.sentences import PROBLEMS, sentence_for
from wizard.pages.outside import TwoOfAGroup
from wizard.photos.picture import UnreadablePicture
from wizard.problems import expected
from wizard.steps.step import Action, Step


class LooksOutside(Step):
    """A step that shows two photos and can open them large."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("8,b,ㅠ", "browser", show=False),
        Binding("9,v,ㅍ", "viewer", show=False),
    ]

    @dataclass
    class OpenedOutside(Message):
        """It was tried; `said` is what the learner is told."""

        said: str

    def two_on_screen(self) -> TwoOfAGroup | None:
        """The two photos that would be opened; None while there are no two."""
        raise NotImplementedError

    def outside_actions(self) -> list[Action]:
        """For the list behind 0."""
        actions: list[Action] = [(_("Large in the browser: the compare page"), self.action_browser)]
        if not self.way.journey.shared_computer:
            actions.append((_("Both photos in this computer's viewer"), self.action_viewer))
        return actions

    def action_browser(self) -> None:
        """Opens the compare page."""
        two = self.two_on_screen()
        if two is not None:
            self.tell(_("One moment. The compare page opens in the browser."))
            done = _("The compare page is open in the browser. Decide here.")
            self._open(lambda: self.way.outside.open_compare_page(two), done)

    def action_viewer(self) -> None:
        """Opens copies of both photos, but leaves no trace of them on a computer of others."""
        two = self.two_on_screen()
        if self.way.journey.shared_computer:
            self.tell(
                _("A viewer remembers photos, and this computer is not yours. Use the browser: 8.")
            )
        elif two is not None:
            self.tell(_("One moment. Copies of both photos open in this computer's viewer."))
            done = _("Copies of both photos are open in this computer's viewer. Decide here.")
            behind = _("You see only one? Press the right arrow in the viewer.")
            self._open(lambda: self.way.outside.open_viewer(two), f"{done}\n{behind}")

    @work(thread=True, exclusive=True, exit_on_error=False, group="outside")
    def _open(self, open_it: Callable[[], None], done: str) -> None:
        try:
            open_it()
        except UnreadablePicture as unreadable:
            self.post_message(self.OpenedOutside(PROBLEMS[unreadable.kind]()))
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.OpenedOutside(sentence_for(expected(error))))
        else:
            self.post_message(self.OpenedOutside(done))

    @on(OpenedOutside)
    def _say_so(self, event: OpenedOutside) -> None:
        self.tell(event.said)
