"""Two pictures in a folder, and what the program tells of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from tests.making import untouched
from wizard.likeness.relations import Pair, relate
from wizard.likeness.scan import scan
from wizard.photos.library import walk

SIZE = (640, 480)


def detailed(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """A picture with shapes and fine detail, as a photo has them."""
    random = np.random.default_rng(seed)
    coarse = Image.fromarray(random.integers(0, 256, (7, 9, 3), dtype=np.uint8))
    fine = Image.fromarray(random.integers(0, 256, (160, 213, 3), dtype=np.uint8))
    bicubic = Image.Resampling.BICUBIC
    return Image.blend(coarse.resize(size, bicubic), fine.resize(size, bicubic), 0.25)


def saved(path: Path, picture: Image.Image, **options: object) -> Path:
    picture.save(path, **options)  # type: ignore[arg-type]
    return path


def told(folder: Path) -> Pair:
    """The pair of the only two photos of a folder."""
    with untouched(folder):
        (group,) = scan(walk(folder)).groups
    a, b = group.photos
    return relate(a, b)
