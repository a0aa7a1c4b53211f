"""A picture as Sixel, the oldest way in which terminals draw dots (DEC STD 070, chapter 9). Pure arithmetic.

A band is six lines of dots high. For each colour in it one line of letters says which dots have that
colour: six bits above "?". "!40~" repeats, "$" begins the band anew, "-" goes to the next band.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt
from PIL import Image

BAND = 6
BANDS_AT_ONCE = 10
"""So a picture of 580 by 600 dots takes 7 MB while it is written, and not 70."""
EMPTY = ord("?")
LONGEST = 9999
"""Dots that one repetition stands for; no window is as wide."""
SAMPLE = (160, 160)
"""Dots among which the colours are chosen: 0.02 s instead of 0.3 for a picture of 1180 by 580."""

Letters = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]


def sixel(picture: Image.Image, colours: int) -> str:
    """The escape sequence that draws an RGB picture where the cursor is, in so many colours at most."""
    few = _in_few_colours(picture, colours)
    palette = (few.getpalette() or [])[: 3 * colours]
    registers = "".join(
        f"#{number};2;{red * 100 // 255};{green * 100 // 255};{blue * 100 // 255}"
        for number, (red, green, blue) in enumerate(zip(*[iter(palette)] * 3, strict=True))
    )
    dots = _letters(np.asarray(few))
    # 1: what is not drawn stays. Quotes: square dots, and how large the picture is.
    return f'\x1bP0;1;0q"1;1;{few.width};{few.height}{registers}{dots}\x1b\\'


def _in_few_colours(picture: Image.Image, colours: int) -> Image.Image:
    """Each dot in one of the colours that this picture has most, or in one of an even spread of all.

    The spread is for what is small: one red light in a grey street is not among the most.
    """
    spread = _spread(colours // 2)
    sample = picture.resize(SAMPLE, Image.Resampling.BOX)
    most = sample.quantize(colours - len(spread) // 3, Image.Quantize.MEDIANCUT).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*most, *spread])
    return picture.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)


def _spread(colours: int) -> list[int]:
    """So many colours at most, from black to white in every direction, as red, green, blue, red ..."""
    steps = max(2, int(colours ** (1 / 3) + 1e-9))
    levels = [round(255 * step / (steps - 1)) for step in range(steps)]
    return [level for colour in product(levels, repeat=3) for level in colour]


def _letters(colour_of: Letters) -> str:
    """All bands, for the number of a colour for each dot."""
    step = BANDS_AT_ONCE * BAND
    return "-".join(_bands(colour_of[top : top + step]) for top in range(0, len(colour_of), step))


def _bands(colour_of: Letters) -> str:
    height, width = colour_of.shape
    row, column = np.divmod(np.arange(height * width, dtype=np.int64), width)
    band, bit = np.divmod(row, BAND)
    line = band * 256 + colour_of.ravel()
    place = line * width + column
    order = np.argsort(place, kind="stable")
    place = place[order]
    first = np.flatnonzero(np.diff(place, prepend=-1))
    bits = np.bitwise_or.reduceat((1 << bit)[order], first)
    line, column = np.divmod(place[first], width)
    return _written(line, column, bits)


def _written(line: Numbers, column: Numbers, bits: Numbers) -> str:
    """Of every place that is not empty, in order: its line (band and colour), its column, its six bits."""
    same_line = np.diff(line, prepend=-1) == 0
    end_before = np.where(same_line, np.roll(column, 1) + 1, 0)
    goes_on = same_line & (column == end_before) & (bits == np.roll(bits, 1))
    begins = np.flatnonzero(~goes_on)
    length = np.diff(begins, append=len(bits))
    line, same_line = line[begins], same_line[begins]
    gap = column[begins] - end_before[begins]
    band_before = np.roll(line, 1) // 256
    band_before[0] = 0
    next_band = line // 256 > band_before
    pieces = [
        _where(next_band, "-"),
        _where(~same_line & ~next_band, "$"),
        _where(~same_line, "#"),
        _digits(line % 256, ~same_line),
        _repeated(gap, np.full_like(gap, EMPTY)),
        _repeated(length, bits[begins] + EMPTY),
    ]
    letters = np.hstack(pieces)
    return letters[letters > 0].tobytes().decode("ascii")


def _where(true: npt.NDArray[np.bool_], letter: str) -> Letters:
    """A column with the letter where it belongs, else with nothing."""
    return np.where(true, ord(letter), 0).astype(np.uint8)[:, None]


def _digits(number: Numbers, true: npt.NDArray[np.bool_]) -> Letters:
    """Up to four digits, nothing in place of leading zeros."""
    powers = np.array([1000, 100, 10, 1])
    shown = true[:, None] & ((number[:, None] >= powers) | (powers == 1))
    digits = number[:, None] // powers % 10 + ord("0")
    return np.where(shown, digits, 0).astype(np.uint8)


def _repeated(times: Numbers, letter: Numbers) -> Letters:
    """The letter so many times, by repetition where that is shorter: "!5~" for "~~~~~"."""
    many = times > 3
    marks = [_where(many, "!"), _digits(np.minimum(times, LONGEST), many)]
    singles = np.arange(3) < np.where(many, 1, times)[:, None]
    return np.hstack([*marks, np.where(singles, letter[:, None], 0).astype(np.uint8)])
