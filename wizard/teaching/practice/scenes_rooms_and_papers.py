"""What nobody may lose: the state of a rented kitchen, and pages of paper that look alike."""

from __future__ import annotations

import random

from wizard.teaching.practice.canvas import Canvas, landscape, upright

CRACK = (
    ((240, 22, 1), (226, 46, 3), (237, 58, 4), (211, 82, 5), (231, 99, 5), (202, 120, 5),
     (216, 135, 4), (188, 153, 4), (199, 167, 3), (176, 194, 1)),
    ((211, 82, 4), (190, 90, 3), (179, 76, 3), (158, 80, 0.5)),
    ((205, 118, 4), (226, 126, 3.5), (244, 120, 3), (264, 130, 0.5)),
)  # fmt: skip
"""The crack and its two branches: points with half the width there, in units."""


def kitchen_wall(cracked: bool) -> Canvas:
    """A kitchen: cupboard, tap, stove with a pot, and the wall with or without its crack."""
    view = landscape()
    view.wash(0, 210, "#f2e6c8", "#e3d2aa")
    view.box((0, 0, 126, 96), "#a4683a", "#7c4a24")
    view.box((8, 8, 60, 88), "#b87a48", "#94602f", corner=3)
    view.box((66, 8, 118, 88), "#b87a48", "#94602f", corner=3)
    view.box((0, 206, 400, 222), "#6c6f76", "#45484e")
    view.box((0, 220, 400, 300), "#a4683a", "#7c4a24")
    for left in (10, 142, 274):
        view.box((left, 230, left + 118, 296), "#b87a48", "#94602f", corner=3)
        view.line([(left + 46, 240), (left + 72, 240)], 5, "#e0e2e6")
    view.bent([(60, 206), (60, 150), (92, 136), (108, 164)], 9, "#b4bac4")
    view.box((280, 152, 372, 208), "#c33a30", "#8a1f1c", corner=8)
    view.line([(262, 170), (390, 170)], 8, "#2a2a2e")
    view.box((274, 140, 378, 154), "#d85548", "#a02c26", corner=6)
    view.oval(326, 136, 9, 7, "#2a2a2e")
    if cracked:
        _crack(view)
    else:
        view.soft(208, 110, 70, 100, "#fbf3de", 0.5)
    return view


def kitchen_wall_close(cracked: bool) -> Canvas:
    """The same place on the wall from half a metre, with the light switch."""
    view = upright()
    view.wash(0, 400, "#ecdcb6", "#d9c394")
    view.soft(40, 30, 200, 200, "#fff7e0", 0.6)
    view.wash(330, 400, "#5b5e65", "#3f4247")
    view.box((28, 216, 92, 300), "#fdfdfb", "#d5d5cf", corner=8)
    view.box((48, 238, 72, 278), "#f0f0ec", "#b9b9b2", corner=3)
    close = view.placed(-190, -24, 1.8)
    if cracked:
        _crack(close)
    else:
        close.soft(208, 110, 80, 100, "#fffaf0", 0.7)
    return view


def _crack(wall: Canvas) -> None:
    """A dark jagged crack, with flaked plaster along it."""
    for flake, colour in ((2.5, "#c9b486"), (0.0, "#2e2219")):
        for path in CRACK:
            upper = [(x - half - flake, y - half * 0.4) for x, y, half in path]
            lower = [(x + half + flake, y + half * 0.4) for x, y, half in path]
            wall.polygon([*upper, *reversed(lower)], colour)


def form(page: int) -> Canvas:
    """One page of a form on a desk: the same boxes on every page, other lines in them."""
    view = _sheet_on_a_desk("#5a3d28", "#3d2817")
    words = random.Random(f"form page {page}")
    view.box((48, 40, 252, 78), "#1f4a8a", "#163768")
    view.text(58, 59, f"FORM 27 - PAGE {page}", 18, "#ffffff")
    _photo_box(view.placed(222, 124))
    for row in range(6):
        top, right = 90 + row * 34, 186 if row < 2 else 252
        view.box((48, top, right, top + 27), "#3a4658")
        view.box((50, top + 2, right - 2, top + 25), "#fdfdfa")
        view.box((50, top + 2, 106, top + 25), "#b4cae8")
        _writing(view, words, (56, top + 14, 98), 3, "#34445c")
        end = words.randrange(right - 40, right - 6)
        _writing(view, words, (114, top + 14, end), 4.4, "#1d2f8a")
    for row in range(4):
        _writing(view, words, (50, 304 + row * 13, words.randrange(200, 250)), 3, "#555a62")
    return view


def _photo_box(box: Canvas) -> None:
    """The place for a passport photo around (0, 0), with the outline of nobody."""
    box.box((-30, -34, 30, 34), "#3a4658")
    box.box((-28, -32, 28, 32), "#e3e9f1", "#c4cedb")
    box.oval(0, -8, 12, 14, "#8794a6")
    box.slice(0, 32, 22, (180, 360), "#8794a6")


def letter() -> Canvas:
    """A handwritten letter with a stamp in its corner, on a green cloth."""
    view = _sheet_on_a_desk("#2f7a5a", "#1c5540")
    words = random.Random("letter")
    view.box((196, 40, 250, 104), "#d8433f", "#8f1f24")
    view.box((203, 47, 243, 97), "#ffd9a8", "#f0a860")
    view.oval(223, 72, 14, 14, "#b02a34")
    for row in range(11):
        right = 170 if row < 3 else words.randrange(206, 250)
        _writing(view, words, (50, 62 + row * 25, right), 5, "#27305e")
    view.bent(
        [(150, 342), (166, 326), (176, 346), (192, 324), (206, 344), (246, 330)], 4, "#27305e"
    )
    return view


def _sheet_on_a_desk(light: str, dark: str) -> Canvas:
    """White paper lying on something dark, filling the frame."""
    view = upright()
    view.wash(0, 400, light, dark)
    view.polygon([(34, 30), (279, 24), (284, 385), (30, 390)], dark)
    view.polygon([(28, 22), (272, 18), (276, 378), (24, 382)], "#fdfcf7", "#e8e6de")
    return view


def _writing(
    view: Canvas, words: random.Random, line: tuple[float, float, float], pen: float, ink: str
) -> None:
    """A line of words (left, middle, right) that cannot be read: no real document is shown."""
    left, y, right = line
    while left < right - 8:
        end = min(right, left + words.randrange(10, 30))
        waves = [(x, y + words.uniform(-0.25, 0.25) * pen) for x in _steps(left, end, 4)]
        view.line(waves, pen, ink)
        left = end + pen + 4


def _steps(left: float, right: float, step: float) -> list[float]:
    """Places from left to right, `step` apart, at least two."""
    count = max(2, int((right - left) / step))
    return [left + (right - left) * number / (count - 1) for number in range(count)]
