"""A small drawing table on top of Pillow: smooth shapes with light on them.

Scenes are drawn in units, 400 x 300 (300 x 400 upright), whatever the size in pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image, ImageColor, ImageDraw, ImageFont

Point = tuple[float, float]
Points = Sequence[Point]
Box = tuple[int, int, int, int]

LONG_SIDE, SHORT_SIDE = 1280, 960
"""Pixels of a finished picture, as a phone set to small pictures would take it."""

DRAWN_LONG, DRAWN_SHORT = LONG_SIDE * 3 // 2, SHORT_SIDE * 3 // 2
"""Drawn half as large again and reduced: smooth edges in six tenths of the time of twice."""

UNIT = DRAWN_LONG / 400
"""Pixels of one unit while drawing."""


@dataclass(frozen=True)
class Canvas:
    """A picture being drawn, seen from one place: where (0, 0) lies and how large a unit is."""

    image: Image.Image
    left: float = 0.0
    top: float = 0.0
    scale: float = UNIT
    facing: int = 1
    """1, or -1 when everything is drawn mirrored around `left`."""

    def placed(self, x: float, y: float, size: float = 1.0, facing: int = 1) -> Canvas:
        """The same picture with its origin moved to (x, y), for a part drawn around (0, 0)."""
        left, top = self._dot(x, y)
        return replace(
            self, left=left, top=top, scale=self.scale * size, facing=self.facing * facing
        )

    def wash(self, top: float, bottom: float, upper: str, lower: str) -> None:
        """Fill the whole width between two heights with a gradient: sky, sea, ground, wall."""
        first, last = round(self._dot(0, top)[1]), round(self._dot(0, bottom)[1])
        first, last = max(0, first), min(self.image.height, last)
        if last > first:
            self.image.paste(_gradient((self.image.width, last - first), upper, lower), (0, first))

    def polygon(self, points: Points, fill: str, lower: str | None = None) -> None:
        """Fill a polygon, with a gradient down to `lower` where one is given."""
        self._fill_outline([self._dot(x, y) for x, y in points], fill, lower)

    def curve(self, points: Points, fill: str, lower: str | None = None) -> None:
        """Fill a closed smooth outline that passes through `points`."""
        self.polygon(_smooth(points), fill, lower)

    def box(
        self,
        corners: tuple[float, float, float, float],
        fill: str,
        lower: str | None = None,
        corner: float = 0.0,
    ) -> None:
        """Fill a rectangle (left, top, right, bottom), rounded by `corner` units."""
        area = self._area(*corners)
        if lower is None:
            pen = ImageDraw.Draw(self.image)
            pen.rounded_rectangle(area, radius=corner * self.scale, fill=fill)
            return
        mask = Image.new("L", (area[2] - area[0] + 1, area[3] - area[1] + 1))
        ImageDraw.Draw(mask).rounded_rectangle(
            (0, 0, mask.width - 1, mask.height - 1), radius=corner * self.scale, fill=255
        )
        self.image.paste(_gradient(mask.size, fill, lower), area[:2], mask)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str, dark: str = "") -> None:
        """Fill an ellipse; with `dark`, as a ball lit from the upper left."""
        area = self._area(x - rx, y - ry, x + rx, y + ry)
        if not dark:
            ImageDraw.Draw(self.image).ellipse(area, fill=fill)
            return
        mask = Image.new("L", (area[2] - area[0] + 1, area[3] - area[1] + 1))
        ImageDraw.Draw(mask).ellipse((0, 0, mask.width - 1, mask.height - 1), fill=255)
        ball = _ball(fill, dark).resize(mask.size, Image.Resampling.NEAREST)
        self.image.paste(ball, area[:2], mask)

    def line(self, points: Points, width: float, fill: str) -> None:
        """Draw a line with round ends and joints, `width` units thick."""
        dots = [self._dot(x, y) for x, y in points]
        radius = width * self.scale / 2
        pen = ImageDraw.Draw(self.image)
        pen.line(dots, fill=fill, width=max(1, round(radius * 2)))
        for x, y in dots:
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)

    def bent(self, points: Points, width: float, fill: str) -> None:
        """Draw a smooth open line through `points`."""
        self.line(_smooth(points, closed=False), width, fill)

    def ring(self, x: float, y: float, radius: float, width: float, fill: str) -> None:
        """Draw a circle's outline, `width` units thick inwards."""
        area = self._area(x - radius, y - radius, x + radius, y + radius)
        ImageDraw.Draw(self.image).ellipse(area, outline=fill, width=round(width * self.scale))

    def slice(
        self, x: float, y: float, radius: float, angles: tuple[float, float], fill: str
    ) -> None:
        """Fill a slice of a disc between two angles (degrees, clockwise from the right)."""
        area = self._area(x - radius, y - radius, x + radius, y + radius)
        ImageDraw.Draw(self.image).pieslice(area, angles[0], angles[1], fill=fill)

    def soft(self, x: float, y: float, rx: float, ry: float, colour: str, strength: float) -> None:
        """Lay a soft spot over the picture: a shadow, a glow, a blush."""
        left, top, right, bottom = self._area(x - rx, y - ry, x + rx, y + ry)
        fall_off = [round(255 * strength * max(0, 1 - v / 181) ** 1.5) for v in range(256)]
        spot = Image.radial_gradient("L").point(fall_off)
        mask = spot.resize((right - left, bottom - top), Image.Resampling.BILINEAR)
        self.image.paste(ImageColor.getrgb(colour), (left, top, right, bottom), mask)

    def text(self, x: float, y: float, words: str, size: float, fill: str) -> None:
        """Write words, their left end and middle height at (x, y)."""
        font = ImageFont.load_default(size * self.scale)
        ImageDraw.Draw(self.image).text(self._dot(x, y), words, fill=fill, font=font, anchor="lm")

    def finished(self) -> Image.Image:
        """The picture at its real size, edges smooth."""
        width, height = self.image.width * 2 // 3, self.image.height * 2 // 3
        return self.image.resize((width, height), Image.Resampling.BOX)

    def _dot(self, x: float, y: float) -> Point:
        return self.left + self.facing * x * self.scale, self.top + y * self.scale

    def _area(self, left: float, top: float, right: float, bottom: float) -> Box:
        (x0, y0), (x1, y1) = self._dot(left, top), self._dot(right, bottom)
        return round(min(x0, x1)), round(min(y0, y1)), round(max(x0, x1)), round(max(y0, y1))

    def _fill_outline(self, dots: list[Point], fill: str, lower: str | None) -> None:
        if lower is None:
            ImageDraw.Draw(self.image).polygon(dots, fill=fill)
            return
        left, top = int(min(x for x, _ in dots)), int(min(y for _, y in dots))
        right, bottom = int(max(x for x, _ in dots)), int(max(y for _, y in dots))
        mask = Image.new("L", (max(1, right - left), max(1, bottom - top)))
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in dots], fill=255)
        self.image.paste(_gradient(mask.size, fill, lower), (left, top), mask)


def landscape(paper: str = "#ffffff") -> Canvas:
    """An empty canvas 400 units wide and 300 high."""
    return Canvas(Image.new("RGB", (DRAWN_LONG, DRAWN_SHORT), paper))


def upright(paper: str = "#ffffff") -> Canvas:
    """An empty canvas 300 units wide and 400 high."""
    return Canvas(Image.new("RGB", (DRAWN_SHORT, DRAWN_LONG), paper))


def _gradient(size: tuple[int, int], upper: str, lower: str) -> Image.Image:
    """`size` filled from `upper` to `lower`."""
    column = Image.linear_gradient("L").crop((0, 0, 1, 256)).resize((1, size[1]))
    return _coloured(column, upper, lower).resize(size, Image.Resampling.NEAREST)


def _ball(light: str, dark: str) -> Image.Image:
    """A square in which the light of a ball falls from the upper left."""
    return _coloured(Image.radial_gradient("L").crop((64, 70, 248, 254)), light, dark)


def _coloured(ramp: Image.Image, start: str, end: str) -> Image.Image:
    """A grey ramp in colours: 0 becomes `start`, 255 becomes `end`."""
    steps = zip(ImageColor.getrgb(start)[:3], ImageColor.getrgb(end)[:3], strict=True)
    return Image.merge(
        "RGB", [ramp.point([a + (b - a) * v // 255 for v in range(256)]) for a, b in steps]
    )


def _smooth(points: Points, closed: bool = True, steps: int = 8) -> list[Point]:
    """A Catmull-Rom spline through `points` (Catmull and Rom, 1974)."""
    ring = (
        [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    )
    smooth = []
    for a, b, c, d in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        for step in range(steps):
            t = step / steps
            smooth.append(
                (_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t))
            )
    return smooth if closed else [*smooth, points[-1]]


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    """The spline's value between b and c at t in 0..1."""
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
