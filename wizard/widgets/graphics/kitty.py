"""A picture for terminals that speak Kitty's graphics protocol. Pure text: who sends it is another chapter's.

https://sw.kovidgoyal.net/kitty/graphics-protocol/. The terminal keeps each picture by a number and
shows it above the letters until it is told to forget it.
"""

from __future__ import annotations

import zlib
from base64 import b64encode

from PIL import Image

CHUNK = 4096
"""Letters of one part; the protocol allows no more."""
NUMBERS = range(31_000, 31_016)
"""By which this program's pictures are told from others in the same window."""
QUICKLY = 1
"""zlib's level: a photo's dots hardly become fewer by more work."""
FORGET_ALL = "".join(f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\" for number in NUMBERS)


def kitty(picture: Image.Image, number: int, columns: int, rows: int) -> str:
    """Draws an RGB picture where the cursor is, over so many cells; it takes the place of one of the same number."""
    dots = b64encode(zlib.compress(picture.tobytes(), QUICKLY)).decode("ascii")
    parts = [dots[start : start + CHUNK] for start in range(0, len(dots), CHUNK)]
    size = f"s={picture.width},v={picture.height},c={columns},r={rows}"
    head = f"a=T,f=24,o=z,i={number},p=1,{size},C=1,q=2,"
    last = len(parts) - 1
    return "".join(
        f"\x1b_G{head if place == 0 else ''}m={int(place < last)};{part}\x1b\\"
        for place, part in enumerate(parts)
    )


def forget(number: int) -> str:
    """Takes a picture away."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"
