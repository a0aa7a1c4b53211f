"""The part of the program that knows what its terminal can draw. In tests and pipes there is no terminal, so blocks stay."""

from __future__ import annotations

import os
from dataclasses import dataclass
from threading import Lock

from textual import on, work
from textual.app import App
from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from wizard.widgets.graphics.answers import Attributes
from wizard.widgets.graphics.layer import Drawn, Layer
from wizard.widgets.graphics.terminal import (
    SIXEL_QUESTIONS,
    Ability,
    Terminal,
    TerminalAnswered,
    may_be_asked,
)
from wizard.widgets.graphics.tiles import Tile
from wizard.widgets.photo_view import PhotoView


@dataclass
class GraphicsChanged(Message):
    """From now on pictures are drawn by dots, or by blocks again."""


@dataclass
class PictureMade(Message):
    """A picture was turned into what the terminal draws."""

    layer: Layer
    drawn: Drawn
    tiles: tuple[Tile, ...]


class GraphicsApp(App[str]):
    """Draws the pictures of its screens by dots where that is possible and wanted."""

    def __init__(self, *, blocks_only: bool = False) -> None:
        """`blocks_only`: the terminal is not asked for anything."""
        self._may_ask = not blocks_only and may_be_asked(os.environ)
        super().__init__()
        self._terminal: Terminal | None = None
        self._ability = Ability()
        self._asked_about_sixel = False
        self._blocks_wanted = False
        self._layer: Layer | None = None
        self._one_at_a_time = Lock()

    @property
    def can_draw_dots(self) -> bool:
        """True in a terminal that draws dots, whether it does so now or not."""
        return self._ability.draws and self._terminal is not None and bool(self._terminal.cell)

    @property
    def dots_of_a_cell(self) -> Size | None:
        """None while pictures are drawn by blocks."""
        return self._layer.cell if self._layer else None

    def dots_or_blocks(self) -> None:
        """Draws by dots where blocks were, or the other way round."""
        self._blocks_wanted = not self._blocks_wanted
        self._begin_anew()

    def get_driver_class(self) -> type[Driver]:
        """Textual's own, or one of ours on Linux and macOS."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        if self._may_ask:
            from wizard.widgets.graphics.driver import HearingDriver

            return HearingDriver
        from wizard.widgets.graphics.lasting import LastingDriver

        return LastingDriver

    def post_display_hook(self) -> None:
        """A frame was written: what lies over it follows."""
        if self._layer is None or not self.screen_stack:
            return
        if self._layer.follow(self.screen):
            self._make(self._layer)

    @on(TerminalAnswered)
    def _hear(self, event: TerminalAnswered) -> None:
        self._terminal = event.terminal
        self._ability = self._ability.after(event.answer)
        if not isinstance(event.answer, Attributes):
            return
        if self._ability.sixel and not self._ability.kitty and not self._asked_about_sixel:
            self._asked_about_sixel = True
            event.terminal.write(SIXEL_QUESTIONS)
            event.terminal.flush()
        else:
            self._begin_anew()

    @on(Resize)
    def _measure_again(self) -> None:
        """Another window may have other cells, and terminals keep nothing of what was drawn."""
        if self._layer is not None:
            self._begin_anew()

    def _begin_anew(self) -> None:
        if self._layer is not None:
            self._layer.clear()
        self._layer = self._new_layer()
        for screen in self.screen_stack:
            for view in screen.query(PhotoView):
                view.refresh()
            screen.post_message(GraphicsChanged())

    def _new_layer(self) -> Layer | None:
        cell = self._terminal.cell if self._terminal else None
        if self._terminal is None or cell is None:
            return None
        if self._blocks_wanted or not self._ability.draws:
            return None
        self._terminal.forget_pictures = self._ability.kitty
        return Layer(self._terminal, self._ability, cell)

    @work(thread=True, exit_on_error=False, group="dots")
    def _make(self, layer: Layer) -> None:
        with self._one_at_a_time:
            while (drawn := layer.next_wanted()) is not None:
                made = layer.tiles_of(drawn, grey=self.no_color)
                self.post_message(PictureMade(layer, drawn, made))

    @on(PictureMade)
    def _draw(self, event: PictureMade) -> None:
        event.layer.made(event.drawn, event.tiles)
        self.post_display_hook()
