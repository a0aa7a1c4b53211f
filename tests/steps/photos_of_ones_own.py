"""A small family folder and a drive beside it, both real folders."""

from __future__ import annotations

from pathlib import Path

from tests.making import scene
from wizard.safekeeping.drives import Drive, Separation


def family_photos(tmp_path: Path) -> Path:
    """Six photos: an original, an exact copy, a smaller copy, and three others."""
    photos = tmp_path / "photos"
    (photos / "2024").mkdir(parents=True)
    scene(1).save(photos / "IMG_1.jpg", quality=92)
    (photos / "2024" / "IMG_1 copy.jpg").write_bytes((photos / "IMG_1.jpg").read_bytes())
    scene(1, (160, 120)).save(photos / "2024" / "small.jpg", quality=80)
    for seed in (2, 3, 4):
        scene(seed).save(photos / f"IMG_{seed}.jpg", quality=92)
    return photos


def drive(tmp_path: Path, separation: Separation, free: int = 10**9) -> Drive:
    """A drive that is a folder; what it is to the photos is what the test says."""
    path = tmp_path / "stick"
    path.mkdir(exist_ok=True)
    return Drive(path, "STICK", 2 * 10**9, free, separation, pretend=True)
