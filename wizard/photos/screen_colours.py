"""Pixels of any depth, with or without glass, as screens show them: eight bits, red, green and blue. Pure."""

from __future__ import annotations

from PIL import Image


def eight_bit(picture: Image.Image) -> Image.Image:
    """Sixteen-bit and floating-point greys scaled to 0-255; Pillow's own conversion clips them to white."""
    if picture.mode.startswith("I;16"):
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if picture.mode not in ("I", "F"):
        return picture
    low, high = picture.getextrema()
    if not (isinstance(low, int | float) and isinstance(high, int | float)) or high <= low:
        return picture.convert("L")
    if picture.mode == "I":
        low, high = 0, max(high, 65535)
    scale = 255 / (high - low)
    return picture.point(lambda value: value * scale + (-low * scale)).convert("L")


def on_white(picture: Image.Image) -> Image.Image:
    """RGB; what is transparent is shown on white, as paper and browsers do."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        veiled = picture.convert("RGBA")
        paper = Image.new("RGBA", veiled.size, "white")
        return Image.alpha_composite(paper, veiled).convert("RGB")
    return picture if picture.mode == "RGB" else picture.convert("RGB")
