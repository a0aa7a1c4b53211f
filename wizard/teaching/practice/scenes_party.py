"""One birthday party seen by two phones: never from the same place, under the same file names."""

from __future__ import annotations

from math import cos, pi, sin

from wizard.teaching.practice.canvas import Canvas, landscape, upright

BALLOONS = ("#e8363f", "#2f86e0", "#ffcf2f", "#3fb55f", "#a04fd0")


def cake_on_the_table() -> Canvas:
    """The whole cake on its table, from the front."""
    view = landscape()
    view.wash(0, 200, "#fbe6c0", "#f3cf98")
    view.wash(196, 300, "#d0485a", "#8f2438")
    for x in range(0, 420, 44):
        view.polygon([(x, 0), (x + 38, 0), (x + 19, 40)], BALLOONS[x // 44 % 5])
    view.soft(200, 266, 190, 24, "#3a0612", 0.7)
    view.box((50, 250, 350, 268), "#ffffff", "#c8ccd6", corner=8)
    _tier(view, (78, 182, 322, 254), "#8a5030", "#5a2e18")
    _tier(view, (122, 122, 278, 186), "#fff6ea", "#e6cdb0")
    for x in (146, 182, 218, 254):
        _candle(view.placed(x, 122))
    return view


def cake_from_above() -> Canvas:
    """The same cake close up from the other side, with one slice cut out."""
    view = upright()
    view.wash(0, 400, "#c43a50", "#8f2438")
    view.soft(156, 216, 180, 190, "#2c0410", 0.8)
    view.oval(150, 204, 146, 150, "#ffffff", "#c8ccd6")
    view.slice(150, 204, 128, (-40, 275), "#5a2e18")
    view.slice(150, 196, 122, (-40, 275), "#8a5030")
    view.slice(150, 194, 74, (-40, 275), "#fff1dc")
    for turn in range(9):
        angle = -0.6 + turn * 2 * pi / 11.5
        view.oval(150 + 98 * cos(angle), 196 + 98 * sin(angle), 14, 14, "#f0303f", "#8a0f1c")
    for x, y in ((118, 186), (150, 228), (186, 206)):
        _candle(view.placed(x, y))
    return view


def _tier(view: Canvas, corners: tuple[float, float, float, float], light: str, dark: str) -> None:
    """One tier of a cake with pink cream along its upper edge."""
    view.box(corners, light, dark, corner=6)
    left, top, right, _ = corners
    x = left + 8
    while x < right:
        view.oval(x, top + 6, 12, 13, "#ff9ebb", "#e25f8b")
        x += 19


def _candle(candle: Canvas) -> None:
    """A burning candle standing on (0, 0)."""
    candle.box((-5, -44, 5, 2), "#4fc3f7", "#1f86c9")
    candle.soft(0, -58, 22, 28, "#fff0b0", 0.8)
    candle.curve([(0, -78), (9, -58), (0, -46), (-9, -58)], "#fff6b8", "#ff8f1f")


def balloons_by_the_door() -> Canvas:
    """A bunch of five balloons on strings."""
    view = landscape()
    view.wash(0, 300, "#dff0ea", "#a9cdc2")
    view.box((290, 20, 390, 300), "#9c6a44", "#75492a")
    view.oval(304, 180, 6, 6, "#f0d080")
    spots = ((70, 96), (140, 66), (214, 92), (110, 150), (182, 152))
    for x, y in spots:
        view.line([(x, y + 40), (146, 290)], 2, "#5c6a66")
    for (x, y), colour in zip(spots, BALLOONS, strict=True):
        _balloon(view.placed(x, y), colour)
    return view


def balloons_against_the_ceiling() -> Canvas:
    """The same balloons from underneath, large, three of them in the picture."""
    view = upright()
    view.wash(0, 400, "#7a93c9", "#3a4a86")
    for x, y, size, colour in ((92, 290, 2.1, "#ffcf2f"), (214, 250, 1.9, "#e8363f"),
                               (128, 108, 2.2, "#3fb55f")):  # fmt: skip
        view.line([(x, y + 60), (x + 14, 410)], 2, "#e8ecf6")
        _balloon(view.placed(x, y, size), colour)
    return view


def _balloon(balloon: Canvas, colour: str) -> None:
    """A shining balloon around (0, 0)."""
    balloon.polygon([(0, 40), (7, 52), (-7, 52)], colour)
    balloon.oval(0, 0, 38, 44, colour, "#3a2438")
    balloon.soft(-13, -18, 13, 16, "#ffffff", 0.8)


def pinata() -> Canvas:
    """A seven-pointed star piñata hanging in the yard."""
    view = landscape()
    view.wash(0, 220, "#57b4ea", "#cdebf8")
    view.wash(214, 300, "#b98a58", "#8f6338")
    view.line([(200, -4), (200, 60)], 4, "#5a4028")
    _star(view.placed(200, 142), 0.0)
    return view


def pinata_struck() -> Canvas:
    """The same piñata close up, tilted, with sweets falling out."""
    view = landscape()
    view.wash(0, 300, "#2f5a34", "#6fa04a")
    view.line([(60, -4), (120, 70)], 5, "#d9c9a8")
    _star(view.placed(126, 116, 1.02), 0.5)
    for number in range(14):
        x, y = 210 + (number * 53) % 170, 120 + (number * 71) % 160
        view.oval(x, y, 14, 10, BALLOONS[number % 5], "#30202c")
    return view


def _star(star: Canvas, turn: float) -> None:
    """A ball with seven paper cones and fringes around (0, 0), turned by `turn` radians."""
    for point in range(7):
        angle = turn - pi / 2 + point * 2 * pi / 7
        tip = (128 * cos(angle), 128 * sin(angle))
        sides = [(64 * cos(angle + da), 64 * sin(angle + da)) for da in (-0.42, 0.42)]
        star.polygon([tip, *sides], BALLOONS[point % 5])
        star.line([tip, (150 * cos(angle), 150 * sin(angle))], 5, "#fff2c0")
    for radius, colour in ((70, "#e8363f"), (54, "#ffcf2f"), (37, "#2f86e0"), (19, "#ff6fb0")):
        star.oval(0, 0, radius, radius, colour, "#7a2040" if radius > 60 else "")
