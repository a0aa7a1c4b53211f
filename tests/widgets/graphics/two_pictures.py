"""A program of one screen: two pictures, a list that comes over them with 0, an end with Ctrl+Q."""

from __future__ import annotations

import sys

from PIL import Image, ImageDraw
from textual.app import ComposeResult
from textual.screen import Screen

from wizard.steps.everything import Everything
from wizard.widgets.graphics.app import GraphicsApp
from wizard.widgets.photo_view import PhotoView

ORANGE, GREEN, VIOLET = (230, 120, 20), (20, 160, 70), (120, 40, 200)
"""Colours that no other screen has."""
SIZE = (800, 600)
STRIPE = 12
"""Pixels: less than a cell of either terminal, so that blocks mix them."""


def stripes(middle: tuple[int, int, int]) -> Image.Image:
    picture = Image.new("RGB", SIZE, ORANGE)
    pencil = ImageDraw.Draw(picture)
    for top in range(0, SIZE[1], 2 * STRIPE):
        pencil.rectangle((0, top, SIZE[0], top + STRIPE - 1), fill=GREEN)
    pencil.rectangle((300, 200, 500, 400), fill=middle)
    return picture


class TwoPictures(Screen[object]):
    """Side by side."""

    CSS = "TwoPictures { layout: horizontal; } PhotoView { margin: 1 2 3 2; }"
    BINDINGS = [("0", "list")]  # noqa: RUF012 - as Textual's own examples have it

    def compose(self) -> ComposeResult:
        yield PhotoView(id="first")
        yield PhotoView(id="second")

    def on_mount(self) -> None:
        self.query_one("#first", PhotoView).show(stripes(ORANGE))
        self.query_one("#second", PhotoView).show(stripes(VIOLET))

    def action_list(self) -> None:
        self.app.push_screen(Everything(["a", "b", "c"]))


class Program(GraphicsApp):
    """Shows it."""

    CSS = "Screen { background: black; }"

    def on_mount(self) -> None:
        self.push_screen(TwoPictures())


if __name__ == "__main__":
    Program(blocks_only="--blocks" in sys.argv).run()
