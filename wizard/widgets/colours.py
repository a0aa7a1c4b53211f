"""What colours the terminal has. Below true colour photos are grey: wrong colours would mislead."""

from __future__ import annotations

from typing import Any

from PIL import Image
from textual.app import App

FOUR_GREYS = (0, 85, 170, 255)
"""What the sixteen colours of an old terminal have of greys, about."""


def shows_colours(app: App[Any]) -> bool:
    """True in a terminal of true colours where nobody asked for no colours."""
    return app.console.color_system == "truecolor" and not app.no_color


def in_greys(picture: Image.Image, app: App[Any]) -> Image.Image:
    """The picture in greys; in a terminal of sixteen colours in four, dots of them mixed."""
    grey = picture.convert("L")
    if app.console.color_system not in ("standard", "windows", None) or app.no_color:
        return grey
    palette = Image.new("P", (1, 1))
    palette.putpalette([level for grey_level in FOUR_GREYS for level in (grey_level,) * 3])
    return (
        grey.convert("RGB")
        .quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
        .convert("RGB")
    )
