"""Makes the pictures of the README from the program itself: `python -m tests.take_pictures`. Needs Chromium."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.steps.walking import Walker, both_drawn, press, to_inspect, wizard
from wizard.likeness.groups import Group
from wizard.likeness.photo import Photo

LANGUAGES = ("en", "es", "ko")
FOLDER = Path(__file__).parent.parent / "lessons" / "pictures"
WINDOW = "1012,646"
"""Pixels: the frame that Textual draws round 80 by 24 cells."""
FOREIGN_FONTS = re.compile(r"@font-face \{.*?\}", re.DOTALL)


async def inspect_step(language: str, home: Path) -> str:
    """Step 6 on the burst of the birthday child, one photo to be set aside, as SVG."""
    async with wizard(home, language, practice=True) as walker:
        await to_inspect(walker)
        while "IMG_2041.JPG" not in "".join(photo.path for photo in _group(walker)):
            await press(walker, "3")
        await both_drawn(walker)
        await press(walker, "right", "2")
        return FOREIGN_FONTS.sub("", walker.app.export_screenshot(title="before-you-delete"))


def main() -> int:
    """Writes one PNG for each language; 2 when there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("needs Chromium: apt install chromium", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            svg = Path(folder) / "screen.svg"
            svg.write_text(asyncio.run(inspect_step(language, Path(folder))), encoding="utf-8")
            options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
            target = FOLDER / f"inspect-{language}.png"
            pages = [f"--window-size={WINDOW}", f"--screenshot={target}", svg.as_uri()]
            profile = f"--user-data-dir={folder}/profile"
            subprocess.run([chromium, *options, profile, *pages], check=True, capture_output=True)
    return 0


def _group(walker: Walker) -> Sequence[Photo]:
    group: Group = walker.app.journey.inspection.group  # type: ignore[attr-defined]
    return group.photos


if __name__ == "__main__":
    sys.exit(main())
