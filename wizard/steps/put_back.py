"""Putting photos back where they were: one, some or everything, at any time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wizard.journey import PutBackResult
from wizard.language.catalogs import _, pgettext
from wizard.language.moves import put_all_back_answer, put_back_words
from wizard.language.names import shorten
from wizard.language.sentences import sentence_for
from wizard.language.step_names import practice_word
from wizard.language.trash import how_to_restore
from wizard.problems import KitError, expected
from wizard.safekeeping.review_record import Item, Sent
from wizard.steps.names import program_name
from wizard.steps.way import Way
from wizard.widgets.choices import Answer, Choices
from wizard.widgets.frame import KeyLine, Plain, TitleLine

MARKED, ALL, NOTHING = 1, 2, 3


class PutBack(ModalScreen[str | None]):
    """Answers with what to tell the learner, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,0", "close", show=False),
        Binding("tab", "app.focus_next", show=False),
    ]
    DEFAULT_CSS = """
    PutBack { background: $background; }
    PutBack > Plain { padding: 0 1; }
    PutBack #what { text-style: bold; margin: 1 0; }
    PutBack > #photos, PutBack > #photos:focus { height: 1fr; border: none; padding: 0 1; }
    """

    @dataclass
    class WentBack(Message):
        """Files were put back."""

        result: PutBackResult

    @dataclass
    class CouldNotPutBack(Message):
        """It ended early."""

        error: KitError

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way
        review = way.journey.review
        self._items = review.items if review is not None else ()
        self._sent = review.sent if review is not None else ()
        self._marked: set[str] = set()

    def compose(self) -> ComposeResult:
        yield TitleLine(program_name(), "", practice_word(self.way.journey))
        yield Plain(_("Mark photos with Enter, then choose 1. Or put all of them back."), id="what")
        if self._sent:
            yield Plain(how_to_restore())
        yield OptionList(
            *(Option(self._line(item), id=item.id) for item in self._items),
            *(Option(_in_trash(sent), disabled=True) for sent in self._sent),
            id="photos",
            markup=False,
        )
        yield Choices(self._answers(), focused=NOTHING)
        yield KeyLine(
            [
                (pgettext("key", "Arrows"), pgettext("key", "Move")),
                ("Enter", pgettext("key", "Mark")),
                ("Esc", pgettext("key", "Back")),
            ]
        )

    def on_mount(self) -> None:
        self.query_one("#photos", OptionList).focus()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123":
            event.stop()
            self.query_one(Choices).answer(int(event.character))
        elif event.key == "space" and self.query_one("#photos").has_focus:
            self.query_one("#photos", OptionList).action_select()

    def _answers(self) -> list[Answer]:
        if not self._items:
            return [Answer(NOTHING, _("Put nothing back"))]
        return [
            Answer(MARKED, _("Put the marked ones back")),
            Answer(ALL, put_all_back_answer(len(self._items))),
            Answer(NOTHING, _("Put nothing back")),
        ]

    def _line(self, item: Item) -> Text:
        mark = "[x]" if item.id in self._marked else "[ ]"
        return Text(f"{mark} {shorten(item.path, 70)}", no_wrap=True)

    @on(OptionList.OptionSelected, "#photos")
    def _mark(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        item = self._items[event.option_index]
        self._marked ^= {item.id}
        event.option_list.replace_option_prompt_at_index(event.option_index, self._line(item))

    @on(Choices.Answered)
    def _answered(self, event: Choices.Answered) -> None:
        chosen = [item for item in self._items if event.number == ALL or item.id in self._marked]
        if event.number == NOTHING:
            self.dismiss(None)
        elif not chosen:
            nothing_marked = _(
                "No photo is marked yet. Go to a photo and press Enter. Then choose 1."
            )
            self.query_one("#what", Plain).update(nothing_marked)
            self.query_one("#photos", OptionList).focus()
        else:
            self.query_one(Choices).disabled = True
            self._put_back(chosen)

    @work(thread=True, exclusive=True, exit_on_error=False, group="put back")
    def _put_back(self, items: list[Item]) -> None:
        try:
            result = self.way.journey.put_back(items)
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner is told
            self.post_message(self.CouldNotPutBack(expected(error)))
        else:
            self.post_message(self.WentBack(result))

    @on(WentBack)
    def _say_done(self, event: WentBack) -> None:
        self.dismiss(put_back_words(event.result))

    @on(CouldNotPutBack)
    def _say_why_not(self, event: CouldNotPutBack) -> None:
        self.dismiss(sentence_for(event.error))

    def action_close(self) -> None:
        self.dismiss(None)


def _in_trash(sent: Sent) -> Text:
    """A photo that only a person can bring back to the review folder."""
    # Translators: {name} is a photo's path
    text = _("    {name}: in the computer's trash")
    return Text(text.format(name=shorten(sent.item.path, 40)), no_wrap=True)
