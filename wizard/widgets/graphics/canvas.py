"""What a view shows as dots, with the frames that blocks draw by letters. Pure: a picture comes out, nothing is sent."""

from __future__ import annotations

from PIL import Image, ImageDraw, ImageFont
from textual.geometry import Size

from wizard.photos.close_up import Box
from wizard.widgets.frames import INK, PAPER, Frame
from wizard.widgets.photo_view import Drawing

LETTERS = 0.9
"""Height of a frame's number, in cells."""


def canvas(drawing: Drawing, cell: Size, ground: tuple[int, int, int]) -> Image.Image:
    """The cells of a drawing, filled; what the picture leaves free of them has the colour of the ground."""
    whole = drawing.cells.width * cell.width, drawing.cells.height * cell.height
    box, (width, height) = drawing.seen.box, drawing.subject.size
    scale = min(whole[0] / (box.width * width), whole[1] / (box.height * height))
    size = (
        max(1, min(whole[0], round(box.width * width * scale))),
        max(1, min(whole[1], round(box.height * height * scale))),
    )
    dots = drawing.subject.in_dots(drawing.seen, size)
    if drawing.subject.frames:
        _draw_frames(dots, drawing.subject.frames, box, cell)
    if size == whole:
        return dots
    filled = Image.new("RGB", whole, ground)
    filled.paste(dots, ((whole[0] - size[0]) // 2, (whole[1] - size[1]) // 2))
    return filled


def _draw_frames(dots: Image.Image, frames: tuple[Frame, ...], seen: Box, cell: Size) -> None:
    pencil = ImageDraw.Draw(dots)
    line = max(1, cell.width // 6)
    font = ImageFont.load_default(max(8.0, cell.height * LETTERS))
    for frame in reversed(frames):  # the first is the most important: it is drawn last, on top
        left, top, right, bottom = frame.box.inside(seen).pixels(dots.size)
        around = left - 2 * line, top - 2 * line, right + 2 * line, bottom + 2 * line
        pencil.rectangle(around, outline=PAPER, width=3 * line)
        inner = left - line, top - line, right + line, bottom + line
        pencil.rectangle(inner, outline=INK, width=line)
        _, _, wide, high = pencil.textbbox((0, 0), frame.label, font)
        above = around[1] - high - line
        at = max(0.0, min(around[0], dots.width - wide)), above if above >= 0 else around[3] + line
        pencil.rectangle((at[0], at[1], at[0] + wide, at[1] + high), fill=PAPER)
        pencil.text(at, frame.label, INK, font)
