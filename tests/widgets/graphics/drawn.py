"""Reads back what was sent to a terminal: Sixel and Kitty's protocol, as pictures."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode

from PIL import Image

SIXEL = re.compile(r'\x1bP0;1;0q"1;1;(\d+);(\d+)(.*?)\x1b\\', re.DOTALL)
KITTY = re.compile(r"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\")
NOT_DRAWN = (254, 1, 253)
WORD = re.compile(r"#(\d+)(?:;2;(\d+);(\d+);(\d+))?|!(\d+)(.)|([?-~])|([$-])")


def sixel_pictures(sent: str) -> list[Image.Image]:
    """The pictures that a terminal draws; what is left out has a colour that none of ours is."""
    return [_sixel(int(wide), int(high), dots) for wide, high, dots in SIXEL.findall(sent)]


def _sixel(wide: int, high: int, dots: str) -> Image.Image:
    picture = Image.new("RGB", (wide, high), NOT_DRAWN)
    colours: dict[int, tuple[int, int, int]] = {}
    colour, x, y = 0, 0, 0
    for word in WORD.finditer(dots):
        number, red, green, blue, times, repeated, letter, move = word.groups()
        if red is not None:
            colours[int(number)] = tuple(round(int(c) * 2.55) for c in (red, green, blue))  # type: ignore[assignment]
        elif number is not None:
            colour = int(number)
        elif move:
            x, y = 0, y + (6 if move == "-" else 0)
        else:
            bits, end = ord(repeated or letter) - 63, x + int(times or 1)
            for line in range(6):
                if bits >> line & 1:
                    picture.paste(colours[colour], (x, y + line, end, y + line + 1))
            x = end
    return picture


def kitty_pictures(sent: str) -> dict[int, Image.Image]:
    """The pictures that a terminal shows after all this, by their numbers."""
    shown: dict[int, Image.Image] = {}
    begun, dots = dict[str, str](), ""
    for head, part in KITTY.findall(sent):
        words = dict(word.split("=") for word in head.split(","))
        if words.get("a") == "d":
            shown.pop(int(words["i"]), None)
        elif words.get("a") != "q":
            begun, dots = begun or words, dots + part
            if words["m"] == "0":
                size = int(begun["s"]), int(begun["v"])
                pixels = zlib.decompress(b64decode(dots))
                shown[int(begun["i"])] = Image.frombytes("RGB", size, pixels)
                begun, dots = {}, ""
    return shown
