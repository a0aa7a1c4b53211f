"""Rows of what libheif decoded. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PIL import Image


@dataclass(frozen=True)
class HeifPixels:
    """What libheif decodes it decodes whole. At least it is not copied whole once more."""

    decoded: Any
    """pillow_heif.HeifImage"""

    @property
    def size(self) -> tuple[int, int]:
        """As decoded; some files promise another."""
        self.decoded.load()
        width, height = self.decoded.size
        return width, height

    def band(self, top: int, bottom: int) -> Image.Image:
        """A copy of these rows."""
        stride, mode = self.decoded.stride, self.decoded.mode
        rows = self.decoded.data[top * stride : bottom * stride]
        return Image.frombytes(mode, (self.size[0], bottom - top), rows, "raw", mode, stride)
